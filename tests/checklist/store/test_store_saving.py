import errno
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from filelock import FileLock
from msgspec.structs import replace

from optout_tui.checklist.model import Checklist
from optout_tui.checklist.store import locks, reading
from optout_tui.checklist.store.backups import backups_in
from optout_tui.checklist.store.reading import Stored, digest_of, verified
from optout_tui.checklist.store.store import Store
from optout_tui.checklist.store.whole import NotSaved
from optout_tui.checklist.text import write_text
from optout_tui.safety.limits import BadFile
from optout_tui.safety.refusal import Refusal
from tests.checklist.store.kept import ANIKA, LATER, NOW, failing, files, moved

# -- creating and finding ----------------------------------------------------------


def test_looking_creates_nothing(store: Store) -> None:
    assert store.names() == []
    with pytest.raises(Refusal, match='unknown checklist "Personal"; see "optout-tui list"'):
        store.read("Personal")
    assert not store.data_dir.exists()


def test_a_new_checklist_is_on_disk(store: Store, first: Stored) -> None:
    assert store.names() == ["Personal"]
    assert store.read("Personal") == first
    assert first.path == store.data_dir / "checklists" / "Personal.toml"
    assert first.checklist.revision == 1
    assert (first.checklist.created, first.checklist.updated) == (NOW, NOW)
    assert first.checklist.accounts == (ANIKA,)
    assert digest_of(first.path.read_bytes()) == first.digest


def test_two_checklists_have_two_ids(store: Store, first: Stored) -> None:
    assert store.create("Second", "DE", (), NOW).checklist.id != first.checklist.id


@pytest.mark.parametrize("name", ["Personal", "PERSONAL", "Ｐersonal", " personal "])
def test_a_name_is_taken_whatever_its_case_and_form(store: Store, first: Stored, name: str) -> None:
    before = files(store.data_dir)
    with pytest.raises(Refusal, match="already exists"):
        store.create(name, "FR", (), NOW)
    assert files(store.data_dir) == before


def test_a_bad_name_is_refused_before_anything_is_written(store: Store) -> None:
    with pytest.raises(Refusal, match="file names may not hold"):
        store.create("../Personal", "DE", (), NOW)
    assert not store.data_dir.exists()


def test_a_checklist_is_found_whatever_the_case_and_form(store: Store) -> None:
    made = store.create("Müller", "DE", (), NOW)
    assert store.path("MU\u0308LLER") == made.path


def test_a_file_that_came_in_another_unicode_form_is_found(store: Store, first: Stored) -> None:
    first.path.rename(first.path.with_name("Mu\u0308ller.toml"))
    assert store.read("Müller").checklist.id == first.checklist.id


def test_a_name_that_is_nearly_right_is_suggested(store: Store, first: Stored) -> None:
    with pytest.raises(Refusal, match=r'unknown checklist "Persnal"; did you mean Personal\?'):
        store.read("Persnal")


def test_names_are_sorted_as_people_sort(store: Store) -> None:
    for name in ("beta", "Alpha", "Gamma"):
        store.create(name, "DE", (), NOW)
    (store.checklists / ".hidden.toml").write_bytes(b"")
    (store.checklists / "notes.txt").write_bytes(b"")
    assert store.names() == ["Alpha", "beta", "Gamma"]


def test_a_checklist_is_named_as_its_file_is(store: Store, first: Stored) -> None:
    first.path.rename(first.path.with_name("Work.toml"))
    assert store.read("Work").checklist.name == "Work"


def test_folders_and_files_are_for_their_owner_only(store: Store, first: Stored) -> None:
    store.save(moved(first.checklist), first, LATER)
    for path in (store.data_dir, *store.data_dir.rglob("*")):
        if path.parent.name != "locks":  # the lock is empty
            assert path.stat().st_mode & 0o077 == 0, path


