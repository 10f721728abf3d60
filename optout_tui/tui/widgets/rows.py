"""Lines of a list whose columns stand under each other."""

from collections.abc import Sequence

from textual.content import Content


def columns(
    rows: Sequence[Sequence[Content]],
    width: int,
    *,
    gap: int = 3,
    widest: Sequence[int] = (),
) -> list[Content]:
    """Return each row as one line of at most *width* cells, its columns lined up.

    *widest* makes the first columns as wide as other rows need that are not among *rows*.

    Where there is no room for all columns the last ones are left out, but for the second:
    a row is worth little without it. The last column shown is cut with an ellipsis.
    """
    if not rows:
        return []
    widths = [max(row[n].cell_length for row in rows) for n in range(len(rows[0]))]
    widths[: len(widest)] = map(max, widths, widest)
    shown = len(widths)
    while shown > 2 and sum(widths[: shown - 1]) + gap * (shown - 1) + 12 > width:  # noqa: PLR2004
        shown -= 1
    return [_line(row[:shown], widths, width, gap) for row in rows]


def _line(row: Sequence[Content], widths: list[int], width: int, gap: int) -> Content:
    line = Content("")
    for n, cell in enumerate(row):
        room = max(width - line.cell_length, 1)
        if n + 1 == len(row):
            return line + cell.truncate(room, ellipsis=True)
        wanted = min(widths[n] + gap, max(width // 2, 8))
        cut = cell.truncate(wanted - 1, ellipsis=True)
        line += cut.pad_right(wanted - cut.cell_length)
    return line
