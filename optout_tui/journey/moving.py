"""Where a person goes next: the next open step of an account, the next account with one."""

from optout_tui.checklist.progress import CLOSED, AccountView
from optout_tui.journey.session import Session
from optout_tui.library.guides import Step


def open_step_after(view: AccountView, step_id: str) -> Step | None:
    """Return the next open step of an account, looking round from a step; None for no other."""
    ids = [one.step.id for one in view.steps]
    at = ids.index(step_id) if step_id in ids else -1
    order = (*view.steps[at + 1 :], *view.steps[: max(at, 0)])
    return next((one.step for one in order if one.state not in CLOSED), None)


def account_after(session: Session, account_id: str) -> AccountView | None:
    """Return the next account with an open step, looking round from one; None for no other."""
    views = session.views()
    at = [view.account.id for view in views].index(account_id)
    return next((view for view in (*views[at + 1 :], *views[:at]) if view.next_step), None)
