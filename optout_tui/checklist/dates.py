"""The days that matter to an account: when a reply is due, when to look again."""

from datetime import date

from optout_tui.checklist.progress import CLOSED, AccountView
from optout_tui.checklist.standing import FINISHED, Dated


def dates_of(view: AccountView) -> list[Dated]:
    """Return when replies to the account are due and when to look at it again."""
    company = view.guide.company if view.guide else view.account.platform
    found = [
        Dated(request.due, "reply", view.account.id, company)
        for request in view.requests
        if request.due and request.state in ("waiting", "overdue")
    ]
    if (day := check_again_on(view)) is not None:
        found.append(Dated(day, "check-again", view.account.id, company))
    return found


def check_again_on(view: AccountView) -> date | None:
    """Return the day to look at a finished account again: its last tick plus the guide's period.

    Where nothing was ticked because there is nothing to do, the period runs from the day
    the route was checked. None while the account is not finished.
    """
    if view.route is None or view.state not in FINISHED:
        return None
    ticked = [step.mark.at.date() for step in view.steps if step.mark and step.state in CLOSED]
    return _later(max(ticked, default=view.route.checked), view.route.again.after)


def _later(start: date, period: str) -> date:
    from dateutil.relativedelta import relativedelta  # only a finished account needs it

    count = int(period[1:-1])
    steps = {
        "Y": relativedelta(years=count),
        "M": relativedelta(months=count),
        "D": relativedelta(days=count),
    }
    try:
        return start + steps[period[-1]]
    except (ValueError, OverflowError):  # a date typed by hand may lie at the end of all years
        return date.max
