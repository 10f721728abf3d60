"""What came back to a request."""

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from optout_tui.checklist.model import ReplyKind
from optout_tui.tui.dialogs.answers import Given
from optout_tui.tui.dialogs.base import Dialog, label, typed_day
from optout_tui.tui.flow import plain
from optout_tui.tui.widgets.fields import Field
from optout_tui.tui.widgets.listing import Listing

KINDS: tuple[tuple[ReplyKind, str], ...] = (
    ("granted", "they will do it"),
    ("refused", "they refuse"),
    ("extension", "they need more time"),
    ("question", "they ask something"),
)


class ReplyDialog(Dialog[Given]):
    """Asks what the company answered, and when."""

    ENTER = "enter Keep"

    def __init__(self, account: str, today: date) -> None:
        """Ask for *account*; *today* is suggested."""
        super().__init__(f"An answer: {account}")
        self.today = today

    def fields(self) -> Iterable[Widget]:
        """Yield the list, the day and their words."""
        yield label("What do they say?")
        yield Listing((Option(plain(text)) for _, text in KINDS), id="kind")
        yield label("When")
        yield Field(self.today.isoformat(), id="day", restrict=r"[0-9-]*", max_length=10)
        yield label("Their reason or reference")
        yield Field(id="words", max_length=500)

    def on_mount(self) -> None:
        """Begin at the first answer."""
        listing = self.query_one("#kind", OptionList)
        listing.highlighted = 0
        listing.focus()

    def answer(self) -> Given:
        """Return what was chosen and typed; raises Refusal for a day that is none."""
        chosen = self.query_one("#kind", OptionList).highlighted or 0
        day = typed_day(self.query_one("#day", Input).value, self.today)
        return Given(KINDS[chosen][0], day, self.query_one("#words", Input).value)

    def on_option_list_option_selected(self) -> None:
        """Enter on a line answers."""
        self.action_take()