def test_no_lock_lies_beside_a_checklist(store: Store, first: Stored) -> None:
    store.save(moved(first.checklist), first, LATER)
    assert [path.name for path in store.checklists.iterdir()] == ["Personal.toml"]


# -- saving ------------------------------------------------------------------------


def test_a_save_makes_the_next_revision(store: Store, first: Stored) -> None:
    saved = store.save(moved(first.checklist), first, LATER)
    assert saved == store.read("Personal")
    assert saved.checklist == replace(
        first.checklist, region="FR", revision=2, parent=first.digest, updated=LATER
    )


def test_every_revision_names_the_one_it_was_made_from(store: Store, first: Stored) -> None:
    stored, parents = first, []
    for n in range(5):
        parents.append(stored.digest)
        stored = store.save(moved(stored.checklist, f"R{n}"), stored, LATER)
        assert stored.checklist.parent == parents[-1]
        assert stored.checklist.revision == n + 2
    kept = backups_in(store.backup_folder(first.checklist.id))
    assert [digest_of(backup.path.read_bytes()) for backup in kept] == parents[::-1]


def test_what_was_replaced_is_a_backup(store: Store, first: Stored) -> None:
    old = first.path.read_bytes()
    store.save(moved(first.checklist), first, LATER)
    [backup] = backups_in(store.backup_folder(first.checklist.id))
    assert backup.path.read_bytes() == old
    assert (backup.revision, backup.pinned) == (1, False)


@pytest.mark.parametrize(
    "commented",
    [
        lambda text: f"# my own words\n{text}",
        lambda text: text.replace('region = "DE"', 'region = "DE"  # since May'),
    ],
)
def test_a_file_with_comments_is_pinned_before_they_are_lost(
    store: Store, first: Stored, commented: Callable[[str], str]
) -> None:
    edited = commented(first.path.read_text("utf-8"))
    first.path.write_text(edited, "utf-8")
    stored = store.read("Personal")
    assert stored.commented
    saved = store.save(moved(stored.checklist), stored, LATER)
    assert not saved.commented
    [backup] = backups_in(store.backup_folder(first.checklist.id))
    assert backup.pinned
    assert backup.path.read_text("utf-8") == edited


def test_a_hash_in_a_note_pins_nothing(store: Store, first: Stored) -> None:
    saved = store.save(replace(first.checklist, labels="# de"), first, LATER)
    assert not store.read("Personal").commented
    assert not saved.commented


def test_fields_the_program_does_not_know_survive_a_save(store: Store, first: Stored) -> None:
    text = first.path.read_text("utf-8").replace("[end]\n", 'colour = "red"\n\n[end]\n')
    first.path.write_text(text, "utf-8")
    stored = store.read("Personal")
    saved = store.save(moved(stored.checklist), stored, LATER)
    assert saved.checklist.accounts[0].extra == {"colour": "red"}
    assert 'colour = "red"\n' in saved.path.read_text("utf-8")


def test_a_linked_checklist_is_saved_where_it_really_lies(store: Store, first: Stored) -> None:
    synced = store.data_dir / "synced"
    synced.mkdir()
    real = first.path.rename(synced / "real.toml")
    first.path.symlink_to(real)
    stored = store.read("Personal")
    store.save(moved(stored.checklist), stored, LATER)
    assert first.path.is_symlink()
    assert b'region = "FR"' in real.read_bytes()
    assert [path.name for path in synced.iterdir()] == ["real.toml"]


# -- refusing to save --------------------------------------------------------------


@pytest.fixture
def refused(store: Store, first: Stored) -> Callable[[Checklist], str]:
    """Returns what must not save, and what it says; the checklist stays byte for byte."""

    def try_(changed: Checklist) -> str:
        before = files(store.checklists)
        with pytest.raises(NotSaved) as error:
            store.save(changed, first, LATER)
        assert files(store.checklists) == before
        return str(error.value)

    return try_


Refused = Callable[[Checklist], str]


