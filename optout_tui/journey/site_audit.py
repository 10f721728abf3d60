"""Looking at a website or a video: files at hand, or addresses that the person said yes to."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from optout_tui.audit.site.addresses import ROBOTS, Address, path_of
from optout_tui.audit.site.report import Kind, Piece, SiteReport, look_at
from optout_tui.audit.site.video import VideoReport, read_answer
from optout_tui.contentcheck.files import is_folder
from optout_tui.library.crawlers import CrawlerTable
from optout_tui.safety.limits import read_bytes
from optout_tui.safety.links import host_of
from optout_tui.safety.refusal import Refusal, shown
from optout_tui.safety.text import has_controls

if TYPE_CHECKING:  # looking at a file must not load what opens sockets
    from optout_tui.audit.site.fetch import Door

STDIN = "-"
START = "/"

FILE_LIMIT = 4 * 1024 * 1024
LIMITS: dict[Kind, int] = {
    "robots": 501 * 1024,
    "page": 1024 * 1024,
    "tdmrep": 512 * 1024,
    "ai-txt": 512 * 1024,
    "llms-txt": 16 * 1024,
}
"""Bytes taken from each address: of robots.txt a little more than is read, to tell that it goes on,
and of llms.txt enough to see that it is one."""

VIDEO_LIMIT = 64 * 1024

_IN_FOLDER: tuple[tuple[Kind, str], ...] = (
    ("robots", "robots.txt"),
    ("page", "index.html"),
    ("tdmrep", ".well-known/tdmrep.json"),
    ("ai-txt", "ai.txt"),
    ("llms-txt", "llms.txt"),
)
_BY_NAME: dict[str, Kind] = {"tdmrep.json": "tdmrep", "ai.txt": "ai-txt", "llms.txt": "llms-txt"}
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_NAME = re.compile(r"\*|[A-Za-z0-9_.-][A-Za-z0-9_. -]*")
_MAX_PATH = 2000


def crawler_name(given: str) -> str:
    """Return the name to look up for the crawler *given*, without its version; raises Refusal.

    A whole ``User-Agent`` header is refused: which of its words the crawler goes by in robots.txt
    only its operator can say.
    """
    name = given.partition("/")[0].strip()
    if len(given) > 100 or not _NAME.fullmatch(name) or "(" in given or ";" in given:  # noqa: PLR2004
        raise Refusal(f"{shown(given)} is no crawler's name; write it as GPTBot")
    return name


def asked_path(given: str | None, url: str = "") -> str:
    """Return the path to be asked about: *given*, else that of *url*, else the start page.

    Raises Refusal for one without a slash at its beginning. What follows a ``#`` is never sent.
    """
    if given is None:
        path = path_of(url) if url else START
        return START if path == ROBOTS else path
    path = given.partition("#")[0]
    if not path.startswith("/") or len(path) > _MAX_PATH or has_controls(path):
        raise Refusal(f"the path {shown(given)} is none; write it as /blog/")
    return path


def audit_bytes(content: bytes, table: CrawlerTable, path: str) -> SiteReport:
    """Return what a robots.txt that was handed in says."""
    return look_at(STDIN, (Piece("robots", "robots.txt", content),), table, path)


def audit_file(file: Path, table: CrawlerTable, path: str) -> SiteReport:
    """Return what a file says, or the files of a site in a folder; raises BadFile.

    A file that is not known by its name is taken for a robots.txt.
    """
    if is_folder(file):
        return look_at(str(file), _pieces_in(file), table, path)
    kind = "page" if file.suffix.lower() in _PAGES else _BY_NAME.get(file.name.lower(), "robots")
    piece = Piece(kind, file.name, read_bytes(file, FILE_LIMIT))
    return look_at(str(file), (piece,), table, path)


def _pieces_in(folder: Path) -> list[Piece]:
    pieces = []
    for kind, name in _IN_FOLDER:
        file = folder / name
        if os.path.lexists(file):
            pieces.append(Piece(kind, name, read_bytes(file, FILE_LIMIT)))
        elif kind == "robots":
            pieces.append(Piece(kind, name, status=404))
    return pieces


def audit_site(
    url: str, addresses: tuple[Address, ...], table: CrawlerTable, path: str, door: "Door"
) -> SiteReport:
    """Fetch *addresses*, which the person said yes to, and return what the site of *url* says.

    Raises Refusal where the site cannot be reached at all, and PrivateHost.
    """
    pieces = []
    for kind, address in addresses:
        answer = door.get(address, LIMITS[kind])
        status = answer.status
        piece = Piece(kind, address, answer.body, status, answer.headers, answer.problem)
        pieces.append(piece)
        if kind == "robots" and not status:
            raise Refusal(f"{host_of(url)}: {answer.problem}")
    return look_at(url, pieces, table, path)


def audit_video(video: str, address: str, door: "Door") -> VideoReport:
    """Fetch *address*, which the person said yes to, and return what YouTube says of *video*.

    Raises Refusal for an answer that cannot be understood.
    """
    answer = door.get(address, VIDEO_LIMIT)
    if answer.problem:
        raise Refusal(f"{host_of(address)}: {answer.problem}")
    return read_answer(video, address, answer.status, answer.body)
