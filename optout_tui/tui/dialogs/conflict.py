"""Two programs changed the same thing: what each says, and whose word holds."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from optout_tui.checklist.merge import Side
from optout_tui.journey.choices import SIDES
from optout_tui.journey.sentences import both_kept
from optout_tui.journey.session import Conflict
from optout_tui.tui.dialogs.base import Dialog, words
from optout_tui.tui.flow import plain
from optout_tui.tui.widgets.listing import Listing

MOST_SHOWN = 6


class ConflictDialog(Dialog[Side]):
    """Answers with the side to prefer. Until then both sides are kept, each in its file."""

    ENTER = "enter Keep it so"

    def __init__(self, name: str, conflict: Conflict, copy: str) -> None:
        """Ask about the checklist *name*; *copy* is the file that keeps our side."""
        super().__init__(f"{name} was changed in two places")
        self.conflict = conflict
        self.copy = copy

    def fields(self) -> Iterable[Widget]:
        """Yield what differs, and the two answers."""
        shown = self.conflict.differences[:MOST_SHOWN]
        for one in shown:
            yield words(f"{one.where}: {one.ours} here, {one.theirs} there")
        if more := len(self.conflict.differences) - len(shown):
            yield words(f"and {more} more")
        if not shown:
            yield words(str(self.conflict))
        yield words(both_kept(self.copy))
        yield Listing((Option(plain(text)) for _, text in SIDES), click_answers=True)

    def on_mount(self) -> None:
        """Begin with our side."""
        listing = self.query_one(OptionList)
        listing.highlighted = 0
        listing.focus()

    def answer(self) -> Side:
        """Return the chosen side."""
        return SIDES[self.query_one(OptionList).highlighted or 0][0]

    def on_option_list_option_selected(self) -> None:
        """Enter on a line answers."""
        self.action_take()
