"""Before anything leaves this computer: which addresses, and a yes."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from optout_tui.tui.dialogs.base import Dialog, words
from optout_tui.tui.flow import block, plain
from optout_tui.tui.widgets.prose import Prose

WORDS = (
    "These are fetched now, and where they lead on to, five times at most. No cookie and nothing "
    "of your checklist is sent; the site sees that somebody at your address asked."
)


class FetchDialog(Dialog[bool]):
    """Answers True for ``y``; enter alone does nothing, so that nothing is fetched by a slip."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "yes", "Yes"),
        Binding("n", "dismiss_with_nothing", "No", show=False),
        Binding("enter", "ignore", show=False),
    ]

    def __init__(self, addresses: Sequence[str]) -> None:
        """Ask about *addresses*."""
        super().__init__("May these addresses be fetched?")
        self.addresses = addresses

    def fields(self) -> Iterable[Widget]:
        """Yield what it means, and each address whole."""
        yield words(WORDS)
        yield Prose([block(address, bullet="· ") for address in self.addresses], id="addresses")

    def on_mount(self) -> None:
        """Say what the keys do."""
        self.query_one("#addresses").can_focus = False
        self.query_one("#box").border_subtitle = plain("y Fetch them   esc Cancel")

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(result=True)

    def action_ignore(self) -> None:
        """Do nothing."""
