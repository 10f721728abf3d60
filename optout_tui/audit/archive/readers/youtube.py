"""YouTube in Google Takeout. Folders, files, columns and values are in the person's language.

A table in English is known by its columns, one in another language by what stands in it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import msgspec

from optout_tui.audit.archive.model import Item, Visibility
from optout_tui.audit.archive.reader import Account, Part, Reader, Row, inside
from optout_tui.audit.archive.readers.shared import cell, folded
from optout_tui.audit.archive.text import seconds_of

_PUBLIC = folded(
    ("Public", "Öffentlich", "Público", "Publique", "Public", "Pubblico", "Pubblica", "Openbaar")
)
_NOT_PUBLIC = folded(
    (
        "Private", "Unlisted", "Privat", "Nicht gelistet", "Privado", "Oculto", "No listado",
        "Privée", "Non répertoriée", "Privato", "Privata", "Non in elenco", "Privé", "Verborgen",
        "Niet vermeld", "Não listado",
    )
)  # fmt: skip
_VIDEO_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_COMMENT_ID = re.compile(r"Ug[A-Za-z0-9_.-]{20,}")
_WHEN = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*")
_VIDEO_COLUMNS = 5
UNKNOWN: Visibility = "not_recorded"


class Segment(msgspec.Struct, gc=False):
    """A piece of a comment's text."""

    text: str = ""


_SEGMENTS = msgspec.json.Decoder(list[Segment])


def state_of(word: str) -> Visibility:
    """Return the state that YouTube's word for an audience means; other words say nothing.

    "Unlisted" is not public, although anyone with the link can see it.
    """
    word = word.strip().casefold()
    if word in _PUBLIC:
        return "public"
    return "not_public" if word in _NOT_PUBLIC else "not_recorded"


def _tables(rows: Iterable[Row], account: Account) -> Iterator[Item]:
    """Yield what a table holds, whichever it is; most hold nothing that the person made."""
    ahead = iter(rows)
    first = next(ahead, None)
    if first is None:
        return
    cells = list(first.values())
    whole = chain([first], ahead)
    if "channel visibility" in first:
        word = state_of(cell(first, "channel visibility"))
        account.private = {"public": False, "not_public": True}.get(word)
    elif "comment text" in first or "comment id" in first or _COMMENT_ID.fullmatch(cells[0]):
        yield from _comments(whole)
    elif "privacy" in first or _is_video(cells):
        yield from _videos(whole)


def _is_video(cells: Sequence[str]) -> bool:
    return (
        len(cells) >= _VIDEO_COLUMNS
        and bool(_VIDEO_ID.fullmatch(cells[0]))
        and any(_WHEN.fullmatch(one) for one in cells)
        and any(state_of(one) != "not_recorded" for one in cells)
    )


def _videos(rows: Iterable[Row]) -> Iterator[Item]:
    for row in rows:
        cells = list(row.values())
        word = cell(row, "privacy")
        state = state_of(word) if word else _state_in(cells[1:])
        title = cell(row, "video title (original)")
        yield Item("videos", _when(row, "video create timestamp"), title, state, id=cells[0])


def _state_in(cells: Iterable[str]) -> Visibility:
    """Return the one state that *cells* speak of; a title can be such a word, too."""
    found = {state_of(one) for one in cells} - {UNKNOWN}
    return found.pop() if len(found) == 1 else UNKNOWN


def _comments(rows: Iterable[Row]) -> Iterator[Item]:
    for row in rows:
        cells = list(row.values())
        text = cell(row, "comment text")
        if not text:
            text = next((one for one in cells if one.lstrip().startswith('{"')), "")
        at = _when(row, "comment create timestamp")
        yield Item("comments", at, _plain(text), id=cells[0])


def _when(row: Row, column: str) -> float | None:
    """Return the time under *column*, or the first time in the row where it has another name."""
    said = cell(row, column)
    found = said or next((one for one in row.values() if _WHEN.fullmatch(one)), "")
    return seconds_of(found)


def _plain(text: str) -> str:
    try:
        return "".join(one.text for one in _SEGMENTS.decode(f"[{text}]"))
    except (ValueError, RecursionError):
        return text


_FOLDER = r"youtube[^/]*/"

PARTS = (Part(inside(rf"{_FOLDER}.+\.csv$"), rows=_tables),)

READER = Reader(
    "youtube",
    "YouTube",
    (("2023", inside(rf"{_FOLDER}.+\.csv$")), ("2018", inside(rf"{_FOLDER}.+\.(?:json|html)$"))),
    PARTS,
    inside(rf"{_FOLDER}(?:my-)?(?:comments|live-chat-messages|my-comments)[^/]*/.*\.html$"),
    "ask Google Takeout for it again: newer exports write comments as tables",
    ("Unlisted videos count as not public, but anyone who has the link can see them.",),
)
