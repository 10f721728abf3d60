import pytest

from optout_tui.library.knowledge import Knowledge
from optout_tui.library.source import KNOWLEDGE
from tests.calendars import CALENDARS, FIRST, LAST, days_of, text_of

holidays = pytest.importorskip("holidays", reason="only development has the library")


@pytest.mark.parametrize("place", CALENDARS)
def test_the_calendar_is_what_the_library_says(knowledge: Knowledge, place: str) -> None:
    """To renew the tables: ``python -m tests.calendars optout_tui/knowledge/holidays``."""
    table = knowledge.holidays(place)
    assert table is not None
    assert list(table.days) == days_of(place)
    assert (table.first_year, table.last_year) == (FIRST, LAST)


@pytest.mark.parametrize("place", CALENDARS)
def test_the_days_are_in_order_and_fill_the_years_claimed(knowledge: Knowledge, place: str) -> None:
    table = knowledge.holidays(place)
    assert table is not None
    assert list(table.days) == sorted(set(table.days))
    years = {day.year for day in table.days}
    assert years == set(range(table.first_year, table.last_year + 1))


@pytest.mark.parametrize("place", CALENDARS)
def test_each_calendar_says_how_a_day_on_a_weekend_is_read(place: str) -> None:
    text = (KNOWLEDGE / "holidays" / f"{place}.toml").read_text("utf-8")
    comments = [line for line in text.splitlines() if line.startswith("# ")]
    made = [line for line in text_of(place).splitlines() if line.startswith("# ")]
    assert comments == made != []


def test_no_calendar_lies_there_that_no_clock_names(knowledge: Knowledge) -> None:
    named = {clock.holidays for law in knowledge.regimes for clock in law.clocks.values()}
    kept = {file.stem for file in (KNOWLEDGE / "holidays").glob("*.toml")}
    assert named - {""} == kept == set(CALENDARS)


def test_a_saturday_holiday_in_ireland_leaves_the_monday_a_working_day(
    knowledge: Knowledge,
) -> None:
    table = knowledge.holidays("ie")
    assert table is not None
    saint_stephen, monday = (
        table.days[-1].replace(2026, 12, 26),
        table.days[-1].replace(2026, 12, 28),
    )
    assert saint_stephen in table.days
    assert saint_stephen.weekday() == 5
    assert monday not in table.days
