"""The dates that the law sets a company, and the person who wants to complain."""

from collections.abc import Callable
from datetime import date

import msgspec

from optout_tui.library.guides import RequestKind
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import RIGHT_FOR, Clock, HolidayTable, Regime, Right
from optout_tui.rights import clocks
from optout_tui.rights.regimes import in_force, regimes_for

NO_PERIOD = "the law names no period"


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """When a company has to answer.

    ``due`` ends the ordinary period, ``latest`` the longest lawful one; a company is late
    after ``latest``, not before. Both are None where the law names no period, then
    ``statutory`` is false, and where the calendar does not reach, then ``unknown`` says why.
    ``words`` is the rule as people say it, ``article`` and ``regime`` where it stands.
    """

    due: date | None
    latest: date | None
    words: str
    statutory: bool
    article: str
    regime: str
    unknown: str = ""


def deadline(
    knowledge: Knowledge, region_code: str, request_kind: RequestKind, received: date
) -> Deadline | None:
    """Return when the answer is due to a request that reached the company on *received*.

    The first regime in force that day with such a right counts. None where there is none.
    Raises Refusal for a region nobody knows.
    """
    for regime in regimes_for(knowledge, region_code):
        right = regime.rights.named(RIGHT_FOR[request_kind])
        if right is not None and in_force(regime, received):
            return deadline_of(knowledge, regime, right, received)
    return None


def deadline_of(knowledge: Knowledge, regime: Regime, right: Right, received: date) -> Deadline:
    """Return when the answer is due under *right* of *regime*."""
    clock = regime.clocks.get(right.clock)
    days: tuple[date | None, date | None] = (None, None)
    unknown = ""
    if clock is not None:
        holidays = _calendar(knowledge, clock)
        try:
            days = clocks.due(clock, received, holidays), clocks.latest(clock, received, holidays)
        except clocks.OutsideCalendar as error:
            unknown = str(error)
    return Deadline(
        due=days[0],
        latest=days[1],
        words=clock.words if clock else NO_PERIOD,
        statutory=clock is not None,
        article=right.article,
        regime=regime.id,
        unknown=unknown,
    )


def company_complaint_due(knowledge: Knowledge, region_code: str, received: date) -> date | None:
    """Return when a company must have confirmed a complaint that reached it on *received*.

    None where the law has no such step before the authority (only the United Kingdom has:
    Data Protection Act 2018, section 164A) or the calendar does not reach.
    """
    return _first_end(knowledge, region_code, received, lambda regime: regime.company_complaint)


def complain_by(knowledge: Knowledge, region_code: str, last_word: date) -> date | None:
    """Return the last day to complain to the authority after the company's *last_word*.

    None where no last day is known or the calendar does not reach.
    """
    return _first_end(knowledge, region_code, last_word, lambda regime: regime.complain_within)


def _first_end(
    knowledge: Knowledge, region_code: str, start: date, clock_name: Callable[[Regime], str]
) -> date | None:
    for regime in regimes_for(knowledge, region_code):
        clock = regime.clocks.get(clock_name(regime))
        if clock is None or not in_force(regime, start):
            continue
        try:
            return clocks.due(clock, start, _calendar(knowledge, clock))
        except clocks.OutsideCalendar:
            return None
    return None


def _calendar(knowledge: Knowledge, clock: Clock) -> HolidayTable | None:
    return knowledge.holidays(clock.holidays) if clock.holidays else None
