"""Text in lines, measured in terminal cells rather than in characters."""

import os
import unicodedata
from typing import TextIO

from optout_tui.safety.text import clean

NARROWEST_LINE = 20
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def line_width(out: TextIO | None) -> int | None:
    """Return how many cells a line may take: ``COLUMNS``, else the width of *out*.

    None where *out* is a pipe, a file or closed, and has no width of its own.
    """
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return max(int(columns), NARROWEST_LINE)
    try:
        found = os.get_terminal_size(out.fileno()).columns if out is not None else 0
    except (OSError, ValueError, AttributeError):
        return None
    return max(found, NARROWEST_LINE) if found else None


def cells(text: str) -> int:
    """Return how many terminal cells *text* takes."""
    if text.isascii():
        return len(text)
    return sum(_char_cells(char) for char in text)


def _char_cells(char: str) -> int:
    if unicodedata.category(char) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def fold(text: str, width: int | None, *, split: bool = False) -> list[str]:
    """Return *text* as lines of at most *width* cells, broken at spaces.

    A longer word keeps a line for itself, so that an address stays whole, or is *split*.
    """
    if width is None or cells(text) <= width:
        return [text]
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, width) if split else [word]:
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if cells(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return [line for line in lines if line]


def hang(lead: str, text: str, width: int | None) -> list[str]:
    """Return *text* after *lead*, its further lines under its own beginning."""
    room = None if width is None else max(width - cells(lead), 20)
    flat = " ".join(clean(text, newlines=True).split())
    first, *rest = fold(flat, room)
    indent = " " * cells(lead)
    return [f"{lead}{first}".rstrip(), *(f"{indent}{line}" for line in rest)]


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for char in word:
        if pieces[-1] and cells(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces
