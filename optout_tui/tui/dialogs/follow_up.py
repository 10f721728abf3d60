"""What a person wrote about a request: a reminder, a complaint, an appeal, an answer."""

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from optout_tui.checklist.history import has_open_question, is_open
from optout_tui.journey.choices import FOLLOW_UP_CHANNELS, FOLLOW_UPS
from optout_tui.journey.request_days import typed_day
from optout_tui.journey.requests import Dispatch
from optout_tui.tui.dialogs.answers import Followed
from optout_tui.tui.dialogs.base import Dialog, label
from optout_tui.tui.dialogs.which import Requests, begin_at, chosen_request, which_request
from optout_tui.tui.flow import plain
from optout_tui.tui.widgets.fields import Field
from optout_tui.tui.widgets.listing import Listing


class FollowUpDialog(Dialog[Followed]):
    """Asks what went out about a request, when and how."""

    ENTER = "enter Keep"

    def __init__(self, account: str, today: date, requests: Requests) -> None:
        """Ask for *account*, about one of *requests*; *today* is suggested."""
        super().__init__(f"Sent about a request: {account}")
        self.today = today
        self.requests = requests
        asked = any(has_open_question(one) for one in requests)
        self.kinds = [one for one in FOLLOW_UPS if asked or one[0] != "answer"]

    def fields(self) -> Iterable[Widget]:
        """Yield what it was, which request it is about, the day, the channel and a reference."""
        yield label("What did you send?")
        yield Listing((Option(plain(text)) for _, text in self.kinds), id="kind")
        yield from which_request(self.requests)
        yield label("Sent on")
        yield Field(self.today.isoformat(), id="day", restrict=r"[0-9-]*", max_length=10)
        yield label("Their reference, if they gave one")
        yield Field(id="reference", max_length=500)
        yield label("How")
        yield Listing((Option(plain(text)) for _, text in FOLLOW_UP_CHANNELS), id="how")

    def on_mount(self) -> None:
        """Begin with a reminder by e-mail, about a request that waits."""
        begin_at(self, self.requests, is_open)
        self.query_one("#how", OptionList).highlighted = 0
        listing = self.query_one("#kind", OptionList)
        listing.highlighted = 0
        listing.focus()

    def answer(self) -> Followed:
        """Return what was chosen and typed; raises Refusal for a day that is none."""
        kind = self.kinds[self.query_one("#kind", OptionList).highlighted or 0][0]
        how = FOLLOW_UP_CHANNELS[self.query_one("#how", OptionList).highlighted or 0][0]
        day = typed_day(self.query_one("#day", Input).value, self.today)
        reference = self.query_one("#reference", Input).value
        dispatch = Dispatch(day, channel=how, reference=reference)
        return Followed(kind, dispatch, chosen_request(self, self.requests))

    def on_option_list_option_selected(self) -> None:
        """Enter on a line answers."""
        self.action_take()
