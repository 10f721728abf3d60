"""From "received on" to "due on": months, days and working days as the law counts them.

The day of receipt itself never counts (Regulation 1182/71, Article 3(1)). All dates are
calendar dates; no time of day, no time zone.
"""

from datetime import date, timedelta

from optout_tui.library.law import Clock, HolidayTable
from optout_tui.safety.refusal import Refusal

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
            case "working-days":
                return _working_days_later(received, count, holidays)
        return _rolled(end, holidays) if clock.roll else end
    except (OverflowError, ValueError):
        raise OutsideCalendar(f"no calendar reaches so far beyond {received}") from None


def _months_later(start: date, count: int) -> date:
    """Return the same day of the month, or the month's last (Regulation 1182/71, 3(2)(c))."""
    from dateutil.relativedelta import relativedelta  # most commands compute no date

    return start + relativedelta(months=count)


def _working_days_later(start: date, count: int, holidays: HolidayTable | None) -> date:
    day = start
    for _ in range(count):
        day = _rolled(day + _ONE_DAY, holidays)
    return day


def _rolled(day: date, holidays: HolidayTable | None) -> date:
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
        if day in holidays.days:
            return False
    return day.weekday() < _SATURDAY
