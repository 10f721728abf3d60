"""What is coming up, as much of it as there is room for."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from optout_tui.tui.flow import Block, block, lay_out


class Coming(Widget):
    """A few dated lines below a heading; it says how many there is no room for."""

    def __init__(self, heading: str, lines: Sequence[Block], count: int) -> None:
        """Show *lines*, the first of *count*, below *heading*, or nothing where there are none."""
        super().__init__()
        self.heading = block(heading, "bold $muted")
        self.lines = lines
        self.count = count

    def render(self) -> Content:
        """Return the lines that fit."""
        if not self.lines:
            return Content("")
        width, height = self.content_size
        for shown in range(min(len(self.lines), height), 0, -1):
            left = self.count - shown
            more = [block(f"and {left} more: press d", "$muted")] if left else []
            text = lay_out([self.heading, block(""), *self.lines[:shown], *more], width)
            if text.plain.count("\n") < height:
                return text
        return Content("")
