"""One of several."""

from collections.abc import Iterable, Sequence

from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from optout_tui.tui.dialogs.base import Dialog
from optout_tui.tui.flow import plain
from optout_tui.tui.widgets.listing import Listing


class PickDialog(Dialog[str]):
    """Answers with the key of the chosen line."""

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], now: str) -> None:
        """Offer *choices* as keys and words; *now* is the key of the present one."""
        super().__init__(title)
        self.choices = choices
        self.now = now

    def fields(self) -> Iterable[Widget]:
        """Yield the list."""
        yield Listing((Option(plain(words)) for _, words in self.choices), click_answers=True)

    def on_mount(self) -> None:
        """Begin at the present choice."""
        keys = [key for key, _ in self.choices]
        listing = self.query_one(OptionList)
        listing.highlighted = keys.index(self.now) if self.now in keys else 0
        listing.focus()

    def answer(self) -> str:
        """Return the chosen key."""
        return self.choices[self.query_one(OptionList).highlighted or 0][0]

    def on_option_list_option_selected(self) -> None:
        """Enter on a line answers."""
        self.action_take()
