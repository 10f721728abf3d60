"""What the screens say of a checklist and an account, and in which style."""

from datetime import date

from optout_tui.checklist.standing import State
from optout_tui.checklist.words import day, days_away, minutes
from optout_tui.journey.desk import Row

STATE_STYLES: dict[State, str] = {
    "problem": "$warning",
    "refused": "$error",
    "overdue": "$error",
    "waiting": "$link",
    "done": "$primary",
    "reduced": "$primary",
    "nothing to do": "$primary",
}


def accounts_done(row: Row) -> str:
    """Return how many of a checklist's accounts are finished."""
    if row.accounts and row.finished == row.accounts:
        return "all done"
    plural = "" if row.accounts == 1 else "s"
    return (
        f"{row.finished} of {row.accounts} account{plural}" if row.accounts else "no accounts yet"
    )


def coming_up(row: Row, today: date) -> tuple[str, str]:
    """Return what a checklist needs next, and the style to say it in."""
    if row.problem:
        return row.problem, "$error"
    replies = [dated for dated in row.dates if dated.what == "reply"]
    if replies and (replies[0].on - today).days <= 7:  # noqa: PLR2004 - a week ahead
        first = replies[0]
        if row.state(today) == "overdue":
            return f"{first.company}'s reply is overdue", "$error"
        return f"{first.company}'s reply is due {days_away(first.on, today)}", "$warning"
    if row.next is not None:
        return f"next: {row.next.platform}, {minutes(row.next.minutes)}", "$muted"
    if replies:
        return f"{replies[0].company}'s reply is due {days_away(replies[0].on, today)}", "$muted"
    again = [dated for dated in row.dates if dated.what == "check-again"]
    if again:
        return f"check again on {day(again[0].on)}", "$muted"
    return ("add accounts" if not row.accounts else ""), "$muted"
