import errno
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import Checklist, StepMark
from optout_tui.checklist.store.backups import backups_in, contents_in
from optout_tui.checklist.store.beside import copies_of, keep_beside, merge_file, put_away
from optout_tui.checklist.store.joining import Conflict
from optout_tui.checklist.store.reading import Stored, read_stored
from optout_tui.checklist.store.store import Store
from optout_tui.checklist.store.whole import NotSaved
from optout_tui.safety.limits import BadFile
from optout_tui.safety.refusal import Refusal
from tests.checklist.store.kept import ANIKA, LATER, NOW, failing

COPY = "Personal (conflict 2026-11-22)"


@pytest.fixture
def base(store: Store) -> Stored:
    """The revision that both sides start from."""
    return store.create("Personal", "DE", (ANIKA,), NOW)


@pytest.fixture
def ours(store: Store, base: Stored) -> Stored:
    """What stands on disk: a tick later."""
    return store.save(ticked(base.checklist, "open-form"), base, NOW)


def ticked(checklist: Checklist, step: str) -> Checklist:
    account = checklist.accounts[0]
    steps = (*account.steps, StepMark(id=step, state="done", at=NOW))
    return replace(checklist, accounts=(replace(account, steps=steps),))


def ticks(stored: Stored) -> list[str]:
    return sorted(mark.id for mark in stored.checklist.accounts[0].steps)


@pytest.fixture
def copy(store: Store, base: Stored, ours: Stored) -> Path:
    """A tick of ours that another program's revision kept from being saved, in the same second."""
    return keep_beside(store, ticked(base.checklist, "send"), base, NOW, None)


# -- our own copies ----------------------------------------------------------------


def test_what_may_not_be_saved_is_kept_beside_and_is_no_checklist(
    store: Store, base: Stored, copy: Path
) -> None:
    assert copy == store.file(COPY)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert store.names() == ["Personal"]
    kept = read_stored(copy).checklist
    assert (kept.id, kept.parent, kept.revision) == (base.checklist.id, base.digest, 2)


def test_a_second_try_replaces_the_copy_and_another_window_makes_its_own(
    store: Store, base: Stored, copy: Path
) -> None:
    again = keep_beside(store, ticked(base.checklist, "keep-mail"), base, LATER, copy)
    assert again == copy
    assert ticks(read_stored(copy)) == ["keep-mail"]
    other = keep_beside(store, ticked(base.checklist, "send"), base, LATER, None)
    assert other.name == "Personal (conflict 2026-11-22 2).toml"
    copy.unlink()
    anew = keep_beside(store, ticked(base.checklist, "send"), base, LATER, copy)
    assert anew == copy


def test_a_copy_that_cannot_be_written_is_said(
    store: Store, base: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.EROFS))
    with pytest.raises(NotSaved, match="Read-only file system"):
        keep_beside(store, base.checklist, base, NOW, None)
    assert [path.name for path in store.checklists.iterdir()] == ["Personal.toml"]


def test_a_settled_copy_goes_to_the_backups_as_no_revision(
    store: Store, ours: Stored, copy: Path
) -> None:
    content, before = copy.read_bytes(), backups_in(store.backup_folder(ours.checklist.id))
    put_away(store, copy, ours, LATER)
    put_away(store, copy, ours, LATER)
    folder = store.backup_folder(ours.checklist.id)
    assert not copy.exists()
    assert backups_in(folder) == before
    assert [path.read_bytes() for path in folder.glob("*-copy*")] == [content]


def test_a_copy_that_cannot_be_put_away_stays(
    store: Store, ours: Stored, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "unlink", failing(errno.EROFS))
    with pytest.raises(NotSaved, match=r"^Personal \(conflict.*: Read-only file system$"):
        put_away(store, copy, ours, LATER)
    assert copy.exists()


def test_what_is_no_file_cannot_be_put_away(store: Store, ours: Stored, copy: Path) -> None:
    copy.unlink()
    copy.mkdir(0o700)
    with pytest.raises(NotSaved, match=r"is not a file$"):
        put_away(store, copy, ours, LATER)


# -- files that are to be merged ---------------------------------------------------


