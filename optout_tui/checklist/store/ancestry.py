"""Which revision two versions of a checklist both came from, found by digests among the backups."""

from collections.abc import Iterator, Mapping

from optout_tui.checklist.model import Checklist
from optout_tui.checklist.store.reading import Stored
from optout_tui.checklist.text import read_text
from optout_tui.safety.limits import BadFile, parse_toml


def common_base(ours: Stored, theirs: Stored, kept: Mapping[str, bytes]) -> Checklist | None:
    """Return the revision both sides came from, or None where it is not to be had.

    *kept* holds the contents of the backups by their digests.
    """
    is_here = theirs.path == ours.path
    if _is_edit_of(theirs, ours) and (is_here or not ours.checklist.parent):
        return ours.checklist
    mine = [ours.digest, *_ancestors(ours.checklist.parent, kept)]
    for digest in (theirs.digest, *_ancestors(theirs.checklist.parent, kept)):
        if digest == ours.digest:
            return ours.checklist
        if digest == theirs.digest and digest in mine:
            return theirs.checklist
        if digest in mine and digest in kept:
            return _read(kept[digest])
    return None


def _is_edit_of(theirs: Stored, ours: Stored) -> bool:
    """Whether somebody edited our revision by hand: a save in its place changes all three.

    Of a file elsewhere that tells nothing, unless it is the first revision: two programs may
    have saved in the same second.
    """
    one, other = ours.checklist, theirs.checklist
    return (one.revision, one.updated, one.parent) == (other.revision, other.updated, other.parent)


def _ancestors(parent: str, kept: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the digests of a revision's ancestors, the nearest first, as far as they are kept."""
    seen: set[str] = set()
    while parent and parent not in seen:
        yield parent
        seen.add(parent)
        parent = _parent_of(kept[parent]) if parent in kept else ""


def _parent_of(content: bytes) -> str:
    """The parent stands above the first table: no more than that is parsed."""
    head, _, _ = content.partition(b"\n[")
    try:
        parent = parse_toml(head, "").get("parent", "")
    except BadFile:
        return ""
    return parent if isinstance(parent, str) else ""


def _read(content: bytes) -> Checklist | None:
    try:
        return read_text(content, "")
    except BadFile:
        return None
