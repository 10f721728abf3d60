"""A scrolling page of text that keeps its indents at every width."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from optout_tui.tui.flow import Block, lay_out


class Prose(VerticalScroll):
    """Shows blocks of text, laid out for the width there is."""

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

    def compose(self) -> ComposeResult:
        """Yield the text."""
        yield _Text(self.laid_out)

    def show(self, blocks: Sequence[Block]) -> None:
        """Show *blocks* from their beginning."""
        self.blocks = blocks
        for text in self.query(_Text):  # there is none before the page stands
            text.forget()
        self.scroll_home(animate=False)

    def laid_out(self, width: int) -> Content:
        """Return the text for a width."""
        return lay_out(self.blocks, width)


class _Text(Static):
    """Is laid out while its height is asked for, so that the first frame is whole already."""

    def __init__(self, laid_out: Callable[[int], Content]) -> None:
        """Show what *laid_out* returns for the width there is."""
        super().__init__(markup=False)
        self._laid_out = laid_out
        self._known: tuple[int, Content] | None = None

    def forget(self) -> None:
        """Lay the text out anew."""
        self._known = None
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def render(self) -> Content:
        """Return the text for the width there is."""
        return self._for(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines the text has at that width."""
        return self._for(width).plain.count("\n") + 1

    def _for(self, width: int) -> Content:
        if self._known is None or self._known[0] != width:
            self._known = width, self._laid_out(width)
        return self._known[1]