def test_a_conflict_copy_is_joined_and_put_away(store: Store, ours: Stored, copy: Path) -> None:
    """Both were made from one revision in one second: neither is an edit of the other."""
    merged = merge_file(store, "personal", copy, LATER)
    assert ticks(merged) == ["open-form", "send"]
    assert store.read("Personal") == merged
    assert (merged.checklist.revision, merged.checklist.parent) == (3, ours.digest)
    assert ours.digest in contents_in(store.backup_folder(ours.checklist.id))
    assert not copy.exists()


def test_a_copy_named_from_where_one_stands_is_put_away_too(
    store: Store, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(store.data_dir)
    merge_file(store, "Personal", Path("checklists") / copy.name, LATER)
    assert not copy.exists()


def test_any_other_file_stays_as_it_is(store: Store, copy: Path, tmp_path: Path) -> None:
    file = copy.rename(tmp_path / "from my laptop.toml")
    content = file.read_bytes()
    assert ticks(merge_file(store, "Personal", file, LATER)) == ["open-form", "send"]
    assert file.read_bytes() == content


def test_merging_what_is_there_already_saves_nothing(
    store: Store, base: Stored, copy: Path, tmp_path: Path
) -> None:
    file = tmp_path / "again.toml"
    file.write_bytes(copy.read_bytes())
    merged = merge_file(store, "Personal", copy, LATER)
    assert merge_file(store, "Personal", file, LATER) == merged


def test_what_both_changed_is_asked_and_nothing_is_touched(
    store: Store, base: Stored, ours: Stored
) -> None:
    moved = store.save(replace(ours.checklist, region="FR"), ours, NOW)
    copy = keep_beside(store, replace(base.checklist, region="GB"), base, NOW, None)
    before = moved.path.read_bytes(), copy.read_bytes()
    with pytest.raises(Conflict) as refused:
        merge_file(store, "Personal", copy, LATER)
    assert [one.where for one in refused.value.differences] == ["region"]
    assert (moved.path.read_bytes(), copy.read_bytes()) == before
    settled = merge_file(store, "Personal", copy, LATER, "theirs")
    assert (settled.checklist.region, ticks(settled)) == ("GB", ["open-form"])


def test_what_cannot_be_merged_is_refused(store: Store, ours: Stored, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"^Personal.toml is that checklist itself"):
        merge_file(store, "Personal", ours.path, LATER)
    other = store.create("Other", "DE", (), NOW)
    with pytest.raises(Refusal, match=r"^Other.toml is another checklist than Personal; import"):
        merge_file(store, "Personal", other.path, LATER)
    with pytest.raises(BadFile, match="No such file"):
        merge_file(store, "Personal", tmp_path / "nowhere.toml", LATER)
    bad = tmp_path / "bad.toml"
    bad.write_bytes(ours.path.read_bytes()[:-9])
    with pytest.raises(BadFile, match=r"^bad.toml: "):
        merge_file(store, "Personal", bad, LATER)
    assert store.read("Personal") == ours


def test_a_newer_checklist_takes_nothing_in(store: Store, ours: Stored, copy: Path) -> None:
    newer = ours.path.read_bytes().replace(b"format = 1", b"format = 2")
    ours.path.write_bytes(newer)
    with pytest.raises(NotSaved, match="read-only"):
        merge_file(store, "Personal", copy, LATER, "ours")
    assert (ours.path.read_bytes(), copy.exists()) == (newer, True)


def test_what_a_newer_program_wrote_is_not_taken_in(store: Store, ours: Stored, copy: Path) -> None:
    copy.write_bytes(copy.read_bytes().replace(b"format = 1", b"format = 2"))
    with pytest.raises(NotSaved, match="which this one cannot follow"):
        merge_file(store, "Personal", copy, LATER, "theirs")
    assert store.read("Personal") == ours


def test_copies_are_those_of_sync_programs_and_twins_of_the_same_checklist(
    store: Store, ours: Stored, copy: Path
) -> None:
    store.file("Personal 2").write_bytes(ours.path.read_bytes())
    store.create("Personal 3", "DE", (), NOW)
    store.create("Personal-other", "DE", (), NOW)
    found = copies_of(store, ours.path, ours.checklist.id)
    assert [path.stem for path in found] == [COPY, "Personal 2"]
