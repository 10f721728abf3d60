"""Answers that are gathered in turn, about something that was sent or that came back."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from optout_tui.checklist.history import is_open
from optout_tui.checklist.model import About, Channel, Reason, ReplyKind, Request, WrittenKind
from optout_tui.checklist.words import day
from optout_tui.journey.choices import Holding
from optout_tui.journey.request_days import typed_day
from optout_tui.journey.requests import MAX_REFERENCE, Dispatch
from optout_tui.plain.talk import Talk
from optout_tui.safety.names import one_line_text
from optout_tui.safety.refusal import Refusal

CLOCK = "The time to answer runs from the day it arrives."


class Answers:
    """What was answered so far to questions that come in turn."""

    request: str = ""
    on: date
    received: date
    channel: Channel
    words: str = ""
    reply: ReplyKind
    reason: Reason | None = None
    about: About | None = None
    written: WrittenKind
    held: Holding
    file: Path | None = None

    def __init__(self, talk: Talk, today: date, requests: Sequence[Request] = ()) -> None:
        """Begin with today."""
        self.talk = talk
        self.today = self.on = self.received = today
        self.requests = requests

    def ask_day(self, question: str = "Sent on") -> bool:
        """Ask for the day."""
        default = self.today.isoformat()
        self.on = self.talk.ask_for(question, self._past, default, f"A day such as {default}.")
        return True

    def ask_arrival(self) -> bool:
        """Ask for the day it arrived; what a form sends arrives at once."""
        self.received = self.on
        if self.channel == "form":
            return False
        question, default = "Arrived on, where that was later", self.on.isoformat()
        self.received = self.talk.ask_for(question, self._arrived, default, CLOCK)
        return True

    def _past(self, typed: str) -> date:
        found = typed_day(typed, self.today)
        if found > self.today:
            raise Refusal(f"{found} lies ahead")
        return found

    def _arrived(self, typed: str) -> date:
        found = self._past(typed)
        if found < self.on:
            raise Refusal(f"{found} lies before the day it was sent, {self.on}")
        return found

    def dispatch(self) -> Dispatch:
        """Return when and how it was sent."""
        return Dispatch(self.on, self.received, self.channel, self.words)

    def ask_words(self, question: str) -> bool:
        """Ask for a reference or for words; they may stay empty."""
        self.words = self.talk.ask_for(question, _reference, explain="It may stay empty.")
        return True

    def ask_request(self, fits: Callable[[Request], bool] = is_open) -> bool:
        """Ask which request is meant, where there are several; the first that *fits* first."""
        if len(self.requests) < 2:  # noqa: PLR2004
            self.request = self.requests[0].id if self.requests else ""
            return False
        lines = [
            (one.id, f"{one.kind} of {day(one.sent)} {one.reference}".rstrip())
            for one in self.requests
        ]
        newest = len(lines)
        first = next((n for n, one in enumerate(self.requests, 1) if fits(one)), newest)
        self.request = self.talk.choose("About which request?", lines, first)
        return True


def _reference(typed: str) -> str:
    return one_line_text(typed, "answer", MAX_REFERENCE)
