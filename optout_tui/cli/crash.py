"""A bug of ours, written down without anything of the person's: no message, no argument."""

import os
import platform
import secrets
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from optout_tui import __version__

_PACKAGE = Path(__file__).parent.parent


def write_report(error: BaseException, data_folder: Path) -> Path:
    """Write a report of *error* into ``data_folder/crash-reports`` (0600) and return its path.

    It holds the exception's type, the lines of our own code it came through, and versions.
    Raises OSError where it cannot be written.
    """
    now = datetime.now(UTC)
    folder = data_folder / "crash-reports"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{now:%Y-%m-%dT%H%M%SZ}-{secrets.token_hex(3)}.txt"
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with open(descriptor, "w", encoding="utf-8") as stream:  # noqa: PTH123 - a descriptor
        stream.write(report(error, now))
    return path


def report(error: BaseException, now: datetime) -> str:
    """Return the text of a report made at *now* (UTC)."""
    python = ".".join(map(str, sys.version_info[:3]))
    lines = [
        f"optout-tui {__version__}, Python {python}, {platform.system()}, {now:%Y-%m-%dT%H:%M:%SZ}",
        "This file holds no name, no handle and nothing you typed.",
    ]
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        lines += ["", f"{type(link).__module__}.{type(link).__qualname__}", *_frames(link)]
        link = link.__cause__ or link.__context__
    return "\n".join(lines) + "\n"


def _frames(error: BaseException) -> list[str]:
    frames = []
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(_PACKAGE):
            frames.append(f"  {path.relative_to(_PACKAGE.parent)}:{frame.lineno} {frame.name}")
    return frames
