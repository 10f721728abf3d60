"""Where a person goes next: the next open step of an account, the next account with one."""

from optout_tui.checklist.order import lying_open, order_of_work
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
    """Return the next account with an open step, in the order of work; None for no other.

    It is looked for round from the account of that id.
    """
    views = order_of_work(session.views())
    at = [view.account.id for view in views].index(account_id)
    return next((view for view in (*views[at + 1 :], *views[:at]) if view.next_step), None)


def account_beside(session: Session, account_id: str, by: int) -> str:
    """Return the id of the account *by* places after one, round the order of work."""
    ids = [view.account.id for view in order_of_work(session.views())]
    return ids[(ids.index(account_id) + by) % len(ids)]


def platforms_first(session: Session) -> tuple[str, ...]:
    """Return the platforms of open accounts where an audit found much, in the order of work."""
    if not any(account.audits for account in session.checklist.accounts):
        return ()  # the usual case is spared the looking
    ordered = (view for view in order_of_work(session.views()) if view.next_step)
    found = [view.account.platform for view in ordered if lying_open(view.account)]
    return tuple(dict.fromkeys(found))
