"""Something went out to a company, something came back."""

from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from optout_tui.checklist import change
from optout_tui.checklist.model import (
    About,
    Account,
    Channel,
    Event,
    FollowUpKind,
    ReplyKind,
    Request,
)
from optout_tui.journey.session import Session
from optout_tui.library.guides import RequestKind, Step
from optout_tui.safety.names import one_line_text
from optout_tui.safety.refusal import Refusal, unknown

MAX_REFERENCE = 500


class Dispatch(NamedTuple):
    """When and how something was sent; ``received`` is the day of sending where not known."""

    sent: date
    received: date | None = None
    channel: Channel = "form"
    reference: str = ""


def new_request(
    account: Account, kind: RequestKind, day: date, dispatch: Dispatch | None = None
) -> Request:
    """Return a request of *kind* sent on *day*, or as *dispatch* says, with a free id."""
    how = dispatch or Dispatch(day)
    return Request(
        id=change.next_request_id(account),
        kind=kind,
        sent=how.sent,
        received=how.received or how.sent,
        channel=how.channel,
        reference=one_line_text(how.reference, "reference", MAX_REFERENCE),
    )


def sent(
    session: Session,
    name: str,
    kind: RequestKind,
    dispatch: Dispatch,
    *,
    step: Step | None = None,
    request_id: str = "",
) -> Request:
    """Record that a request went out, tick the step that sends it, and return the request.

    *request_id* corrects the one of that id instead. Raises Refusal for a day that lies
    ahead, a receipt before the sending, or an unknown request.
    """
    account = session.find_account(name)
    _check_days(session, dispatch)
    made = new_request(account, kind, dispatch.sent, dispatch)
    if request_id:
        old = find_request(account, request_id)
        made = replace(made, id=old.id, events=old.events, extra=old.extra)
        requests = tuple(made if r.id == old.id else r for r in account.requests)
        changed = replace(account, requests=requests)
    else:
        changed = change.add_request(account, made)
    sender = step or _sending_step(session, account, kind)
    if sender is not None:
        changed = change.mark_step(changed, sender, "done", session.place.now())
    session.apply_to(f"{kind} sent", changed)
    return made


def follow_up(
    session: Session, name: str, kind: FollowUpKind, dispatch: Dispatch, request_id: str = ""
) -> Request:
    """Record a reminder, a complaint or an appeal about a request and return the request."""
    account = session.find_account(name)
    _check_days(session, dispatch)
    request = find_request(account, request_id)
    event = Event(
        kind=kind,
        on=dispatch.sent,
        channel=dispatch.channel,
        reference=one_line_text(dispatch.reference, "reference", MAX_REFERENCE),
    )
    return _with_event(session, account, request, event)


def reply(
    session: Session,
    name: str,
    kind: ReplyKind,
    *,
    on: date,
    request_id: str = "",
    reason: str = "",
    about: About | None = None,
    note: str = "",
) -> Request:
    """Record what came back to a request and return the request.

    Raises Refusal for a day that lies ahead or before the sending, for a reason without a
    refusal, or for a subject without a question.
    """
    account = session.find_account(name)
    request = find_request(account, request_id)
    if reason and kind != "refused":
        raise Refusal("a reason goes with the reply refused")
    if about and kind != "question":
        raise Refusal("a subject goes with the reply question")
    if on > session.place.today:
        raise Refusal(f"{on} lies ahead")
    if on < request.sent:
        raise Refusal(f"{on} lies before the day the request was sent, {request.sent}")
    event = Event(
        kind=kind,
        on=on,
        reason=one_line_text(reason, "reason", MAX_REFERENCE),
        about=about or "",
        note=one_line_text(note, "note", MAX_REFERENCE),
    )
    return _with_event(session, account, request, event)


def find_request(account: Account, request_id: str) -> Request:
    """Return the request of that id, or the newest one where none is named; raises Refusal."""
    if not account.requests:
        raise Refusal(f"nothing was sent for {account.id} yet")
    if not request_id:
        return account.requests[-1]
    found = next((r for r in account.requests if r.id == request_id), None)
    if found is None:
        known = [request.id for request in account.requests]
        raise unknown("request", request_id, known, f"{account.id} has {', '.join(known)}")
    return found


def _with_event(session: Session, account: Account, request: Request, event: Event) -> Request:
    changed = change.add_event(account, request.id, event)
    session.apply_to(f"{event.kind} recorded", changed)
    return find_request(changed, request.id)


def _check_days(session: Session, dispatch: Dispatch) -> None:
    if dispatch.sent > session.place.today:
        raise Refusal(f"{dispatch.sent} lies ahead")
    if dispatch.received is not None and dispatch.received < dispatch.sent:
        raise Refusal(f"received on {dispatch.received} lies before sent on {dispatch.sent}")


def _sending_step(session: Session, account: Account, kind: RequestKind) -> Step | None:
    steps = (view.step for view in session.view(account.id).steps)
    return next((step for step in steps if step.sends == kind), None)
