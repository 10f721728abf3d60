"""How long ago things were checked. A command asks; a test must not, or the calendar breaks it."""

from collections.abc import Iterator
from datetime import date

from optout_tui.contentcheck.problem import routes_of
from optout_tui.library.guides import Guide

OLD, TOO_OLD = 90, 180

AGE_RULES = ("checked-old", "checked-too-old", "checked-ahead")


def age_problems(guide: Guide, today: date) -> Iterator[tuple[str, str, str]]:
    """Yield the routes of *guide* that are old, too old, or checked on a day to come.

    Each comes with the id of the rule that it breaks.
    """
    for where, route in routes_of(guide):
        yield from age_problem(route.checked, today, f"{where}.checked")


def age_problem(checked: date, today: date, where: str) -> Iterator[tuple[str, str, str]]:
    """Yield the rule, the place and what is to be said; nothing while it is fresh."""
    days = (today - checked).days
    if days > TOO_OLD:
        yield "checked-too-old", where, f"too old: checked {days} days ago, on {checked}"
    elif days > OLD:
        yield "checked-old", where, f"old: checked {days} days ago, on {checked}"
    elif days < 0:
        yield "checked-ahead", where, f"{checked} lies ahead of today, {today}"


def is_old(checked: date, today: date) -> bool:
    """Return whether what was checked that day was not checked lately."""
    return (today - checked).days > OLD
