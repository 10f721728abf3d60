"""A checklist gets another name, or goes: what goes with it, and what is refused."""

import errno
import os
from pathlib import Path

import pytest
from filelock import FileLock

from optout_tui.checklist.store import locks
from optout_tui.checklist.store.backups import backups_in
from optout_tui.checklist.store.gone import delete
from optout_tui.checklist.store.reading import Stored
from optout_tui.checklist.store.renaming import rename
from optout_tui.checklist.store.store import Store
from optout_tui.checklist.store.whole import NotSaved
from optout_tui.safety.refusal import Refusal
from tests.checklist.store.kept import LATER, NOW, failing, files, moved


def test_a_renamed_checklist_keeps_its_id_and_its_backups(store: Store, first: Stored) -> None:
    store.save(moved(first.checklist), first, LATER)
    path = rename(store, "personal", "Work")
    assert store.names() == ["Work"]
    assert store.read("Work").path == path
    assert store.read("Work").checklist.id == first.checklist.id
    assert len(backups_in(store.backup_folder(first.checklist.id))) == 1


def test_only_the_case_of_a_name_can_change(store: Store, first: Stored) -> None:
    rename(store, "Personal", "PERSONAL")
    assert store.names() == ["PERSONAL"]


@pytest.mark.parametrize(
    ("name", "reason"), [("SECOND", "already exists"), ("a/b", "may not hold"), ("", "is empty")]
)
def test_a_name_that_cannot_be_is_refused(
    store: Store, first: Stored, name: str, reason: str
) -> None:
    store.create("Second", "DE", (), NOW)
    before = files(store.checklists)
    with pytest.raises(Refusal, match=reason):
        rename(store, "Personal", name)
    assert files(store.checklists) == before


def test_a_name_that_was_taken_just_now_is_not_overwritten(
    store: Store, first: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = store.file("Work")
    monkeypatch.setattr(Store, "free_name", lambda *_, **__: "Work")
    other.write_bytes(b"mine")
    with pytest.raises(NotSaved, match=r"^Work\.toml: already exists$"):
        rename(store, "Personal", "Work")
    assert (other.read_bytes(), first.path.exists()) == (b"mine", True)


def test_the_copies_of_a_sync_program_are_renamed_with_it(store: Store, first: Stored) -> None:
    copy = "Personal.sync-conflict-20261122-101500-ABCDEFG"
    store.file(copy).write_bytes(first.path.read_bytes())
    rename(store, "Personal", "Work")
    assert store.sorted_out()[1] == {copy.replace("Personal", "Work"): "Work"}


def test_a_rename_that_fails_says_why(
    store: Store, first: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EROFS))
    monkeypatch.setattr(os, "replace", failing(errno.EROFS))
    with pytest.raises(NotSaved, match=r"^Personal: Read-only file system$"):
        rename(store, "Personal", "Work")


def test_deleting_leaves_no_trace(store: Store, first: Stored) -> None:
    stored = first
    for n in range(3):
        stored = store.save(moved(stored.checklist, f"R{n}"), stored, LATER)
    other = store.create("Other", "FR", (), NOW)
    delete(store, "personal")
    traces = [str(path) for path in store.data_dir.rglob("*")]
    assert not [path for path in traces if first.checklist.id in path or "Personal" in path]
    assert store.names() == ["Other"]
    assert other.path.exists()


def test_a_file_that_is_not_whole_can_be_deleted(store: Store, first: Stored) -> None:
    first.path.write_bytes(b"\0" * 40)
    delete(store, "Personal")
    assert store.names() == []


def test_what_cannot_be_deleted_keeps_its_backups(
    store: Store, first: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(moved(first.checklist), first, LATER)
    before = files(store.data_dir)
    monkeypatch.setattr(Path, "unlink", failing(errno.EROFS))
    with pytest.raises(Refusal, match=r"^Personal.toml: not deleted: Read-only file system$"):
        delete(store, "Personal")
    assert files(store.data_dir) == before


def test_what_another_saves_just_now_is_not_deleted(
    store: Store, first: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "LOCK_SECONDS", 0)
    with (
        FileLock(store.data_dir / "locks" / f"{first.checklist.id}.lock"),
        pytest.raises(NotSaved, match="another program is saving"),
    ):
        delete(store, "Personal")
    assert store.read("Personal") == first
