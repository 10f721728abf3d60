"""What the list of checklists says of each: how far it is, and what it needs next."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from optout_tui.checklist.dated_words import what_falls
from optout_tui.checklist.standing import Dated
from optout_tui.checklist.words import day, days_away, minutes
from optout_tui.journey.desk import Row

if TYPE_CHECKING:  # the list of checklists names no broken guide
    from optout_tui.safety.limits import BadFile

A_WEEK = timedelta(days=7)


class Coming(NamedTuple):
    """What a checklist needs next, and how pressing it is."""

    text: str
    tone: Literal["calm", "soon", "late"] = "calm"


def accounts_done(row: Row) -> str:
    """Return how many of a checklist's accounts are finished."""
    if row.accounts and row.finished == row.accounts:
        return "all done"
    plural = "" if row.accounts == 1 else "s"
    return (
        f"{row.finished} of {row.accounts} account{plural}" if row.accounts else "no accounts yet"
    )


def coming_up(row: Row, today: date) -> Coming:
    """Return what a checklist needs next."""
    if row.problem:
        return Coming(row.problem, "late")
    near = next((one for one in row.dates if _is_near(one, today)), None)
    if near is not None:
        return Coming(_said(near, today), "late" if _is_overdue(near, today) else "soon")
    return Coming(_next_words(row, today))


def left_out(problems: "tuple[BadFile, ...]") -> str:
    """Return one line on the person's own guides that could not be taken; empty for none."""
    if not problems:
        return ""
    if len(problems) == 1:
        return f"1 guide of yours was left out: {problems[0]}"
    count = f"{len(problems)} guides of yours were left out (“optout-tui guides check” says why)"
    return f"{count}: {problems[0]}"


def free_name(taken: Iterable[str]) -> str:
    """Return a name for the next checklist that none of *taken* is."""
    names = list(taken)
    candidates = ("Personal", *(f"Personal {n}" for n in range(2, len(names) + 3)))
    return next(name for name in candidates if name not in names)


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
