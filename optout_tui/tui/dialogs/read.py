"""Something to read, with a scroll bar where it is long."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.widget import Widget

from optout_tui.tui.dialogs.base import Dialog
from optout_tui.tui.flow import Block, plain
from optout_tui.tui.symbols import SYMBOLS
from optout_tui.tui.widgets.prose import Prose


class ReadDialog(Dialog[None]):
    """Shows blocks of text."""

    KEYS: ClassVar[str] = "esc Close"

    def __init__(self, title: str, blocks: Sequence[Block]) -> None:
        """Show *blocks* under *title*."""
        super().__init__(title)
        self.blocks = blocks
        self.add_class("-wide-box")

    def fields(self) -> Iterable[Widget]:
        """Yield the text."""
        yield Prose(self.blocks, id="text")

    def on_mount(self) -> None:
        """Let the arrow keys scroll it."""
        box = self.query_one("#box")
        box.border_subtitle = plain(f"{SYMBOLS.up_down} Scroll   {self.KEYS}")
        self.query_one(Prose).can_focus = False
        box.can_focus = True
        box.focus()
