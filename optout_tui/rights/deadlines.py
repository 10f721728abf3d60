"""The dates that the law sets a company, and the person who wants to complain."""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from optout_tui.library.kinds import RequestKind
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import RIGHT_FOR, Clock, HolidayTable, InternalStep, Regime, Right
from optout_tui.rights import clocks
from optout_tui.rights.notices import Question, Running, running
from optout_tui.rights.regimes import in_force, regimes_for

NO_PERIOD = "the law names no period"
STANDS_STILL = "the company asked a question: the time stands still until you answer it"


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """When a company has to answer.

    ``due`` ends the ordinary period, ``latest`` the longest lawful one; a company is late
    after ``latest``, not before. ``first`` ends the period within which an extension or a
    refusal must be told. All are None where the law names no period, then ``statutory`` is
    false, and where no date can be given, then ``unknown`` says why. ``words`` is the rule as
    people say it, ``article`` and ``regime`` where it stands, ``doubt`` what is not sure
    about it. ``late_notice`` says that an extension was told too late to count.
    """

    due: date | None
    latest: date | None
    words: str
    statutory: bool
    article: str
    regime: str
    first: date | None = None
    unknown: str = ""
    doubt: str = ""
    late_notice: bool = False


def deadline(
    knowledge: Knowledge,
    region_code: str,
    request_kind: RequestKind,
    received: date,
    *,
    questions: Sequence[Question] = (),
    extended_on: date | None = None,
) -> Deadline | None:
    """Return when the answer is due to a request that reached the company on *received*.

    The first regime in force that day with such a right counts. *questions* and
    *extended_on* are what the company wrote meanwhile. None where there is no such right.
    Raises Refusal for a region nobody knows.
    """
    for regime in regimes_for(knowledge, region_code):
        right = regime.rights.named(RIGHT_FOR[request_kind])
        if right is not None and in_force(regime, received):
            return deadline_of(
                knowledge, regime, right, received, questions=questions, extended_on=extended_on
            )
    return None


def deadline_of(
    knowledge: Knowledge,
    regime: Regime,
    right: Right,
    received: date,
    *,
    questions: Sequence[Question] = (),
    extended_on: date | None = None,
) -> Deadline:
    """Return when the answer is due under *right* of *regime*, as :func:`deadline` does."""
    clock = regime.clocks.get(right.clock)
    stand, unknown = Running(first=None, due=None, latest=None), ""
    if clock is not None:
        try:
            holidays = _calendar(knowledge, clock)
            stand = running(clock, received, holidays, questions=questions, extended_on=extended_on)
            unknown = "" if stand.due else STANDS_STILL
        except clocks.OutsideCalendar as error:
            unknown = str(error)
    return Deadline(
        due=stand.due,
        latest=stand.latest,
        words=clock.words if clock else NO_PERIOD,
        statutory=clock is not None,
        article=right.article,
        regime=regime.id,
        first=stand.first,
        unknown=unknown,
        doubt=clock.doubt if clock else "",
        late_notice=stand.late_notice,
    )


def internal_step(knowledge: Knowledge, region_code: str, on: date) -> InternalStep | None:
    """Return what must come before the authority there: a complaint to the company, an appeal.

    None where the law in force on that day wants nothing but the request itself.
    """
    laws = (regime for regime in regimes_for(knowledge, region_code) if in_force(regime, on))
    return next((regime.internal_step for regime in laws if regime.internal_step), None)


def internal_step_due(knowledge: Knowledge, region_code: str, received: date) -> date | None:
    """Return when a company must have answered that step, which reached it on *received*.

    None where the law has no such step or no period for it, or the calendar does not reach.
    """
    return _first_end(
        knowledge,
        region_code,
        received,
        lambda regime: regime.internal_step.clock if regime.internal_step else "",
    )


def complain_by(
    knowledge: Knowledge, region_code: str, last_word: date, *, received: date | None = None
) -> date | None:
    """Return the last day to complain to the authority after the company's *last_word*.

    Where the law closes that door some time after the request itself was *received*, the
    earlier day counts. None where no last day is known or the calendar does not reach.
    """
    days = [_first_end(knowledge, region_code, last_word, _complain_within)]
    if received is not None:
        days.append(_first_end(knowledge, region_code, received, _complain_at_latest))
    return min((day for day in days if day is not None), default=None)


def _complain_within(regime: Regime) -> str:
    return regime.complain_within


def _complain_at_latest(regime: Regime) -> str:
    return regime.complain_at_latest


def _first_end(
    knowledge: Knowledge, region_code: str, start: date, clock_name: Callable[[Regime], str]
) -> date | None:
    """Return the longest lawful end of the first clock that a law in force names."""
    for regime in regimes_for(knowledge, region_code):
        clock = regime.clocks.get(clock_name(regime))
        if clock is None or not in_force(regime, start):
            continue
        try:
            return clocks.latest(clock, start, _calendar(knowledge, clock))
        except clocks.OutsideCalendar:
            return None
    return None


def _calendar(knowledge: Knowledge, clock: Clock) -> HolidayTable | None:
    return knowledge.holidays(clock.holidays) if clock.holidays else None
