"""Every change a checklist can undergo, as pure functions from one checklist to the next."""

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace

from optout_tui.checklist.model import (
    Account,
    Checklist,
    Counted,
    Event,
    Evidence,
    Here,
    Request,
    StepMark,
    StepState,
)
from optout_tui.checklist.progress import mark_of
from optout_tui.guides.seen import seen_hash
from optout_tui.library.guides import Step


def without_account(checklist: Checklist, account_id: str) -> Checklist:
    """Return *checklist* without the account of that id."""
    kept = tuple(account for account in checklist.accounts if account.id != account_id)
    here = checklist.here if checklist.here and checklist.here.account != account_id else None
    return replace(checklist, accounts=kept, here=here)


def change_account(
    checklist: Checklist, account_id: str, change: Callable[[Account], Account]
) -> Checklist:
    """Return *checklist* with *change* applied to the account of that id."""
    return replace(
        checklist,
        accounts=tuple(
            change(account) if account.id == account_id else account
            for account in checklist.accounts
        ),
    )


def mark_step(
    account: Account, step: Step, state: StepState, at: datetime, trouble: str = ""
) -> Account:
    """Return *account* with *step* marked; its note stays, an unmarked step without one goes."""
    old = mark_of(account, step)
    note, extra = (old.note, old.extra) if old else ("", {})
    seen = seen_hash(step) if state != "todo" else ""
    mark = StepMark(
        id=step.id, state=state, at=at, seen=seen, trouble=trouble, note=note, extra=extra
    )
    return _with_mark(account, step, mark)


def note_step(account: Account, step: Step, note: str, at: datetime) -> Account:
    """Return *account* with *note* at *step*; what was said of the step and when stays."""
    old = mark_of(account, step) or StepMark(id=step.id, state="todo", at=at)
    return _with_mark(account, step, replace(old, id=step.id, note=note))


def _with_mark(account: Account, step: Step, mark: StepMark) -> Account:
    ids = (step.id, *step.was)
    marks = [kept for kept in account.steps if kept.id not in ids]
    if mark.state != "todo" or mark.note or mark.extra:
        place = next((n for n, m in enumerate(account.steps) if m.id in ids), len(marks))
        marks.insert(place, mark)
    return replace(account, steps=tuple(marks))


def add_request(account: Account, request: Request) -> Account:
    """Return *account* with *request* as its newest one."""
    return replace(account, requests=(*account.requests, request))


def drop_request(account: Account, request_id: str) -> Account:
    """Return *account* without the request of that id."""
    kept = tuple(request for request in account.requests if request.id != request_id)
    return replace(account, requests=kept)


def add_event(account: Account, request_id: str, event: Event) -> Account:
    """Return *account* with *event* as the newest one of the request of that id."""
    return replace(
        account,
        requests=tuple(
            replace(request, events=(*request.events, event))
            if request.id == request_id
            else request
            for request in account.requests
        ),
    )


def add_evidence(account: Account, evidence: Evidence) -> Account:
    """Return *account* with *evidence* as its newest one."""
    return replace(account, evidence=(*account.evidence, evidence))


def add_audit(account: Account, counted: Counted) -> Account:
    """Return *account* with *counted* as its newest audit."""
    return replace(account, audits=(*account.audits, counted))


def stop_at(checklist: Checklist, account_id: str, step_id: str) -> Checklist:
    """Return *checklist* as left at that step."""
    here = Here(account=account_id, step=step_id)
    if checklist.here is not None:
        here = replace(here, extra=checklist.here.extra)
    return replace(checklist, here=here)


def next_request_id(account: Account) -> str:
    """Return an id no request of *account* bears, such as ``r2``."""
    used = {request.id for request in account.requests}
    return next(name for n in range(1, len(used) + 2) if (name := f"r{n}") not in used)
