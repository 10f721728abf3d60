"""The days of a checklist as a calendar: each an event that a later import brings up to date."""

from collections.abc import Iterator
from datetime import UTC, date, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from msgspec.structs import replace

from optout_tui import __version__
from optout_tui.checklist.dated_words import what_falls, what_to_do
from optout_tui.checklist.dates import dates_of
from optout_tui.checklist.model import Account, Checklist
from optout_tui.checklist.progress import view_account
from optout_tui.checklist.standing import Dated, What
from optout_tui.checklist.words import day
from optout_tui.export.words import REQUESTS
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import name_of
from optout_tui.safety.text import clean

if TYPE_CHECKING:
    from icalendar import Alarm, Event

MORNING = timedelta(hours=9)
HIGHEST = 2**31 - 1
"""The highest whole number of iCalendar."""

WARNED: dict[What, tuple[timedelta, ...]] = {
    "complain-by": (MORNING - timedelta(days=14), MORNING - timedelta(days=2)),
}
"""When a calendar rings, counted from the day's midnight: a last day is of no use on that day."""


def as_ics(checklist: Checklist, knowledge: Knowledge) -> str:
    """Return the days of *checklist* as iCalendar text with CRLF line ends.

    Every day keeps its UID as long as its request is there, and every revision of the
    checklist has a higher SEQUENCE, so that a calendar replaces what it has. What was planned
    once and is over comes as a cancelled event. Days are whole days of no time zone. Raises
    Refusal for a region nobody knows.
    """
    from icalendar import Calendar  # only this format needs it, and it costs a tenth of a second

    calendar = Calendar()
    calendar.add("prodid", f"-//optout-tui//optout-tui {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    place = name_of(knowledge, checklist.region)
    calendar.add("x-wr-calname", clean(f"OptOut: {checklist.name}, {place}"))
    for account in checklist.accounts:
        now = _days(checklist, account, knowledge)
        for key, dated in (_planned(checklist, account, knowledge) | now).items():
            calendar.add_component(_event(checklist, dated, over=key not in now))
    written: bytes = calendar.to_ical()
    return written.decode()


_Days = dict[tuple[str, What], Dated]


def _days(checklist: Checklist, account: Account, knowledge: Knowledge) -> _Days:
    """Return the days of *account*, by request and what they are for."""
    view = view_account(account, checklist.region, knowledge, date.min)
    dates = dates_of(view, checklist.region, knowledge)
    return {(dated.request, dated.what): dated for dated in dates}


def _planned(checklist: Checklist, account: Account, knowledge: Knowledge) -> _Days:
    """Return every day that a request had at some time since it was sent."""
    longest = max((len(request.events) for request in account.requests), default=0)
    planned: _Days = {}
    for length in range(longest):
        requests = tuple(replace(r, events=r.events[:length]) for r in account.requests)
        then = replace(account, requests=requests, steps=())
        planned |= _days(checklist, then, knowledge)
    return planned


def _event(checklist: Checklist, dated: Dated, *, over: bool) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", _uid(checklist, dated))
    event.add("sequence", min(checklist.revision, HIGHEST))
    event.add("dtstamp", checklist.updated.astimezone(UTC))
    event.add("dtstart", dated.on)
    event.add("summary", clean(f"{dated.label}: {what_falls(dated, dated.on)}"))
    event.add("description", "\n".join(map(clean, _description(checklist, dated))))
    event.add("status", "CANCELLED" if over else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if not over:
        for alarm in _alarms(dated):
            event.add_component(alarm)
    return event


def _uid(checklist: Checklist, dated: Dated) -> str:
    """Return what names the day in every export; no handle can be read from it."""
    parts = (checklist.id, dated.account, dated.request, dated.what)
    text = "\0".join(part.replace("\0", "\0\0") for part in parts)
    digest = blake2b(text.encode(errors="surrogatepass"), digest_size=16)
    return f"{digest.hexdigest()}@optout-tui"


def _description(checklist: Checklist, dated: Dated) -> Iterator[str]:
    yield what_to_do(dated, dated.on)
    if dated.kind is not None:
        late = f", late after {day(dated.latest)}" if dated.latest else ""
        yield f"{REQUESTS[dated.kind]} {dated.request}{late}"
    yield f"Checklist: {checklist.name}"


def _alarms(dated: Dated) -> "Iterator[Alarm]":
    from icalendar import Alarm

    for before in WARNED.get(dated.what, (MORNING,)):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", clean(f"{dated.label}: {what_falls(dated, dated.on)}"))
        alarm.add("trigger", before)
        yield alarm
