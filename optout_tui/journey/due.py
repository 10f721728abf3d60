"""What is late or soon over all checklists, from the rows that the index keeps."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, get_args

from optout_tui.checklist.standing import Dated, What
from optout_tui.journey.desk import Row
from optout_tui.safety.names import same_name
from optout_tui.safety.refusal import Refusal, unknown

WITHIN = 30
"""How many days ahead count as soon."""

_ORDER: tuple[What, ...] = get_args(What)


class Due(NamedTuple):
    """A day that matters to a checklist; ``days`` from today, negative when it is past."""

    checklist: str
    dated: Dated
    days: int


def due_in(rows: Iterable[Row], today: date, within: int = WITHIN) -> list[Due]:
    """Return all that is late, and what comes *within* so many days, the soonest first."""
    last = _days_later(today, within)
    found = [
        Due(row.name, dated, (dated.on - today).days)
        for row in rows
        for dated in row.dates
        if dated.on <= last
    ]
    return sorted(found, key=_place)


def row_named(rows: Iterable[Row], name: str) -> Row:
    """Return the row of the checklist of that name.

    Raises Refusal with the nearest name, and for a checklist that cannot be read.
    """
    known = list(rows)
    row = next((one for one in known if same_name(one.name, name)), None)
    if row is None:
        names = [one.name for one in known]
        raise unknown("checklist", name, names, 'see "optout-tui list"')
    if row.problem:
        raise Refusal(f"{row.name} cannot be read: {row.problem}")
    return row


def _place(due: Due) -> tuple[date, str, str, str, int]:
    dated = due.dated
    return dated.on, due.checklist, dated.account, dated.request, _ORDER.index(dated.what)


def _days_later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))
