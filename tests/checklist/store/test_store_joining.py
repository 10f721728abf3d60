import errno
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_tui.checklist.merge import Difference
from optout_tui.checklist.model import Checklist, Here, StepMark
from optout_tui.checklist.store.backups import backups_in, contents_in
from optout_tui.checklist.store.joining import Conflict
from optout_tui.checklist.store.reading import Stored, digest_of
from optout_tui.checklist.store.store import Store
from optout_tui.checklist.store.whole import NotSaved
from optout_tui.checklist.text import write_text
from tests.checklist.edits import Edit, dropped, edited, edits
from tests.checklist.store.kept import ANIKA, LATER, NOW
from tests.checklist.strategies import examples


@pytest.fixture
def one(tmp_path: Path) -> Store:
    return Store(tmp_path / "data")


@pytest.fixture
def other(tmp_path: Path) -> Store:
    """Another program on the same folder."""
    return Store(tmp_path / "data")


@pytest.fixture
def first(one: Store) -> Stored:
    return one.create("Personal", "DE", (ANIKA,), NOW)


def ticked(checklist: Checklist, step: str = "send") -> Checklist:
    account = checklist.accounts[0]
    steps = (*account.steps, StepMark(id=step, state="done", at=NOW))
    return replace(checklist, accounts=(replace(account, steps=steps),))


def ticks(stored: Stored) -> list[str]:
    return [mark.id for mark in stored.checklist.accounts[0].steps]


def by_hand(stored: Stored, edit: Callable[[str], str]) -> bytes:
    """What stands there after somebody changed the file in an editor."""
    text = stored.path.read_text("utf-8")
    assert edit(text) != text
    stored.path.write_text(edit(text), "utf-8")
    return stored.path.read_bytes()


# -- two programs on one folder ----------------------------------------------------


def test_ticks_at_two_steps_are_both_saved(one: Store, other: Store, first: Stored) -> None:
    theirs = other.save(ticked(first.checklist, "open-form"), first, NOW)
    ours = one.save(ticked(first.checklist, "send"), first, LATER)
    assert ticks(ours) == ["send", "open-form"]
    assert one.read("Personal") == ours
    assert (ours.checklist.revision, ours.checklist.parent) == (3, theirs.digest)


def test_whoever_comes_later_finds_what_both_did(one: Store, other: Store, first: Stored) -> None:
    other.save(ticked(first.checklist, "open-form"), first, NOW)
    ours = one.save(ticked(first.checklist, "send"), first, LATER)
    again = other.save(ticked(ours.checklist, "keep-mail"), ours, LATER)
    last = one.save(replace(ours.checklist, region="FR"), ours, LATER)
    assert sorted(ticks(last)) == ["keep-mail", "open-form", "send"]
    assert (last.checklist.region, last.checklist.revision) == ("FR", again.checklist.revision + 1)


def test_what_the_other_side_says_already_is_not_saved_again(
    one: Store, other: Store, first: Stored
) -> None:
    theirs = other.save(ticked(first.checklist), first, NOW)
    assert one.save(ticked(first.checklist), first, LATER) == theirs
    assert one.save(first.checklist, first, LATER) == theirs
    assert len(backups_in(one.backup_folder(theirs.checklist.id))) == 1


def test_our_place_is_saved_where_only_we_moved(one: Store, other: Store, first: Stored) -> None:
    other.save(ticked(first.checklist), first, NOW)
    here = Here(account=ANIKA.id, step="send")
    ours = one.save(replace(first.checklist, here=here), first, LATER)
    assert (ours.checklist.here, ticks(ours)) == (here, ["send"])


def test_two_regions_are_a_conflict_and_the_file_stays(
    one: Store, other: Store, first: Stored
) -> None:
    theirs = other.save(replace(first.checklist, region="FR"), first, NOW)
    before = theirs.path.read_bytes()
    with pytest.raises(Conflict) as refused:
        one.save(replace(first.checklist, region="GB"), first, LATER)
    assert (
        str(refused.value) == "Personal.toml was changed elsewhere too: region (GB here, FR there)"
    )
    assert refused.value.differences == (Difference("region", "GB", "FR"),)
    assert theirs.path.read_bytes() == before


@pytest.mark.parametrize(("prefer", "region"), [("ours", "GB"), ("theirs", "FR")])
def test_a_conflict_is_settled_by_saying_which_and_nothing_else_is_dropped(
    one: Store, other: Store, first: Stored, prefer: str, region: str
) -> None:
    theirs = other.save(ticked(replace(first.checklist, region="FR"), "send"), first, NOW)
    changed = ticked(replace(first.checklist, region="GB"), "open-form")
    settled = one.save(changed, first, LATER, prefer)  # type: ignore[arg-type]
    assert settled.checklist.region == region
    assert sorted(ticks(settled)) == ["open-form", "send"]
    [pinned] = [b for b in backups_in(one.backup_folder(first.checklist.id)) if b.pinned]
    assert digest_of(pinned.path.read_bytes()) == theirs.digest


