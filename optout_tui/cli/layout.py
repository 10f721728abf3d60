"""Text in columns and lines, measured in terminal cells rather than in characters."""

import sys
from collections.abc import Iterable, Sequence

from optout_tui.journey.lines import cells, fold
from optout_tui.journey.lines import line_width as width_of
from optout_tui.safety.text import clean

GAP = "  "
NARROWEST = 6
OLD_MARK = "!"
"""Stands behind a day on which something was checked too long ago, where words have no room."""


def line_width() -> int | None:
    """Return how many cells a line of stdout may take: ``COLUMNS``, else the terminal's width.

    None for a pipe or a file, where a line may be as long as it is and stays one line.
    """
    return width_of(sys.stdout)


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
