"""A scrolling page of text that keeps its indents at every width."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from optout_tui.tui.flow import Block, lay_out


class Prose(VerticalScroll):
    """Shows blocks of text; lays them out anew when its width changes."""

    def __init__(
        self,
        blocks: Sequence[Block] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        """Show *blocks* at first."""
        super().__init__(id=id, classes=classes)
        self.blocks = blocks
        self._width = 0

    def compose(self) -> ComposeResult:
        """Yield the one text that is updated in place."""
        yield Static(markup=False)

    def show(self, blocks: Sequence[Block]) -> None:
        """Show *blocks* from their beginning."""
        self.blocks = blocks
        self._draw()
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Lay the text out again where the width changed."""
        if self.scrollable_content_region.width != self._width:
            self._draw()

    def _draw(self) -> None:
        self._width = self.scrollable_content_region.width
        if self._width:
            text = self.query_one(Static)
            content = self.laid_out(self._width)
            # Said, not measured: Textual may keep the height the text had while it was empty.
            text.styles.height = content.plain.count("\n") + 1
            text.update(content)

    def laid_out(self, width: int) -> Content:
        """Return the text for a width."""
        return lay_out(self.blocks, width)
