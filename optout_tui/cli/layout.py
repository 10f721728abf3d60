"""Text in columns and lines, measured in terminal cells rather than in characters."""

import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence

from optout_tui.safety.text import clean

GAP = "  "
NARROWEST = 6
OLD_MARK = "!"
"""Stands behind a day on which something was checked too long ago, where words have no room."""
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def line_width() -> int | None:
    """Return how many cells a line may take: ``COLUMNS``, else the terminal's width.

    None for a pipe or a file, where a line may be as long as it is and stays one line.
    """
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return max(int(columns), 20)
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, 20)
    except (OSError, ValueError, AttributeError):
        return None


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


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for char in word:
        if pieces[-1] and cells(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


def hang(lead: str, text: str, width: int | None) -> list[str]:
    """Return *text* after *lead*, its further lines under its own beginning."""
    room = None if width is None else max(width - cells(lead), 20)
    flat = " ".join(clean(text, newlines=True).split())
    first, *rest = fold(flat, room)
    indent = " " * cells(lead)
    return [f"{lead}{first}".rstrip(), *(f"{indent}{line}" for line in rest)]


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], whole: Sequence[int] = ()) -> str:
    """Return *rows* under *headings* in aligned columns, no line longer than a line may be.

    The columns in *whole* are never broken: what stands there is there to be copied.
    """
    grid = [list(headings), *([clean(cell) for cell in row] for row in rows)]
    widths = [max(cells(row[n]) for row in grid) for n in range(len(headings))]
    _shrink(widths, line_width(), whole)
    return "\n".join(line for row in grid for line in _row_lines(row, widths))


def _shrink(widths: list[int], limit: int | None, whole: Sequence[int]) -> None:
    """Take from the widest column that may be narrowed, again and again, until a row fits."""
    if limit is None:
        return
    room = limit - len(GAP) * (len(widths) - 1)
    while sum(widths) > room:
        widest = max((n for n in range(len(widths)) if n not in whole), key=widths.__getitem__)
        if widths[widest] <= NARROWEST:
            return
        widths[widest] -= 1


def _row_lines(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    folded = [fold(cell, width, split=True) for cell, width in zip(row, widths, strict=True)]
    height = max(len(lines) for lines in folded)
    return [
        GAP.join(
            _padded(lines[n] if n < len(lines) else "", width)
            for lines, width in zip(folded, widths, strict=True)
        ).rstrip()
        for n in range(height)
    ]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))
