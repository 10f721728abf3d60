"""What is told of a step that says something else than on the day it was done."""

from collections.abc import Sequence

from optout_tui.checklist.model import StepMark
from optout_tui.guides.choose import changes_since
from optout_tui.guides.seen import Part
from optout_tui.library.guides import Change, Guide

PART_WORDS: dict[Part, str] = {
    "title": "its title",
    "text": "what to do",
    "menus": "the menus",
    "labels": "the labels in other languages",
    "links": "the links",
    "notes": "the notes on the way",
}


def changed_words(parts: Sequence[Part]) -> str:
    """Return that a step changed since it was done, and what of it as far as that is on record."""
    what = ", ".join(PART_WORDS[part] for part in parts)
    return f"Changed since you did it: {what or 'the guide says something else now'}."


def changes_after(guide: Guide | None, mark: StepMark | None) -> tuple[Change, ...]:
    """Return what is known to have changed on the platform since *mark*, the newest first."""
    return changes_since(guide, mark.at.date()) if guide and mark else ()
