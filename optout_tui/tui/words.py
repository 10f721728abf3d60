"""What the screens say of a checklist and an account, and in which style."""

from datetime import date, timedelta

from optout_tui.checklist.standing import State
from optout_tui.checklist.words import day, days_away, minutes
from optout_tui.journey.desk import Row

A_WEEK = timedelta(days=7)

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
    reply = next((dated for dated in row.dates if dated.what == "reply"), None)
    if reply is not None and reply.on - today <= A_WEEK:
        if row.state(today) == "overdue":
            return f"{reply.company}'s reply is overdue", "$error"
        return f"{reply.company}'s reply is due {days_away(reply.on, today)}", "$warning"
    return _next_words(row, today), "$muted"


def _next_words(row: Row, today: date) -> str:
    if row.next is not None:
        return f"next: {row.next.platform}, {minutes(row.next.minutes)}"
    if not row.dates:
        return "" if row.accounts else "add accounts"
    first = row.dates[0]
    if first.what == "reply":
        return f"{first.company}'s reply is due {days_away(first.on, today)}"
    return f"check again on {day(first.on)}"
