"""What came back to a request."""

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from optout_tui.checklist.history import is_open
from optout_tui.checklist.model import ReplyKind
from optout_tui.journey.choices import REASONS, REPLIES, SUBJECTS
from optout_tui.journey.request_days import typed_day
from optout_tui.tui.dialogs.answers import Given
from optout_tui.tui.dialogs.base import Dialog, label
from optout_tui.tui.dialogs.which import Requests, begin_at, chosen_request, which_request
from optout_tui.tui.flow import plain
from optout_tui.tui.widgets.fields import Field
from optout_tui.tui.widgets.listing import Listing


class ReplyDialog(Dialog[Given]):
    """Asks what the company answered, why where it refuses, about what where it asks, and when."""

    ENTER = "enter Keep"

    def __init__(self, account: str, today: date, requests: Requests) -> None:
        """Ask for *account*, about one of *requests*; *today* is suggested."""
        super().__init__(f"An answer: {account}")
        self.today = today
        self.requests = requests

    def fields(self) -> Iterable[Widget]:
        """Yield the lists, the day and their words."""
        yield label("What do they say?")
        kinds = (Option(plain(text)) for _, text in REPLIES)
        yield Listing(kinds, id="kind", moved=self._ask_more)
        yield Listing((Option(plain(text)) for _, text in REASONS), id="reason")
        yield Listing((Option(plain(text)) for _, text in SUBJECTS), id="about")
        yield from which_request(self.requests)
        yield label("When")
        yield Field(self.today.isoformat(), id="day", restrict=r"[0-9-]*", max_length=10)
        yield label("Their words or reference")
        yield Field(id="words", max_length=500)

    def on_mount(self) -> None:
        """Begin at the first answer, to a request that waits for one."""
        begin_at(self, self.requests, is_open)
        for name in ("about", "reason", "kind"):
            listing = self.query_one(f"#{name}", OptionList)
            listing.highlighted = 0
        listing.focus()
        self._ask_more()

    def _kind(self) -> ReplyKind:
        return REPLIES[self.query_one("#kind", OptionList).highlighted or 0][0]

    def _ask_more(self) -> None:
        """Ask for the reason of a refusal, and for what a question is about."""
        self.query_one("#reason").display = self._kind() == "refused"
        self.query_one("#about").display = self._kind() == "question"

    def answer(self) -> Given:
        """Return what was chosen and typed; raises Refusal for a day that is none."""
        kind = self._kind()
        reason = REASONS[self.query_one("#reason", OptionList).highlighted or 0][0]
        about = SUBJECTS[self.query_one("#about", OptionList).highlighted or 0][0]
        return Given(
            kind=kind,
            on=typed_day(self.query_one("#day", Input).value, self.today),
            words=self.query_one("#words", Input).value,
            request=chosen_request(self, self.requests),
            reason=reason if kind == "refused" else None,
            about=about if kind == "question" else None,
        )

    def on_option_list_option_selected(self) -> None:
        """Enter on a line answers."""
        self.action_take()
