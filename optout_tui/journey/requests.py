"""Something went out to a company, something came back."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, get_args

from msgspec.structs import replace

from optout_tui.checklist import change
from optout_tui.checklist.history import final_replies, has_open_question, is_open
from optout_tui.checklist.model import (
    About,
    Account,
    Channel,
    Event,
    Reason,
    ReplyKind,
    Request,
    WrittenKind,
)
from optout_tui.journey.request_days import check_about, check_sent
from optout_tui.journey.session import Session
from optout_tui.library.guides import Step
from optout_tui.library.kinds import RequestKind
from optout_tui.safety.names import one_line_text
from optout_tui.safety.refusal import Refusal, unknown

MAX_REFERENCE = 500
REASONS: tuple[Reason, ...] = get_args(Reason)


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
    ahead, a receipt before the sending or before the law, or an unknown request.
    """
    account = session.find_account(name)
    made = new_request(account, kind, dispatch.sent, dispatch)
    old = find_request(account, request_id) if request_id else None
    if old is None or _days(old) != _days(made):
        check_sent(session, kind, dispatch.sent, dispatch.received)
    if old is not None:
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
    session: Session, name: str, kind: WrittenKind, dispatch: Dispatch, request_id: str = ""
) -> Request:
    """Record a reminder, a complaint, an appeal or an answer about a request, and return that.

    Raises Refusal for a day that lies ahead or before the sending, for an answer where
    nothing was asked, and where it is not clear which request is meant.
    """
    account = session.find_account(name)
    request = request_meant(account, kind, request_id)
    check_about(session, request, dispatch.sent)
    if kind == "answer" and not has_open_question(request):
        raise Refusal(f"they asked nothing about {request.id} that is not answered yet")
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
    refusal or of another code, for a subject without a question, and where it is not clear
    which request is meant.
    """
    account = session.find_account(name)
    request = request_meant(account, kind, request_id)
    if reason and kind != "refused":
        raise Refusal("a reason goes with the reply refused")
    if reason and reason not in REASONS:
        raise unknown("reason", reason, REASONS, f"known are {', '.join(REASONS)}")
    if about and kind != "question":
        raise Refusal("a subject goes with the reply question")
    check_about(session, request, on)
    event = Event(
        kind=kind,
        on=on,
        reason=reason,
        about=about or "",
        note=one_line_text(note, "note", MAX_REFERENCE),
    )
    return _with_event(session, account, request, event)


def find_request(account: Account, request_id: str) -> Request:
    """Return the request of that id, or the account's only one where none is named.

    Raises Refusal with the nearest id, or with the list where it is not clear which is meant.
    """
    if not account.requests:
        raise Refusal(f"nothing was sent for {account.id} yet")
    if not request_id:
        return _only_one(account, account.requests)
    found = next((r for r in account.requests if r.id == request_id), None)
    if found is None:
        known = [request.id for request in account.requests]
        raise unknown("request", request_id, known, f"{account.id} has {', '.join(known)}")
    return found


def request_meant(account: Account, kind: ReplyKind | WrittenKind, request_id: str) -> Request:
    """Return what :func:`find_request` does; without an id only those count that *kind* fits.

    A reminder is about what waits for an answer, a complaint about what was not granted.
    """
    fitting = [request for request in account.requests if _FITS[kind](request)]
    if request_id or not fitting:
        return find_request(account, request_id)
    return _only_one(account, fitting)


def _only_one(account: Account, candidates: Sequence[Request]) -> Request:
    if len(candidates) > 1:
        listed = ", ".join(f"{one.id} ({one.kind} of {one.sent})" for one in candidates)
        raise Refusal(f"{account.id} has several requests; say which with --request: {listed}")
    return candidates[0]


def _was_not_granted(request: Request) -> bool:
    final = final_replies(request)
    return not final or final[-1].kind != "granted"


_FITS: dict[ReplyKind | WrittenKind, Callable[[Request], bool]] = {
    "granted": is_open,
    "refused": is_open,
    "extension": is_open,
    "question": is_open,
    "answer": has_open_question,
    "reminder": is_open,
    "company-complaint": _was_not_granted,
    "appeal": _was_not_granted,
    "complaint": _was_not_granted,
}


def _days(request: Request) -> tuple[RequestKind, date, date]:
    return request.kind, request.sent, request.received


def _with_event(session: Session, account: Account, request: Request, event: Event) -> Request:
    changed = change.add_event(account, request.id, event)
    session.apply_to(f"{event.kind} recorded", changed)
    return find_request(changed, request.id)


def _sending_step(session: Session, account: Account, kind: RequestKind) -> Step | None:
    steps = (view.step for view in session.view(account.id).steps)
    return next((step for step in steps if step.sends == kind), None)
