"""A question that only yes or no answers."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from optout_tui.tui.dialogs.base import Dialog, words
from optout_tui.tui.flow import plain


class ConfirmDialog(Dialog[bool]):
    """Answers True for ``y``; enter alone does nothing, so that nothing goes by a slip."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "yes", "Yes"),
        Binding("n", "dismiss_with_nothing", "No", show=False),
        Binding("enter", "ignore", show=False),
    ]

    def __init__(self, title: str, text: str, yes: str) -> None:
        """Ask *title*, explain with *text*; *yes* says what ``y`` does."""
        super().__init__(title)
        self.text = text
        self.yes = yes

    def fields(self) -> Iterable[Widget]:
        """Yield the explanation."""
        yield words(self.text)

    def on_mount(self) -> None:
        """Say what the keys do."""
        self.query_one("#box").border_subtitle = plain(f"y {self.yes}   esc Cancel")

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(result=True)

    def action_ignore(self) -> None:
        """Do nothing."""
