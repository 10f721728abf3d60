import pytest

from optout_tui.library.knowledge import Knowledge

holidays = pytest.importorskip("holidays", reason="only development has the library")

CALENDARS = {"ie": ("IE", None), "gb": ("GB", "ENG"), "us-ca": ("US", "CA")}


@pytest.mark.parametrize("place", CALENDARS)
def test_the_calendar_is_what_the_library_says(knowledge: Knowledge, place: str) -> None:
    """To renew a table, write these days into its file."""
    table = knowledge.holidays(place)
    assert table is not None
    country, part = CALENDARS[place]
    years = range(table.first_year, table.last_year + 1)
    expected = sorted(holidays.country_holidays(country, subdiv=part, years=years))
    assert list(table.days) == expected


@pytest.mark.parametrize("place", CALENDARS)
def test_the_days_lie_in_the_years_the_calendar_claims(knowledge: Knowledge, place: str) -> None:
    table = knowledge.holidays(place)
    assert table is not None
    years = {day.year for day in table.days}
    assert years == set(range(table.first_year, table.last_year + 1))
