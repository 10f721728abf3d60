from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import Checklist
from optout_tui.checklist.store.ancestry import common_base
from optout_tui.checklist.store.reading import Stored, digest_of
from optout_tui.checklist.store.whole import Stamp
from optout_tui.checklist.text import write_text

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HERE, THERE = Path("checklists/Personal.toml"), Path("elsewhere/Personal.toml")
FIRST = Checklist(
    format=1, id="7f3a", name="Personal", revision=1, created=NOON, updated=NOON, region="DE"
)


def stored(checklist: Checklist, path: Path = HERE) -> Stored:
    return Stored(checklist, path, digest_of(content_of(checklist)), Stamp(0, 0, 0))


def content_of(checklist: Checklist) -> bytes:
    return write_text(checklist).encode()


def child(of: Stored, region: str, path: Path = HERE, *, minutes: int = 1) -> Stored:
    """The revision that a program makes of another one."""
    old = of.checklist
    made = replace(
        old,
        revision=old.revision + 1,
        parent=of.digest,
        updated=old.updated + timedelta(minutes=minutes),
        region=region,
    )
    return stored(made, path)


def kept(*revisions: Stored) -> dict[str, bytes]:
    return {one.digest: content_of(one.checklist) for one in revisions}


ROOT = stored(FIRST)
OURS = child(ROOT, "FR")
SIBLING = child(ROOT, "GB", minutes=2)


def test_a_revision_made_from_ours_came_from_ours() -> None:
    assert common_base(ROOT, OURS, {}) == FIRST


def test_many_revisions_later_it_still_came_from_ours_as_far_as_they_are_kept() -> None:
    middle = child(OURS, "GB")
    newest = child(middle, "IT")
    assert common_base(ROOT, newest, kept(OURS, middle)) == FIRST
    assert common_base(ROOT, newest, kept(OURS)) is None


def test_a_revision_that_ours_was_made_from_is_the_base() -> None:
    assert common_base(OURS, ROOT, {}) == FIRST
    assert common_base(child(OURS, "IT"), ROOT, kept(OURS)) == FIRST


def test_two_revisions_made_from_one_have_that_one_as_base() -> None:
    assert common_base(OURS, SIBLING, kept(ROOT)) == FIRST
    assert common_base(OURS, SIBLING, {}) is None


def test_the_nearest_common_revision_is_taken() -> None:
    one, other = child(OURS, "IT"), child(OURS, "ES", minutes=3)
    assert common_base(one, other, kept(ROOT, OURS)) == OURS.checklist


def test_cousins_meet_at_their_grandparent() -> None:
    cousin = child(SIBLING, "IT")
    assert common_base(OURS, cousin, kept(ROOT, SIBLING)) == FIRST


def test_two_checklists_have_nothing_in_common() -> None:
    other = stored(replace(FIRST, id="other", updated=NOON - timedelta(days=1)))
    assert common_base(OURS, child(other, "IT"), kept(ROOT, OURS, other)) is None


@pytest.mark.parametrize("revision", [ROOT, OURS])
def test_an_edit_by_hand_is_an_edit_of_what_stood_there(revision: Stored) -> None:
    edited = stored(replace(revision.checklist, labels="de"))
    assert common_base(revision, edited, kept(ROOT)) == revision.checklist
    assert common_base(revision, edited, {}) == revision.checklist


def test_two_revisions_of_one_second_are_no_edit_of_each_other() -> None:
    """Otherwise what ours changed would count as taken back by hand."""
    same_second = child(ROOT, "GB", THERE)
    assert same_second.checklist.updated == OURS.checklist.updated
    assert common_base(OURS, same_second, kept(ROOT)) == FIRST
    assert common_base(OURS, same_second, {}) is None


def test_a_first_revision_edited_elsewhere_is_an_edit_of_ours() -> None:
    assert common_base(ROOT, stored(replace(FIRST, region="IT"), THERE), {}) == FIRST


@pytest.mark.parametrize(
    "damage", [b"", b"\0" * 40, b"parent = 7\n", b"x = [\n[1]]\n", b'parent = "sha256:none"\n']
)
def test_a_backup_that_is_not_whole_ends_the_search(damage: bytes) -> None:
    newest = child(OURS, "IT")
    assert common_base(SIBLING, newest, {OURS.digest: damage, **kept(ROOT)}) is None


def test_a_common_revision_that_is_not_whole_is_none() -> None:
    assert common_base(OURS, SIBLING, {ROOT.digest: b"x = ["}) is None


def test_a_ring_of_parents_comes_to_an_end() -> None:
    ring = stored(replace(FIRST, parent="sha256:ring"))
    there = stored(replace(FIRST, parent="sha256:there", updated=NOON + timedelta(hours=1)))
    assert common_base(ring, there, {"sha256:ring": content_of(ring.checklist)}) is None
