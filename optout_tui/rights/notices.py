"""What a company's own letters do to a clock: an extension, a question, a refusal."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from optout_tui.library.law import Clock, HolidayTable
from optout_tui.rights import clocks


class Question(msgspec.Struct, frozen=True):
    """The company asked who you are or what you mean; ``answered`` is None while it waits."""

    asked: date
    answered: date | None = None


class Running(msgspec.Struct, frozen=True, kw_only=True):
    """A clock as it stands after what the company wrote.

    ``first`` ends the period in which a refusal or an extension must have come, ``due`` is
    the day the answer is due, ``latest`` the last lawful one: the company is late after it.
    All three are None while the clock stands still. ``extended`` says that an extension
    came in time; ``late_notice`` that one came after the first period and changes nothing.
    """

    first: date | None
    due: date | None
    latest: date | None
    extended: bool = False
    late_notice: bool = False


def running(
    clock: Clock,
    received: date,
    holidays: HolidayTable | None,
    *,
    questions: Sequence[Question] = (),
    extended_on: date | None = None,
) -> Running:
    """Return how *clock* stands for a request received on *received*.

    A question stops it, begins it anew or leaves it alone, as :attr:`Clock.pause` says. An
    extension counts only when it was told within the first period; told later, the company
    is late from the end of that period on. Raises OutsideCalendar like the clocks.
    """
    start, still = _paused(clock, received, questions)
    if start is None:
        return Running(first=None, due=None, latest=None)
    first = _moved(clocks.due(clock, start, holidays), still, clock, holidays)
    whole = _moved(clocks.latest(clock, start, holidays), still, clock, holidays)
    if extended_on is None:
        return Running(first=first, due=first, latest=whole)
    if extended_on > first:
        return Running(first=first, due=first, latest=first, late_notice=True)
    return Running(first=first, due=whole, latest=whole, extended=True)


def refused_in_time(stand: Running, refused_on: date) -> bool:
    """Return whether a refusal came when the law wants it: within the first period.

    With an extension told in time the reasons may come until the extended day.
    """
    last = stand.due if stand.extended else stand.first
    return last is None or refused_on <= last


def _paused(clock: Clock, received: date, questions: Sequence[Question]) -> tuple[date | None, int]:
    """Return when the clock begins (None while it stands still) and the days it stood still."""
    asked = [one for one in questions if one.asked >= received]
    if clock.pause == "none" or not asked:
        return received, 0
    if any(one.answered is None for one in asked):
        return None, 0
    answers = [one.answered for one in asked if one.answered is not None]
    if clock.pause == "restart":
        return max(received, *answers), 0
    return received, _days_still(asked)


def _days_still(questions: Sequence[Question]) -> int:
    """Return on how many days a question was open; days two of them share count once."""
    open_days: set[date] = set()
    for one in questions:
        if one.answered is not None:
            length = (one.answered - one.asked).days
            open_days.update(one.asked + timedelta(days=n) for n in range(length))
    return len(open_days)


def _moved(end: date, days: int, clock: Clock, holidays: HolidayTable | None) -> date:
    if not days:
        return end
    later = end + timedelta(days=days)
    rolls = clock.roll or clock.unit == "working-days"
    return clocks.rolled(later, holidays) if rolls else later