@pytest.mark.parametrize("prefer", ["ours", "theirs", None])
def test_what_stood_there_when_a_person_decided_is_kept_for_good(
    one: Store, other: Store, first: Stored, prefer: str | None
) -> None:
    theirs = other.save(replace(first.checklist, region="FR"), first, NOW)
    ours = ticked(replace(first.checklist, region="GB" if prefer else "DE"))
    one.save(ours, first, LATER, prefer)  # type: ignore[arg-type]
    kept = [b for b in backups_in(one.backup_folder(first.checklist.id)) if b.pinned]
    assert [digest_of(b.path.read_bytes()) for b in kept] == ([theirs.digest] if prefer else [])


def test_many_differences_are_told_in_short(one: Store, other: Store, first: Stored) -> None:
    def all_changed(to: str) -> Checklist:
        account = replace(ANIKA, handle=to, route=to, owner=to)
        return replace(first.checklist, region=to, labels=to, accounts=(account,))

    other.save(all_changed("FR"), first, NOW)
    with pytest.raises(Conflict, match=r"there\); 2 more$") as refused:
        one.save(all_changed("GB"), first, LATER)
    assert len(refused.value.differences) == 5


def test_two_who_started_from_one_revision_lose_nothing_whatever_they_do(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("both")
    counter = iter(range(10**9))

    @examples(25)
    @given(st.lists(st.tuples(st.booleans(), edits), min_size=2, max_size=5))
    def interleaved(rounds: list[tuple[bool, list[Edit]]]) -> None:
        store = Store(folder / str(next(counter)))
        start = store.create("Personal", "DE", (ANIKA,), NOW)
        known = {True: start, False: start}
        for who, done in rounds:
            base = known[who]
            changed, on_disk = edited(base.checklist, done), store.read("Personal")
            told: tuple[Difference, ...] = ()
            try:
                saved = store.save(changed, base, LATER)
            except Conflict as conflict:
                told = conflict.differences
                assert store.read("Personal") == on_disk
                saved = store.save(changed, base, LATER, "ours")
            assert dropped(base.checklist, changed, saved.checklist, ()) == []
            if not any(edit.what == "sent" for _, one in rounds for edit in one):  # new numbers
                assert dropped(base.checklist, on_disk.checklist, saved.checklist, told) == []
            kept = contents_in(store.backup_folder(start.checklist.id))
            assert on_disk.digest in kept or saved.digest == on_disk.digest
            known[who] = saved
            assert store.read("Personal").checklist == saved.checklist

    interleaved()


# -- an editor ---------------------------------------------------------------------


def test_an_edit_by_hand_is_joined_though_it_says_the_same_revision(
    one: Store, first: Stored
) -> None:
    by_hand(first, lambda text: text.replace('"DE"', '"GB"'))
    saved = one.save(ticked(first.checklist), first, LATER)
    assert (saved.checklist.region, ticks(saved)) == ("GB", ["send"])


def test_what_was_taken_out_by_hand_stays_out(one: Store, first: Stored) -> None:
    second = one.save(ticked(first.checklist, "open-form"), first, NOW)
    by_hand(second, lambda text: f"{text[: text.index('[[accounts.steps]]')]}[end]\n")
    saved = one.save(ticked(second.checklist, "send"), second, LATER)
    assert ticks(saved) == ["send"]


def test_comments_that_came_meanwhile_are_pinned(one: Store, first: Stored) -> None:
    edited_by_hand = by_hand(first, lambda text: f"# my own words\n{text}")
    saved = one.save(ticked(first.checklist), first, LATER)
    pinned = [b for b in backups_in(one.backup_folder(saved.checklist.id)) if b.pinned]
    assert [backup.path.read_bytes() for backup in pinned] == [edited_by_hand]


def test_a_file_that_was_damaged_meanwhile_is_not_overwritten(one: Store, first: Stored) -> None:
    first.path.write_bytes(b"x = [")
    with pytest.raises(Conflict, match="no longer whole"):
        one.save(ticked(first.checklist), first, LATER)
    assert first.path.read_bytes() == b"x = ["


def test_a_file_that_cannot_be_read_just_now_is_not_taken_for_damaged(
    one: Store, first: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may hold what another program saved: not even who prefers ours replaces it."""
    real = os.open

    def open_(path: Path, *how: int) -> int:
        if path == first.path:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(path, *how)

    monkeypatch.setattr(os, "open", open_)
    with pytest.raises(NotSaved) as no:
        one.save(ticked(first.checklist), first, LATER, "ours")
    monkeypatch.undo()
    assert str(no.value) == "Personal.toml: Input/output error"
    assert not isinstance(no.value, Conflict)
    assert one.read("Personal") == first


def test_a_damaged_file_is_replaced_where_ours_is_preferred_and_kept_as_it_was(
    one: Store, first: Stored
) -> None:
    first.path.write_bytes(b"x = [")
    saved = one.save(ticked(first.checklist), first, LATER, "ours")
    assert one.read("Personal") == saved
    kept = [path.read_bytes() for path in one.backup_folder(saved.checklist.id).iterdir()]
    assert kept == [b"x = ["]


# -- a sync program ----------------------------------------------------------------


@pytest.fixture
def elsewhere(tmp_path: Path, first: Stored) -> Store:
    """The same checklist on another computer."""
    store = Store(tmp_path / "elsewhere")
    store.checklists.mkdir(parents=True)
    store.file("Personal").write_bytes(first.path.read_bytes())
    return store


def test_a_revision_made_elsewhere_of_the_one_we_have_is_joined(
    one: Store, first: Stored, elsewhere: Store
) -> None:
    theirs = elsewhere.save(
        ticked(first.checklist, "open-form"), elsewhere.read("Personal"), NOW + timedelta(seconds=9)
    )
    ours = one.save(ticked(first.checklist, "send"), first, NOW)
    first.path.write_bytes(theirs.path.read_bytes())
    saved = one.save(ticked(ours.checklist, "keep-mail"), ours, LATER)
    assert sorted(ticks(saved)) == ["keep-mail", "open-form", "send"]


def test_without_a_common_revision_it_is_asked_and_both_are_kept(
    one: Store, first: Stored, elsewhere: Store
) -> None:
    theirs = elsewhere.read("Personal")
    for n in range(3):
        theirs = elsewhere.save(ticked(theirs.checklist, f"step-{n}"), theirs, LATER)
    ours = one.save(ticked(first.checklist), first, NOW)
    first.path.write_bytes(theirs.path.read_bytes())
    changed = ticked(ours.checklist, "keep-mail")
    with pytest.raises(Conflict, match="no common revision is kept") as refused:
        one.save(changed, ours, LATER)
    assert refused.value.differences == ()
    saved = one.save(changed, ours, LATER, "ours")
    assert ticks(saved) == ["send", "keep-mail"]
    assert theirs.digest in contents_in(one.backup_folder(first.checklist.id))


def test_without_a_common_revision_theirs_can_be_had_whole(
    one: Store, first: Stored, elsewhere: Store
) -> None:
    theirs = elsewhere.read("Personal")
    for n in range(3):
        theirs = elsewhere.save(ticked(theirs.checklist, f"step-{n}"), theirs, LATER)
    ours = one.save(ticked(first.checklist), first, NOW)
    first.path.write_bytes(theirs.path.read_bytes())
    saved = one.save(ticked(ours.checklist, "keep-mail"), ours, LATER, "theirs")
    assert saved.digest == theirs.digest
    assert ours.digest not in contents_in(one.backup_folder(first.checklist.id))


def test_another_checklist_in_its_place_is_never_joined(one: Store, first: Stored) -> None:
    stranger = replace(first.checklist, id="stranger")
    first.path.write_text(write_text(stranger), "utf-8")
    before = first.path.read_bytes()
    for prefer in (None, "ours"):
        with pytest.raises(Conflict, match=r"^Personal.toml holds another checklist now$"):
            one.save(ticked(first.checklist), first, LATER, prefer)
    assert first.path.read_bytes() == before


@pytest.mark.parametrize("more", ["", '[[accounts.steps]]\nid = "x"\nstate = "dancing"\n'])
@pytest.mark.parametrize("prefer", [None, "ours"])
def test_what_a_newer_program_wrote_is_never_overwritten(
    one: Store, first: Stored, more: str, prefer: str | None
) -> None:
    before = by_hand(first, lambda text: text.replace("format = 1", "format = 2") + more)
    with pytest.raises(NotSaved, match="newer"):
        one.save(ticked(first.checklist), first, LATER, prefer)  # type: ignore[arg-type]
    assert first.path.read_bytes() == before


def test_a_newer_checklist_is_read_only(one: Store, first: Stored) -> None:
    before = by_hand(first, lambda text: text.replace("format = 1", "format = 2"))
    stored = one.read("Personal")
    assert stored.is_newer
    for save in (one.save, lambda changed, base, now: one.put_over(base, changed, now)):
        with pytest.raises(NotSaved) as refused:
            save(ticked(stored.checklist), stored, LATER)
        assert str(refused.value) == (
            "Personal.toml has format 2, of a newer optout-tui: here it is read-only"
        )
    assert first.path.read_bytes() == before
    assert digest_of(before) == stored.digest
