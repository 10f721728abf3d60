"""A page of text that stands in two columns where there is room, and in one where there is not."""

from collections.abc import Callable
from itertools import zip_longest

from textual.content import Content

from optout_tui.tui.flow import GAP, Block, lay_out
from optout_tui.tui.widgets.prose import Prose

Make = Callable[[int], list[Block]]
"""From a width in cells to the blocks that fit it."""

TWO_FROM = 84
BETWEEN = 4


class TwoColumns(Prose):
    """Shows what two functions make for the width there is."""

    left: Make | None = None
    right: Make | None = None

    def tell(self, left: Make, right: Make) -> None:
        """Show what *left* and *right* make, from its beginning."""
        self.left, self.right = left, right
        self.show(())

    def show_one(self, make: Make) -> None:
        """Show what *make* makes, in one column."""
        self.left, self.right = make, None
        self.show(())

    def laid_out(self, width: int) -> Content:
        """Return the text for a width."""
        if self.left is None:
            return super().laid_out(width)
        if self.right is None:
            return lay_out(self.left(width), width)
        if width < TWO_FROM:
            return lay_out([*self.left(width), GAP, *self.right(width)], width)
        half = (width - BETWEEN) // 2
        first = lay_out(self.left(half), half).split("\n", allow_blank=True)
        second = lay_out(self.right(half), half).split("\n", allow_blank=True)
        return Content("\n").join(
            line.pad_right(max(half + BETWEEN - line.cell_length, 0)) + beside
            for line, beside in zip_longest(first, second, fillvalue=Content(""))
        )
