"""The days that matter to an account: answers due, times to write, when to look again.

None of it depends on today: the same checklist has the same days whenever one looks.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from optout_tui.checklist.history import (
    COMPLAINTS,
    final_replies,
    is_open,
    newest,
    since_final_reply,
)
from optout_tui.checklist.kinds import FollowUpKind
from optout_tui.checklist.model import Event, EventKind
from optout_tui.checklist.progress import CLOSED, AccountView, RequestView
from optout_tui.checklist.standing import FINISHED, Dated, What
from optout_tui.library.knowledge import Knowledge
from optout_tui.rights import complain_by, internal_step, internal_step_due

NO_WORD_YET = date.max
"""Stands for the day of a company's last word where it never wrote: no period runs from it."""


def dates_of(view: AccountView, region: str, knowledge: Knowledge) -> list[Dated]:
    """Return every day that matters to the account of a person living in *region*.

    Where the law names no number of days there is no day for an answer, and none after it.
    """
    company = view.guide.company if view.guide else view.account.platform
    found = [
        Dated(
            on=on,
            what=what,
            account=view.account.id,
            label=view.label,
            company=company,
            request=request.request.id,
            kind=request.request.kind,
            latest=request.latest if what == "reply" else None,
            letter=letter,
        )
        for request in view.requests
        for what, on, letter in _RequestDays(request, region, knowledge).days()
    ]
    if (again := check_again_on(view)) is not None:
        found.append(
            Dated(
                on=again,
                what="check-again",
                account=view.account.id,
                label=view.label,
                company=company,
            )
        )
    return found


def check_again_on(view: AccountView) -> date | None:
    """Return the day to look at a finished account again: its last tick plus the guide's period.

    Where nothing was ticked because there is nothing to do, the period runs from the day
    the route was checked. None while the account is not finished.
    """
    if view.route is None or view.state not in FINISHED:
        return None
    ticked = [step.mark.at.date() for step in view.steps if step.mark and step.state in CLOSED]
    return _later(max(ticked, default=view.route.checked), view.route.again.after)


_Day = tuple[What, date, FollowUpKind | None]


class _RequestDays:
    """The days of one request, as the law of a region sets them."""

    def __init__(self, view: RequestView, region: str, knowledge: Knowledge) -> None:
        self.view = view
        self.region = region
        self.knowledge = knowledge
        final = final_replies(view.request)
        self.answered = final[-1] if final else None

    def days(self) -> Iterator[_Day]:
        """Yield what falls on which day, and the letter to write then."""
        if self.view.law is None or self.view.state == "granted":
            return
        due = self.view.due
        if due is not None and is_open(self.view.request):
            yield "reply", due, None
            if self._may_remind(due):
                yield "remind", _after(due), "reminder"
        if self._last_said("complaint") is None:
            yield from self._complaining()

    def _last_said(self, *kinds: EventKind) -> Event | None:
        """Return what the person last wrote of *kinds* since the company's final reply."""
        return newest(since_final_reply(self.view.request), frozenset(kinds))

    def _may_remind(self, due: date) -> bool:
        reminded = self._last_said("reminder")
        return self._last_said(*COMPLAINTS) is None and not (reminded and reminded.on > due)

    def _complaining(self) -> Iterator[_Day]:
        if (begins := self._complain_from()) is not None:
            yield "complain-from", *begins
        last_word = self.answered.on if self.answered else NO_WORD_YET
        received = self.view.request.received
        ends = complain_by(self.knowledge, self.region, last_word, received=received)
        if ends is not None:
            yield "complain-by", ends, "complaint"

    def _complain_from(self) -> tuple[date, FollowUpKind] | None:
        """Return the first day of the next complaint, and which one it is."""
        begins = self._first_day()
        if begins is None:
            return None
        step = self._step_before_authority(begins)
        taken = self._last_said(step) if step else None
        if step is None or taken is None:
            return begins, step or "complaint"
        waited_for = internal_step_due(self.knowledge, self.region, taken.on)
        return (max(begins, _after(waited_for)), "complaint") if waited_for else None

    def _first_day(self) -> date | None:
        """Return the day of the refusal, or the one after the last lawful day for an answer."""
        if self.answered is not None:
            return self.answered.on
        return _after(self.view.latest) if self.view.latest else None

    def _step_before_authority(self, begins: date) -> FollowUpKind | None:
        """Return what the company itself must get first, unless it has answered that already.

        An appeal is against a refusal; silence needs none.
        """
        step = internal_step(self.knowledge, self.region, begins)
        if step is None or (step.kind == "appeal" and self.answered is None):
            return None
        earlier = len(self.view.request.events) - len(since_final_reply(self.view.request))
        asked = newest(self.view.request.events[:earlier], frozenset({step.kind}))
        return None if asked else step.kind


def _after(day: date) -> date:
    return min(day, date.max - timedelta(days=1)) + timedelta(days=1)


def _later(start: date, period: str) -> date:
    from dateutil.relativedelta import relativedelta  # only a finished account needs it

    count = int(period[1:-1])
    steps = {
        "Y": relativedelta(years=count),
        "M": relativedelta(months=count),
        "D": relativedelta(days=count),
    }
    try:
        return start + steps[period[-1]]
    except (ValueError, OverflowError):  # a date typed by hand may lie at the end of all years
        return date.max
