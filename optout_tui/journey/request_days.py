"""Which days something can have been sent, have arrived and been answered on."""

from datetime import date

from optout_tui.checklist.model import Request
from optout_tui.journey.session import Session
from optout_tui.library.kinds import RequestKind
from optout_tui.library.law import RIGHT_FOR
from optout_tui.rights import regimes_for
from optout_tui.rights.regimes import in_force
from optout_tui.safety.refusal import Refusal


def typed_day(text: str, today: date) -> date:
    """Return the day that was typed: an ISO date, or nothing for *today*; raises Refusal."""
    text = text.strip()
    if not text:
        return today
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(f"{text[:30]} is no date such as {today.isoformat()}") from None


def check_sent(session: Session, kind: RequestKind, on: date, received: date | None) -> None:
    """Raise Refusal unless a request of *kind* can have been sent and received on these days.

    A law that starts later gives no right yet, but it stops nobody from asking politely.
    """
    _check_not_ahead(session, on)
    if received is None:
        received = on
    elif received < on:
        raise Refusal(f"received on {received} lies before sent on {on}")
    elif received > session.place.today:
        raise Refusal(f"received on {received} lies ahead; leave it out until it has arrived")
    region, right = session.checklist.region, RIGHT_FOR[kind]
    laws = [one for one in regimes_for(session.knowledge, region) if one.rights.named(right)]
    started = [one for one in laws if in_force(one, session.place.today)]
    if started and not any(in_force(one, received) for one in laws):
        first = min(started, key=lambda one: one.in_force_from)
        raise Refusal(
            f"received on {received} lies before the law: {first.law} gives this right from "
            f"{first.in_force_from} on; give a later day"
        )


def check_about(session: Session, request: Request, on: date) -> None:
    """Raise Refusal unless something about *request* can have been written on that day."""
    _check_not_ahead(session, on)
    if on < request.sent:
        raise Refusal(f"{on} lies before the day the request was sent, {request.sent}")


def _check_not_ahead(session: Session, on: date) -> None:
    if on > session.place.today:
        raise Refusal(f"{on} lies ahead")
