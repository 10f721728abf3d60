"""What a person holds: a mail, a receipt, a screenshot, and whether it is an answer."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from optout_tui.checklist.history import is_open
from optout_tui.journey.choices import HELD, HELD_WHILE_WAITING
from optout_tui.library.guides import EvidenceKind
from optout_tui.tui.dialogs.answers import Held
from optout_tui.tui.dialogs.base import Dialog, label, words
from optout_tui.tui.dialogs.which import Requests, begin_at, chosen_request, which_request
from optout_tui.tui.flow import plain
from optout_tui.tui.widgets.fields import Field
from optout_tui.tui.widgets.listing import Listing


class EvidenceDialog(Dialog[Held]):
    """Asks what the person holds. Where a request is out, a mail can be the answer to it."""

    ENTER: ClassVar[str] = "enter Keep"

    def __init__(self, account: str, kind: EvidenceKind, *, ticks: bool, waiting: Requests) -> None:
        """Suggest *kind*; *ticks* says that it ticks a step, *waiting* what has no reply yet."""
        super().__init__(f"Proof: {account}")
        self.ticks = ticks
        self.waiting = waiting
        self.choices = HELD_WHILE_WAITING if waiting else HELD
        self.first = next((n for n, one in enumerate(self.choices) if one[0] == kind), 0)

    def fields(self) -> Iterable[Widget]:
        """Yield the list and where to find it again."""
        if self.ticks:
            yield words("Keep it where you keep such things; here you only say what and where.")
        yield label("What do you hold?")
        options = (Option(plain(text)) for _, _, text in self.choices)
        yield Listing(options, id="what")
        yield from which_request(self.waiting)
        yield label("Where to find it again: a subject, a case number, a file name")
        yield Field(id="reference", max_length=500)

    def on_mount(self) -> None:
        """Begin with what the step leaves in one's hands."""
        begin_at(self, self.waiting, is_open)
        listing = self.query_one("#what", OptionList)
        listing.highlighted = self.first
        listing.focus()

    def answer(self) -> Held:
        """Return what was chosen and typed."""
        kind, answer, _ = self.choices[self.query_one("#what", OptionList).highlighted or 0]
        reference = self.query_one("#reference", Input).value
        return Held(kind, reference, "", answer, chosen_request(self, self.waiting))

    def on_option_list_option_selected(self) -> None:
        """Enter on a line answers."""
        self.action_take()
