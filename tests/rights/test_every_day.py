"""Every clock of every law on every day of nine years, against a second way to count."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta

from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import Clock, HolidayTable
from optout_tui.rights import due, latest

FIRST, LAST = date(2024, 1, 1), date(2032, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
END = date(2036, 12, 31)


def working_days(holidays: HolidayTable | None) -> list[date]:
    """Every working day from the first day to the end of the calendars, in order."""
    closed = frozenset(holidays.days) if holidays else frozenset[date]()
    every = (FIRST + timedelta(days=n) for n in range((END - FIRST).days + 1))
    return [day for day in every if day.weekday() < 5 and day not in closed]


def counted(clock: Clock, count: int, received: date, working: list[date]) -> date:
    """The end of the period, found by looking it up instead of walking there."""
    match clock.unit:
        case "working-days":
            return working[bisect_right(working, received) + count - 1]
        case "months":
            end = received + relativedelta(months=count)
        case "hours":
            end = received + timedelta(days=(count + 23) // 24)
        case "days":
            end = date.fromordinal(received.toordinal() + count)
    return working[bisect_left(working, end)] if clock.roll else end


@pytest.fixture(scope="module")
def clocks(knowledge: Knowledge) -> dict[Clock, str]:
    """Each different rule once, with one law that has it."""
    found: dict[Clock, str] = {}
    for regime in knowledge.regimes:
        for name, clock in regime.clocks.items():
            rule = Clock(
                unit=clock.unit,
                count=clock.count,
                extension=clock.extension,
                roll=clock.roll,
                holidays=clock.holidays,
                words="x",
                sources=("x",),
            )
            found.setdefault(rule, f"{regime.id} {name}")
    return found


def test_every_clock_of_every_law_counts_right_on_every_day(
    knowledge: Knowledge, clocks: dict[Clock, str]
) -> None:
    assert len(clocks) > 20
    for clock, name in clocks.items():
        holidays = knowledge.holidays(clock.holidays) if clock.holidays else None
        working = working_days(holidays)
        whole = clock.count + clock.extension
        for received in DAYS:
            first, last = due(clock, received, holidays), latest(clock, received, holidays)
            assert first == counted(clock, clock.count, received, working), (name, received)
            assert last == counted(clock, whole, received, working), (name, received)
            assert received < first <= last, (name, received)


def test_what_arrives_later_is_never_due_earlier(
    knowledge: Knowledge, clocks: dict[Clock, str]
) -> None:
    for clock, name in clocks.items():
        holidays = knowledge.holidays(clock.holidays) if clock.holidays else None
        ends = [due(clock, received, holidays) for received in DAYS]
        assert all(one <= other for one, other in pairwise(ends)), name


def test_no_law_gives_a_day_where_it_names_no_period(knowledge: Knowledge) -> None:
    silent = [regime.id for regime in knowledge.regimes if not regime.clocks]
    assert silent == ["ae-pdpl", "cn-pipl", "jp-appi", "ng-ndpa"]
