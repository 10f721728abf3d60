"""How long ago things were checked. A command asks; a test must not, or the calendar breaks it."""

from collections.abc import Iterable, Iterator
from datetime import date

from optout_tui.contentcheck.problem import Found, Problem, routes_of
from optout_tui.library.guides import Guide

OLD, TOO_OLD = 90, 180


def ages(guides: Iterable[Guide], today: date) -> list[Problem]:
    """Return the routes checked more than 90 days before *today*, or on a day after it."""
    return [
        Problem(f"{guide.id}.toml", where, reason)
        for guide in guides
        for where, reason in age_problems(guide, today)
    ]


def age_problems(guide: Guide, today: date) -> Iterator[Found]:
    """Yield the routes of *guide* that are old, too old, or checked on a day to come."""
    for where, route in routes_of(guide):
        if reason := age_reason(route.checked, today):
            yield f"{where}.checked", reason


def age_reason(checked: date, today: date) -> str:
    """Return what is to be said of something checked on that day; empty while it is fresh."""
    days = (today - checked).days
    if days > TOO_OLD:
        return f"too old: checked {days} days ago, on {checked}"
    if days > OLD:
        return f"old: checked {days} days ago, on {checked}"
    return f"{checked} lies ahead of today, {today}" if days < 0 else ""