def test_a_file_that_is_gone_is_not_written_again(first: Stored, refused: Refused) -> None:
    first.path.unlink()
    assert refused(moved(first.checklist)) == "Personal.toml: No such file or directory"


def test_a_text_that_cannot_be_encoded_is_not_saved(first: Stored, refused: Refused) -> None:
    reason = refused(replace(first.checklist, labels="\ud800"))
    assert reason.startswith("it cannot be written as text: ")


def test_a_moment_before_all_years_is_not_saved(first: Stored, refused: Refused) -> None:
    east = datetime.fromisoformat("0001-01-01T00:00:00+05:00")
    reason = refused(replace(first.checklist, created=east))
    assert reason.startswith("it cannot be written as text: ")


def test_what_would_be_too_large_to_read_again_is_not_saved(
    first: Stored, refused: Refused
) -> None:
    reason = refused(replace(first.checklist, labels="x" * 2_100_000))
    assert reason == "it would not be read again: Personal: larger than 2 MiB"


def test_what_does_not_read_back_the_same_is_not_saved(
    first: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "read_text", lambda *_: moved(first.checklist))
    with pytest.raises(NotSaved, match=r"^it does not read back as it was written$"):
        verified(first.checklist)


@pytest.mark.parametrize(
    ("where", "name", "number"),
    [(os, "fsync", errno.EIO), (os, "fchmod", errno.ENOSPC), (Path, "replace", errno.EROFS)],
)
def test_a_write_that_fails_leaves_the_file_and_no_other(
    *,
    first: Stored,
    refused: Refused,
    monkeypatch: pytest.MonkeyPatch,
    where: object,
    name: str,
    number: int,
) -> None:
    monkeypatch.setattr(where, name, failing(number))
    assert refused(moved(first.checklist)).endswith(os.strerror(number))


def test_after_a_failure_the_next_try_saves(
    store: Store, first: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", failing(errno.EROFS))
        with pytest.raises(NotSaved):
            store.save(moved(first.checklist), first, NOW)
    saved = store.save(moved(first.checklist), first, LATER)
    assert store.read("Personal") == saved
    assert saved.checklist.revision == 2
    assert len(backups_in(store.backup_folder(first.checklist.id))) == 1


def test_without_a_backup_nothing_is_saved(store: Store, first: Stored, refused: Refused) -> None:
    (store.data_dir / "backups").write_bytes(b"")
    assert refused(moved(first.checklist)).startswith("no backup could be kept: ")


def test_without_a_lock_nothing_is_saved(store: Store, first: Stored, refused: Refused) -> None:
    for lock in (store.data_dir / "locks").iterdir():
        lock.unlink()
    (store.data_dir / "locks").rmdir()
    (store.data_dir / "locks").write_bytes(b"")
    assert refused(moved(first.checklist)) == f"{store.data_dir}: File exists"


def test_while_another_saves_nothing_is_saved(
    store: Store, first: Stored, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "LOCK_SECONDS", 0)
    with FileLock(store.data_dir / "locks" / f"{first.checklist.id}.lock"):
        assert refused(moved(first.checklist)) == "another program is saving this checklist"


def test_an_id_typed_by_hand_makes_no_path(store: Store, first: Stored) -> None:
    evil = replace(first.checklist, id="../../../evil")
    first.path.write_text(write_text(evil), "utf-8")
    stored = store.read("Personal")
    store.save(moved(stored.checklist), stored, LATER)
    assert store.backup_folder(evil.id).parent == store.data_dir / "backups"
    assert {path.parent for path in store.data_dir.parent.iterdir()} == {store.data_dir.parent}
    assert [path.name for path in store.data_dir.parent.iterdir()] == ["data"]


def test_a_file_that_is_not_whole_is_refused_and_left_alone(store: Store, first: Stored) -> None:
    first.path.write_bytes(first.path.read_bytes()[:40])
    before = files(store.data_dir)
    with pytest.raises(BadFile):
        store.read("Personal")
    assert files(store.data_dir) == before
