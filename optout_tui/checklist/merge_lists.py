"""Lists of two sides made one: by ids, or item by item where things have none."""

from collections.abc import Sequence
from typing import TypeVar

from optout_tui.checklist.model import Event

T = TypeVar("T")


def ordered_ids(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    """Return all ids of both sides, in the order of the side that changed it; ours, if both did."""
    first, second = (theirs, ours) if ours == base else (ours, theirs)
    return list(dict.fromkeys([*first, *second]))


def joined(base: Sequence[T], ours: Sequence[T], theirs: Sequence[T]) -> tuple[T, ...]:
    """Return what is in either side's list, without what one side took out of *base*.

    What both sides added alike is added once.
    """
    if ours in (base, theirs):
        return tuple(theirs)
    if theirs == base:
        return tuple(ours)
    added = _without(theirs, base)
    kept = _without(ours, _without(base, theirs))
    return (*kept, *_without(added, _without(ours, base)))


def joined_by_day(
    base: Sequence[Event], ours: Sequence[Event], theirs: Sequence[Event]
) -> tuple[Event, ...]:
    """Return what :func:`joined` does, with what both sides added in the order of the days.

    What was there before keeps its order: the last answer typed is the one that counts.
    """
    found = joined(base, ours, theirs)
    if found in (ours, theirs):
        return found
    added = _without(found, base)
    return (*_without(found, added), *sorted(added, key=lambda event: event.on))


def _without(items: Sequence[T], others: Sequence[T]) -> list[T]:
    """Return *items* less *others*, each of which takes out one that equals it."""
    left = list(others)
    kept = []
    for item in items:
        if item in left:
            left.remove(item)
        else:
            kept.append(item)
    return kept
