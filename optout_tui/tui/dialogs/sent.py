"""When something was sent, by which channel, and under which reference."""

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from optout_tui.journey.choices import CHANNELS
from optout_tui.journey.request_days import typed_day
from optout_tui.tui.dialogs.answers import Posted
from optout_tui.tui.dialogs.base import Dialog, label, words
from optout_tui.tui.flow import plain
from optout_tui.tui.widgets.fields import Field
from optout_tui.tui.widgets.listing import Listing


class SentDialog(Dialog[Posted]):
    """Asks for the day, the channel and a reference; enter alone means today, by form."""

    ENTER = "enter It is sent"

    def __init__(self, account: str, today: date) -> None:
        """Ask for *account*; *today* is suggested."""
        super().__init__(f"Sent: {account}")
        self.today = today

    def fields(self) -> Iterable[Widget]:
        """Yield the day, the reference, the channel and the day it arrived."""
        yield words(
            "The time to answer runs from the day it arrives. Press enter if you sent it today."
        )
        yield label("Sent on")
        yield Field(self.today.isoformat(), id="day", restrict=r"[0-9-]*", max_length=10)
        yield label("Their reference, if they gave one")
        yield Field(id="reference", max_length=500)
        yield label("How")
        yield Listing((Option(plain(text)) for _, text in CHANNELS), id="how")
        yield label("Arrived on, where that was later")
        yield Field(id="received", restrict=r"[0-9-]*", max_length=10)

    def on_mount(self) -> None:
        """Begin with the form, which is how nearly all are sent."""
        self.query_one("#how", OptionList).highlighted = 0
        self.query_one("#day", Input).focus()

    def answer(self) -> Posted:
        """Return what was typed; raises Refusal for a day that is none."""
        chosen = self.query_one("#how", OptionList).highlighted or 0
        sent = typed_day(self.query_one("#day", Input).value, self.today)
        return Posted(
            sent=sent,
            received=typed_day(self.query_one("#received", Input).value, sent),
            channel=CHANNELS[chosen][0],
            reference=self.query_one("#reference", Input).value,
        )

    def on_option_list_option_selected(self) -> None:
        """Enter on a line answers."""
        self.action_take()
