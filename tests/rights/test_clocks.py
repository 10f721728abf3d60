from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import Clock, HolidayTable
from optout_tui.rights import OutsideCalendar, due, latest

EU = Clock(
    unit="months", count=1, extension=2, roll=True, holidays="ie", words="one month", sources=("x",)
)
CCPA = Clock(unit="days", count=45, extension=45, words="45 days", sources=("x",))
TURKIYE = Clock(unit="days", count=30, extension=30, words="30 days", sources=("x",))
OPT_OUT = Clock(
    unit="working-days", count=15, holidays="us-ca", words="15 working days", sources=("x",)
)
HOURS = Clock(unit="hours", count=72, words="72 hours", sources=("x",))
WEEKENDS_ONLY = Clock(unit="days", count=1, roll=True, words="a day", sources=("x",))

DAYS = st.dates(date(2024, 1, 1), date(2036, 9, 1))


@pytest.fixture(scope="module")
def ireland(knowledge: Knowledge) -> HolidayTable:
    table = knowledge.holidays("ie")
    assert table is not None
    return table


@pytest.fixture(scope="module")
def california(knowledge: Knowledge) -> HolidayTable:
    table = knowledge.holidays("us-ca")
    assert table is not None
    return table


def day(text: str) -> date:
    return date.fromisoformat(text)


def is_working_day(on: date, holidays: HolidayTable) -> bool:
    return on.weekday() < 5 and on not in holidays.days


@pytest.mark.parametrize(
    ("received", "expected", "extended"),
    [
        ("2026-11-22", "2026-12-22", "2027-02-22"),
        ("2026-11-30", "2026-12-30", "2027-03-01"),  # 28 February is a Sunday
        ("2026-12-01", "2027-01-04", "2027-03-01"),  # 1 January, then a weekend
        ("2027-01-29", "2027-03-01", "2027-04-29"),  # no 29 February, and the 28th is a Sunday
        ("2027-01-30", "2027-03-01", "2027-04-30"),
        ("2027-01-31", "2027-03-01", "2027-04-30"),
        ("2027-02-17", "2027-03-18", "2027-05-17"),  # Saint Patrick's Day
        ("2028-01-31", "2028-02-29", "2028-05-02"),  # 30 April is a Sunday, 1 May a holiday
    ],
)
def test_a_month_ends_on_the_same_date_or_the_next_working_day(
    ireland: HolidayTable, received: str, expected: str, extended: str
) -> None:
    assert due(EU, day(received), ireland) == day(expected)
    assert latest(EU, day(received), ireland) == day(extended)


def test_calendar_days_run_through_weekends() -> None:
    received = day("2026-11-22")
    assert due(CCPA, received, None) == day("2027-01-06")
    assert latest(CCPA, received, None) == day("2027-02-20")  # a Saturday
    assert due(TURKIYE, received, None) == day("2026-12-22")
    assert latest(TURKIYE, received, None) == day("2027-01-21")


def test_working_days_skip_weekends_and_holidays(california: HolidayTable) -> None:
    assert due(OPT_OUT, day("2026-11-22"), california) == day("2026-12-15")  # Thanksgiving between


@pytest.mark.parametrize(("hours", "expected"), [(1, 23), (24, 23), (25, 24), (72, 25)])
def test_hours_end_with_the_day_their_last_one_falls_in(hours: int, expected: int) -> None:
    clock = Clock(unit="hours", count=hours, words="hours", sources=("x",))
    assert due(clock, day("2026-11-22"), None) == date(2026, 11, expected)
    assert due(HOURS, day("2026-12-30"), None) == day("2027-01-02")


def test_without_a_calendar_only_weekends_roll() -> None:
    assert due(WEEKENDS_ONLY, day("2026-12-31"), None) == day("2027-01-01")
    assert due(WEEKENDS_ONLY, day("2027-01-01"), None) == day("2027-01-04")


@pytest.mark.parametrize("received", ["2037-06-01", "2036-12-15", "2020-01-01"])
def test_a_year_without_known_holidays_gives_no_date(ireland: HolidayTable, received: str) -> None:
    with pytest.raises(OutsideCalendar, match="holidays of Ireland are known from 2024 to 2036"):
        due(EU, day(received), ireland)


def test_only_the_end_has_to_lie_in_the_calendar(ireland: HolidayTable) -> None:
    assert due(EU, day("2023-12-15"), ireland) == day("2024-01-15")


def test_a_missing_calendar_gives_no_date() -> None:
    with pytest.raises(OutsideCalendar, match='no calendar of holidays named "ie"'):
        due(EU, day("2026-11-22"), None)


@pytest.mark.parametrize("unit", ["days", "months", "working-days", "hours"])
def test_the_end_of_time_gives_no_date(unit: str) -> None:
    clock = Clock(
        unit=unit,  # type: ignore[arg-type]
        count=365,
        words="365",
        sources=("x",),
    )
    with pytest.raises(OutsideCalendar, match="no calendar reaches so far beyond 9999-12-20"):
        due(clock, date(9999, 12, 20), None)


@given(DAYS)
def test_an_answer_is_due_after_receipt_and_before_the_extension(
    ireland: HolidayTable, received: date
) -> None:
    assert received < due(EU, received, ireland) < latest(EU, received, ireland)


@given(DAYS, DAYS)
def test_what_came_later_is_never_due_earlier(
    ireland: HolidayTable, one: date, other: date
) -> None:
    first, second = sorted((one, other))
    assert due(EU, first, ireland) <= due(EU, second, ireland)
    assert latest(EU, first, ireland) <= latest(EU, second, ireland)


@given(DAYS)
def test_a_rolled_end_is_a_working_day(ireland: HolidayTable, received: date) -> None:
    assert is_working_day(due(EU, received, ireland), ireland)
    assert is_working_day(latest(EU, received, ireland), ireland)


@given(DAYS)
def test_working_days_are_counted_one_by_one(california: HolidayTable, received: date) -> None:
    end = due(OPT_OUT, received, california)
    between = (received + timedelta(days=n) for n in range(1, (end - received).days + 1))
    assert sum(is_working_day(on, california) for on in between) == OPT_OUT.count
    assert is_working_day(end, california)
