"""Lines of a list whose columns stand under each other, for whatever width there is."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.css.styles import RulesMap
from textual.style import Style

from optout_tui.tui.widgets.fitted import Fitted

Cells = Sequence[Content]
LAST = 12
"""The least cells in which the last column is worth showing."""


@lru_cache(maxsize=256)
def _drawn(ground: Style, own: Style) -> RichStyle:
    return (ground + own).rich_style


class Line(Fitted):
    """A row of a table: one line at every width, so that nothing has to be wrapped or measured."""

    def __init__(self, table: "_Table", cells: Cells) -> None:
        """Show *cells*, lined up with the other rows of *table*."""
        self._table = table
        self._cells = cells

    def at(self, width: int) -> Content:
        """Return the line of at most *width* cells."""
        return self._table.line(self._cells, width)

    def segments(
        self, width: int, style: Style, styled: Callable[[str | Style], Style]
    ) -> list[Segment]:
        """Return exactly *width* cells on the ground of *style*; *styled* knows other styles."""
        line = self.at(width)
        parts = line.render(style, end="", parse_style=styled)
        rest = Segment(" " * (width - line.cell_length), style.rich_style)
        return [*(Segment(text, _drawn(style, own)) for text, own in parts), rest]

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """Return that it is one line."""
        return 1


def columns(
    rows: Sequence[Cells], *, gap: int = 3, widest: Sequence[int] = (), second_from: int = 0
) -> list[Line]:
    """Return each row as a line whose columns are lined up.

    *widest* makes the first columns as wide as other rows need that are not among *rows*.

    Where there is no room for all columns the last ones are left out; the second stays, since
    a row is worth little without it, in a width of at least *second_from* cells. The last column
    shown is cut with an ellipsis.
    """
    if not rows:
        return []
    widths = [max(row[n].cell_length for row in rows) for n in range(len(rows[0]))]
    widths[: len(widest)] = map(max, widths, widest)
    table = _Table(widths, gap, second_from)
    return [Line(table, row) for row in rows]


class _Table:
    """How wide the columns are, and how many there is room for."""

    def __init__(self, widths: list[int], gap: int, second_from: int) -> None:
        self._widths = widths
        self._gap = gap
        self._second_from = second_from

    def line(self, row: Cells, width: int) -> Content:
        """Return *row* as a line of at most *width* cells."""
        parts: list[Content] = []
        used, last = 0, self._shown(width) - 1
        for cell, wide in zip(row[:last], self._widths, strict=False):
            wanted = min(wide + self._gap, max(width // 2, 8))
            cut = cell.truncate(wanted - 1, ellipsis=True)
            parts.append(cut.pad_right(wanted - cut.cell_length))
            used += wanted
        parts.append(row[last].truncate(max(width - used, 1), ellipsis=True))
        return Content("").join(parts)

    def _shown(self, width: int) -> int:
        shown = len(self._widths) if width >= self._second_from else 1
        while shown > 2 and self._needed(shown - 1) + LAST > width:  # noqa: PLR2004
            shown -= 1
        return shown

    def _needed(self, count: int) -> int:
        return sum(self._widths[:count]) + self._gap * count
