"""Makes the calendars of public holidays: ``python -m tests.calendars FOLDER``.

The days come from the ``holidays`` library, which is too slow to import in a command. Where a
day that falls on a weekend is made good on another, the library's reading is written above
the days. A test holds the files against the library.
"""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

FIRST, LAST = 2024, 2036
PER_LINE = 7
PLAIN, WITH_SUBSTITUTES = "public holidays", "public holidays with their substitutes"


class Calendar(NamedTuple):
    """What one file is made from; ``part`` is the library's name of a part of the country."""

    place: str
    country: str
    part: str | None
    what: str
    reading: str
    closed: tuple[tuple[int, int], tuple[int, int]] | None = None
    """The first and last day, as month and day, of weeks over New Year that never count."""


CALENDARS = {
    "ar": Calendar("Argentina", "AR", None, PLAIN,
        "Bridge days are known only for years whose decree is out; later years lack them.\n"
        "Moved feasts stand on the day they are moved to."),
    "ca-bc": Calendar("British Columbia, Canada", "CA", "BC", WITH_SUBSTITUTES,
        "The act leaves out holidays and Saturdays (section 1); that a Sunday is a holiday comes\n"
        "from general knowledge of the province's Interpretation Act."),
    "cl": Calendar("Chile", "CL", None, PLAIN,
        "A feast on a weekend is not made good."),
    "gb": Calendar("England, United Kingdom", "GB", "ENG", WITH_SUBSTITUTES,
        "Scotland and Northern Ireland keep some other days; these are those of England.\n"
        "A day on a weekend is made good on the next working day, which is a bank holiday too\n"
        "(Banking and Financial Dealings Act 1971, section 1 and schedule 1)."),
    "ie": Calendar("Ireland", "IE", None, PLAIN,
        "A public holiday on a Saturday or Sunday is not made good on the Monday: the act gives\n"
        "whoever works a day off, leave or pay instead (Organisation of Working Time Act 1997,\n"
        "section 21, https://revisedacts.lawreform.ie/eli/1997/act/20/section/21/revised/en/html).\n"
        "So that Monday is a working day here."),
    "mx": Calendar("Mexico", "MX", None, PLAIN,
        "The days of rest of the labour law (Art. 74); a feast on a weekend is not made good."),
    "nz": Calendar("New Zealand", "NZ", None, WITH_SUBSTITUTES,
        "Also 25 December to 15 January, which are no working days for a privacy request:\n"
        "https://www.privacy.org.nz/timeframe-for-answering-requests/ (on the act of 1993).",
        ((12, 25), (1, 15))),
    "ph": Calendar("Philippines", "PH", None, PLAIN,
        "Days of Islamic feasts are estimates; special days are set from year to year."),
    "us-ca": Calendar("California, United States", "US", "CA", WITH_SUBSTITUTES,
        "Which days are no working days was not found in the regulation. With the state's own\n"
        "holidays the date comes later rather than earlier, so no company is called late too\n"
        "soon. A day on a Saturday is made good on the Friday, one on a Sunday on the Monday."),
    "za": Calendar("South Africa", "ZA", None, WITH_SUBSTITUTES,
        "A day on a Sunday is made good on the Monday (Public Holidays Act 1994, section 2); one\n"
        "on a Saturday is not."),
}  # fmt: skip


def days_of(name: str) -> list[date]:
    """Return the holidays of a calendar as the library has them, in order."""
    import holidays

    calendar = CALENDARS[name]
    years = range(FIRST, LAST + 1)
    found = set(holidays.country_holidays(calendar.country, subdiv=calendar.part, years=years))
    return sorted(found | set(_closed_days(calendar)))


def _closed_days(calendar: Calendar) -> Iterator[date]:
    if calendar.closed is None:
        return
    first, last = calendar.closed
    day = date(FIRST, 1, 1)
    while day.year <= LAST:
        if (day.month, day.day) >= first or (day.month, day.day) <= last:
            yield day
        day += timedelta(days=1)


def text_of(name: str) -> str:
    """Return the whole file of a calendar."""
    from importlib.metadata import version

    calendar = CALENDARS[name]
    code = " ".join(filter(None, (calendar.country, calendar.part)))
    lines = [f"# {line}" for line in calendar.reading.splitlines()]
    lines += [f'place = "{calendar.place}"', f"first_year = {FIRST}", f"last_year = {LAST}"]
    lines += [f'source = "PyPI package holidays {version("holidays")}, {code}, {calendar.what}"']
    lines += ["days = ["]
    for year, days in groupby(days_of(name), key=lambda day: day.year):
        lines += [f"    # {year}", *_rows(list(days))]
    return "\n".join([*lines, "]", ""])


def _rows(days: list[date]) -> Iterator[str]:
    for n in range(0, len(days), PER_LINE):
        yield "    " + " ".join(f"{day}," for day in days[n : n + PER_LINE])


def main() -> None:
    """Write every calendar into the folder that is named."""
    folder = Path(sys.argv[1])
    for name in CALENDARS:
        (folder / f"{name}.toml").write_text(text_of(name), "utf-8")


if __name__ == "__main__":
    main()
