"""How a day that matters is said to people: what falls on it, and what to do then."""

from datetime import date
from typing import assert_never

from optout_tui.checklist.kinds import FollowUpKind
from optout_tui.checklist.standing import Dated
from optout_tui.checklist.words import day

_COMPLAINTS: dict[FollowUpKind | None, str] = {
    "company-complaint": "you can complain to {company} itself",
    "appeal": "you can appeal to {company}",
}
_AUTHORITY = "you can complain to the authority"


def what_falls(dated: Dated, today: date) -> str:
    """Return what falls on that day, as it stands *today*: ``Meta's reply is due``.

    A reply is called overdue only after the last lawful day.
    """
    company = dated.company
    match dated.what:
        case "reply":
            return f"{company}'s reply {_reply(dated, today)}"
        case "remind":
            return f"remind {company}"
        case "complain-from":
            return _COMPLAINTS.get(dated.letter, _AUTHORITY).format(company=company)
        case "complain-by":
            return "last day to complain to the authority"
        case "check-again":
            return "check again"
    assert_never(dated.what)


def _reply(dated: Dated, today: date) -> str:
    if today <= dated.on:
        return "is due"
    return "is overdue" if _is_overdue(dated, today) else "was due"


def _is_overdue(dated: Dated, today: date) -> bool:
    return dated.latest is None or today > dated.latest


def what_to_do(dated: Dated, today: date) -> str:
    """Return what to do about that day, in a sentence or two."""
    match dated.what:
        case "reply":
            return _about_reply(dated, today)
        case "remind":
            return "Write a short reminder that names the day and the reference of your request."
        case "complain-from":
            return _about_complaint(dated.letter)
        case "complain-by":
            return "After this day the authority may take no complaint any more."
        case "check-again":
            return "Look whether everything still stands as you left it, and what the guide says."
    assert_never(dated.what)


def _about_reply(dated: Dated, today: date) -> str:
    if today <= dated.on:
        return "Wait for the answer. When it comes, record it."
    if dated.latest is None or _is_overdue(dated, today):
        return "The last lawful day has passed. Remind them, or complain."
    return (
        f"With a notice of more time they have until {day(dated.latest)}: if one came, record it. "
        "If not, remind them."
    )


def _about_complaint(letter: FollowUpKind | None) -> str:
    match letter:
        case "appeal":
            return "Appeal to the company against its refusal. The authority comes after that."
        case "company-complaint":
            return "Complain to the company first. The authority comes after that."
        case _:
            return "Complain to the authority; enclose what you sent and what came back."
