"""From "received on" to "due on": months, days, working days and hours as the law counts them.

The day of receipt itself never counts (Regulation 1182/71, Article 3(1)). All dates are
calendar dates; no time of day, no time zone.
"""

from bisect import bisect_left
from datetime import date, timedelta

from optout_tui.library.law import Clock, HolidayTable
from optout_tui.safety.refusal import Refusal

HOURS, MONTHS = 24, 12
_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


class OutsideCalendar(Refusal):
    """No date can be given without guessing: the holidays of the year it falls in are not known."""


def due(clock: Clock, received: date, holidays: HolidayTable | None) -> date:
    """Return the last day of the ordinary period for what was received on *received*.

    *holidays* is the calendar that the clock names. Raises OutsideCalendar where the end
    lies in a year that calendar does not hold.
    """
    return _end(clock, clock.count, received, holidays)


def latest(clock: Clock, received: date, holidays: HolidayTable | None) -> date:
    """Return the last lawful day with the whole extension; the same as :func:`due` without one.

    The extension runs from receipt, not from the end of the ordinary period. Raises
    OutsideCalendar like :func:`due`.
    """
    return _end(clock, clock.count + clock.extension, received, holidays)


def _end(clock: Clock, count: int, received: date, holidays: HolidayTable | None) -> date:
    if clock.holidays and holidays is None:
        raise OutsideCalendar(f'no calendar of holidays named "{clock.holidays}"')
    try:
        match clock.unit:
            case "months":
                end = _months_later(received, count)
            case "days":
                end = received + timedelta(days=count)
            case "hours":
                end = received + timedelta(days=-(-count // HOURS))
            case "working-days":
                return _working_days_later(received, count, holidays)
        return rolled(end, holidays) if clock.roll else end
    except (OverflowError, ValueError):
        raise OutsideCalendar(f"no calendar reaches so far beyond {received}") from None


def _months_later(start: date, count: int) -> date:
    """Return the same day of the month, or the month's last (Regulation 1182/71, 3(2)(c))."""
    end, after = _first_of_month(start, count), _first_of_month(start, count + 1)
    return min(end + timedelta(days=start.day - 1), after - _ONE_DAY)


def _first_of_month(start: date, later: int) -> date:
    years, month = divmod(start.month - 1 + later, MONTHS)
    return date(start.year + years, month + 1, 1)


def _working_days_later(start: date, count: int, holidays: HolidayTable | None) -> date:
    day = start
    for _ in range(count):
        day = rolled(day + _ONE_DAY, holidays)
    return day


def rolled(day: date, holidays: HolidayTable | None) -> date:
    """Return *day*, or the next working day (Regulation 1182/71, Article 3(4))."""
    while not _is_working_day(day, holidays):
        day += _ONE_DAY
    return day


def _is_working_day(day: date, holidays: HolidayTable | None) -> bool:
    if holidays is not None:
        if not holidays.first_year <= day.year <= holidays.last_year:
            raise OutsideCalendar(
                f"the holidays of {holidays.place} are known from {holidays.first_year} to "
                f"{holidays.last_year}, not for {day.year}"
            )
        place = bisect_left(holidays.days, day)
        if place < len(holidays.days) and holidays.days[place] == day:
            return False
    return day.weekday() < _SATURDAY
