"""The order of work: which account to go on with, and why that one stands first."""

from optout_tui.checklist.model import Account, Counted
from optout_tui.checklist.progress import AccountView, StepView
from optout_tui.checklist.words import day

KNOWN, UNKNOWN = 2, 1
"""What one thing counts that is public, and one of which the export does not say who sees it."""


def newest_audit(account: Account) -> Counted | None:
    """Return the newest figures kept on an account; None where there are none."""
    at = max((one.at for one in account.audits), default=None)
    return next((one for one in reversed(account.audits) if one.at == at), None)


def exposure(counted: Counted) -> int:
    """Return how much lies open after an audit, for putting in order and nothing else.

    A public thing counts most: a post, photo or video, or an AI chat that is shared by a link.
    One of which nothing is recorded counts half of that, and in a private account nothing.
    """
    unknown = 0 if counted.account_private else counted.not_recorded
    return KNOWN * (counted.public + counted.shared_chats) + UNKNOWN * unknown


def order_of_work(views: tuple[AccountView, ...]) -> tuple[AccountView, ...]:
    """Return all of *views* in the order in which they are best worked through.

    Of the accounts with an open step, the one where an audit found the most lying open comes
    first. Accounts nobody looked at come after those, and then the ones whose export holds
    nothing that is public. Accounts without an open step come last. What is alike stays in the
    checklist's order, and where audits tell no two open accounts apart, so does everything.
    """
    ranks = {_rank(view.account) for view in views if view.next_step}
    if len(ranks) < 2:  # noqa: PLR2004
        return views
    closed = tuple(view for view in views if not view.next_step)
    still_open = (view for view in views if view.next_step)
    return (*sorted(still_open, key=lambda view: _rank(view.account)), *closed)


def next_step(views: tuple[AccountView, ...]) -> tuple[AccountView, StepView] | None:
    """Return the account to go on with and its first open step, or None when all are closed."""
    return next(((view, step) for view in order_of_work(views) if (step := view.next_step)), None)


def _rank(account: Account) -> int:
    """Return an account's place: negative with something open, 0 where nothing is known."""
    counted = newest_audit(account)
    if counted is None:
        return 0
    if found := exposure(counted):
        return -found
    return 1 if counted.not_public or counted.not_recorded else 0


def lying_open(*accounts: Account) -> str:
    """Return in a few words what audits found open: ``1,204 public``; empty for nothing."""
    found = [counted for one in accounts if (counted := newest_audit(one))]
    known = sum(one.public + one.shared_chats for one in found)
    unknown = sum(one.not_recorded for one in found if not one.account_private)
    parts = [f"{known:,} public"] if known else []
    if unknown:
        parts.append(f"{unknown:,} may be public")
    return ", ".join(parts)


def begin_with(views: tuple[AccountView, ...]) -> str:
    """Return which account to go on with because of an audit, and why; empty without a reason."""
    open_ones = [view for view in order_of_work(views) if view.next_step]
    if len(open_ones) < 2:  # noqa: PLR2004
        return ""
    first = open_ones[0]
    counted = newest_audit(first.account)
    if counted is None or not exposure(counted):
        return ""
    verb = "Begin" if first.state == "not started" else "Go on"
    reasons = "; ".join(_reasons(counted))
    on = day(counted.at.date())
    return f"{verb} with {first.label}: {reasons}. Counted in your export on {on}."


def _reasons(counted: Counted) -> list[str]:
    total = counted.public + counted.not_public + counted.not_recorded
    reasons = []
    if counted.public:
        verb = "is" if counted.public == 1 else "are"
        of_all = f" of {total:,}" if total > counted.public else ""
        things = "post, photo or video" if total == 1 else "posts, photos and videos"
        reasons.append(f"{counted.public:,}{of_all} {things} {verb} public")
    if counted.not_recorded and not counted.account_private:
        more = "" if reasons else " posts, photos or videos"
        reasons.append(f"who can see {counted.not_recorded:,}{more} is not recorded")
    if counted.shared_chats:
        verb = "AI chat is" if counted.shared_chats == 1 else "AI chats are"
        reasons.append(f"{counted.shared_chats:,} {verb} shared by a link")
    return reasons
