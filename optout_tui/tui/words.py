"""What the screens say of a checklist and an account, and in which style."""

from datetime import date, timedelta

from optout_tui.checklist.dated_words import what_falls
from optout_tui.checklist.standing import Dated, State
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
    near = next((one for one in row.dates if _is_near(one, today)), None)
    if near is not None:
        return _said(near, today), "$error" if _is_overdue(near, today) else "$warning"
    return _next_words(row, today), "$muted"


def _is_near(dated: Dated, today: date) -> bool:
    return dated.what != "check-again" and dated.on - today <= A_WEEK


def _is_overdue(dated: Dated, today: date) -> bool:
    return dated.what == "reply" and dated.latest is not None and today > dated.latest


def _said(dated: Dated, today: date) -> str:
    said = what_falls(dated, today)
    return f"{said} {days_away(dated.on, today)}" if dated.on >= today else said


def _next_words(row: Row, today: date) -> str:
    if row.next is not None:
        return f"next: {row.next.platform}, {minutes(row.next.minutes)}"
    if not row.dates:
        return "" if row.accounts else "add accounts"
    first = row.dates[0]
    if first.what == "check-again":
        return f"check again on {day(first.on)}"
    return _said(first, today)
