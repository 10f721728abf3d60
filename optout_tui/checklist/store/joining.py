"""What is done when the file on disk is not the one we started from: join, or keep both and ask."""

from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from optout_tui.checklist.merge import Difference, Side, merge
from optout_tui.checklist.model import Checklist
from optout_tui.checklist.store.ancestry import common_base
from optout_tui.checklist.store.backups import contents_in
from optout_tui.checklist.store.reading import Stored
from optout_tui.checklist.store.whole import NotSaved

MOST_TOLD = 3


class Conflict(NotSaved):
    """Both sides changed the same thing, or nothing tells what either changed.

    ``differences`` says what, empty where no common revision was found; ``copy`` is the
    file that keeps our side, where one was written.
    """

    def __init__(self, reason: str, differences: tuple[Difference, ...] = ()) -> None:
        """Keep what differs, for the question that follows."""
        super().__init__(reason)
        self.differences = differences
        self.copy: Path | None = None


class Joined(NamedTuple):
    """Two sides made one; ``is_theirs`` where the other side already says all of it.

    ``settled`` where it took a person's word to decide between them.
    """

    checklist: Checklist
    is_theirs: bool
    settled: bool


def join(
    changed: Checklist, base: Stored, theirs: Stored, backup_folder: Path, prefer: Side | None
) -> Joined:
    """Return what *changed*, which was made from *base*, and *theirs* say together.

    Raises Conflict where both changed the same thing and no side is to be preferred, where
    they are two checklists, and where the revision they both came from is not kept.
    """
    name = base.path.name
    if theirs.checklist.id != base.checklist.id:
        raise Conflict(f"{name} holds another checklist now")
    if theirs.is_newer:
        raise NotSaved(f"{name} was changed by a newer optout-tui, which this one cannot follow")
    ancestor = common_base(base, theirs, contents_in(backup_folder))
    settled = ancestor is None
    if ancestor is None:
        if prefer is None:
            raise Conflict(f"{name} was changed elsewhere, and no common revision is kept")
        ancestor = theirs.checklist if prefer == "ours" else changed
    merged = merge(ancestor, changed, theirs.checklist, prefer or "ours")
    if merged.differences and prefer is None:
        reason = f"{name} was changed elsewhere too: {_in_short(merged.differences)}"
        raise Conflict(reason, merged.differences)
    same = whole_content(merged.checklist) == whole_content(theirs.checklist)
    settled = settled or bool(merged.differences)
    return Joined(merged.checklist, is_theirs=same, settled=settled)


def whole_content(checklist: Checklist) -> Checklist:
    """Return the checklist without what every save changes."""
    return replace(checklist, name="", format=0, revision=0, parent="", updated=checklist.created)


def content_of(checklist: Checklist) -> Checklist:
    """Return the checklist without what every save changes, and without where the person is."""
    return replace(whole_content(checklist), here=None)


def _in_short(differences: tuple[Difference, ...]) -> str:
    told = [f"{d.where} ({d.ours} here, {d.theirs} there)" for d in differences[:MOST_TOLD]]
    more = len(differences) - MOST_TOLD
    return "; ".join(told) + (f"; {more} more" if more > 0 else "")
