"""What a checklist comes to: what was sent, what it does not do, what may undo it."""

from optout_tui.checklist.model import Account
from optout_tui.checklist.order import newest_audit
from optout_tui.checklist.progress import AccountView, RequestView
from optout_tui.checklist.request_words import about_the_time
from optout_tui.checklist.words import day
from optout_tui.library.guides import Route

NOT_DONE = (
    "models that are already trained keep what they learnt",
    "other people's posts about you stay where they are",
    "outside scrapers still read what is public",
)
"""What no opt-out does; said where no route says more."""


def request_said(view: RequestView) -> str:
    """Return a request on one line: what, when, what became of it, until when."""
    said = f"{view.request.kind} on {day(view.request.sent)}: {view.state}"
    if view.state == "waiting" and view.due:
        said += f", reply due {day(view.due)}"
    if told := about_the_time(view):
        said += f", {told}"
    if view.request.reference:
        said += f", reference {view.request.reference}"
    return said


def public_said(account: Account) -> str:
    """Return how much the newest figures kept on an account call public; empty for nothing."""
    counted = newest_audit(account)
    if counted is None or not counted.public:
        return ""
    return f"{counted.public:,} posts, photos and videos, counted on {day(counted.at.date())}"


def not_done(views: tuple[AccountView, ...]) -> list[str]:
    """Return what the routes of all accounts do not do; what none does where they say nothing."""
    return _once([(view, _of(view.route, "not_covered")) for view in views]) or list(NOT_DONE)


def undone_by(views: tuple[AccountView, ...]) -> list[str]:
    """Return what may undo what was done."""
    return _once([(view, _of(view.route, "undone_by")) for view in views])


def _of(route: Route | None, attribute: str) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(route, attribute) if route else ()
    return found


def _once(told: list[tuple[AccountView, tuple[str, ...]]]) -> list[str]:
    """Each thing once, however many accounts share it, behind the names of their platforms."""
    said: dict[str, list[str]] = {}
    for view, texts in told:
        for text in texts:
            said.setdefault(text, []).append(view.platform_name)
    return [f"{', '.join(dict.fromkeys(names))}: {text}" for text, names in said.items()]
