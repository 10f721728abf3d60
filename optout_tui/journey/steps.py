"""Ticking a step, skipping it, saying what went wrong, adding a note."""

from optout_tui.checklist import change
from optout_tui.checklist.model import MAX_NOTE, Account, StepState
from optout_tui.guides.choose import find_step
from optout_tui.journey.requests import new_request
from optout_tui.journey.session import Session
from optout_tui.library.guides import Step
from optout_tui.safety.refusal import Refusal, unknown
from optout_tui.safety.text import clean


def step_of(session: Session, account: Account, step_id: str) -> Step:
    """Return the step that *step_id* names now, or named once, on the account's route.

    Raises Refusal with the nearest step of the route.
    """
    steps = [view.step for view in session.view(account.id).steps]
    for step in steps:
        if step_id == step.id or step_id in step.was:
            return step
    guide = session.knowledge.find_guide(account.platform)
    if guide is not None and (elsewhere := find_step(guide, step_id)) is not None:
        return elsewhere
    known = [step.id for step in steps]
    raise unknown("step", step_id, known, f"{account.id} has {', '.join(known) or 'none'}")


def mark(session: Session, name: str, step_id: str, state: StepState, trouble: str = "") -> Account:
    """Mark a step of an account and return the account; raises Refusal.

    Ticking a step that sends something records a request of today, unless one of its kind
    is already waiting; taking the tick back drops that request if nothing came of it.
    """
    account = session.find_account(name)
    step = step_of(session, account, step_id)
    if trouble and state != "problem":
        raise Refusal("a trouble goes with the state problem")
    known = [one.id for one in step.troubles]
    if trouble and trouble not in known:
        raise unknown("trouble", trouble, known, f"{step.id} has {', '.join(known) or 'none'}")
    marked = change.mark_step(account, step, state, session.place.now(), trouble)
    session.apply_to(f"{step.title}: {state}", _with_request(session, marked, step, state))
    return session.find_account(account.id)


def _with_request(session: Session, account: Account, step: Step, state: StepState) -> Account:
    if step.sends is None:
        return account
    same = [request for request in account.requests if request.kind == step.sends]
    if state == "done" and not same:
        today = session.place.today
        return change.add_request(account, new_request(account, step.sends, today))
    if state in ("todo", "skipped") and same and not same[-1].events:
        return change.drop_request(account, same[-1].id)
    return account


def note(session: Session, name: str, step_id: str, text: str) -> Account:
    """Put a note at a step, an empty one taking it away; raises Refusal for one too long."""
    account = session.find_account(name)
    step = step_of(session, account, step_id)
    text = clean(text.strip(), newlines=True)
    if len(text) > MAX_NOTE:
        raise Refusal(f"the note is longer than {MAX_NOTE} characters")
    noted = change.note_step(account, step, text, session.place.now())
    session.apply_to(f"note at {step.title}", noted)
    return noted
