"""Lines of a list whose columns stand under each other."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


@lru_cache(maxsize=256)
def _drawn(ground: Style, own: Style) -> RichStyle:
    return (ground + own).rich_style


class Line(Visual):
    """A row that is one line already: a third of the work of text that may have to be wrapped."""

    def __init__(self, content: Content) -> None:
        """Show *content*, which holds no line end."""
        self.content = content

    def __str__(self) -> str:
        """Return the text alone."""
        return self.content.plain

    def segments(self, style: Style, styled: Callable[[str | Style], Style]) -> list[Segment]:
        """Return the line on the ground of *style*; *styled* knows what styles of the text mean."""
        parts = self.content.render(style, end="", parse_style=styled)
        return [Segment(text, _drawn(style, own)) for text, own in parts]

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the line as any other text would be drawn, cut at *width*."""
        line = Strip(self.segments(style, options.get_style), self.content.cell_length)
        return [line.crop(0, width)][:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """Return how wide the line is, in cells."""
        return self.content.cell_length

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """Return that it is one line."""
        return 1


def columns(
    rows: Sequence[Sequence[Content]],
    width: int,
    *,
    gap: int = 3,
    widest: Sequence[int] = (),
) -> list[Line]:
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
    return [Line(_line(row[:shown], widths, width, gap)) for row in rows]


def _line(row: Sequence[Content], widths: list[int], width: int, gap: int) -> Content:
    parts: list[Content] = []
    used = 0
    for n, cell in enumerate(row):
        if n + 1 == len(row):
            parts.append(cell.truncate(max(width - used, 1), ellipsis=True))
            break
        wanted = min(widths[n] + gap, max(width // 2, 8))
        cut = cell.truncate(wanted - 1, ellipsis=True)
        parts.append(cut.pad_right(wanted - cut.cell_length))
        used += wanted
    return Content("").join(parts)
