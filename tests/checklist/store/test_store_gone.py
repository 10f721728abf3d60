import errno
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import Account, StepMark
from optout_tui.checklist.store.gone import delete
from optout_tui.checklist.store.index import rows
from optout_tui.checklist.store.reading import Stored
from optout_tui.checklist.store.rescue import restore
from optout_tui.checklist.store.store import Store
from optout_tui.checklist.store.whole import NotSaved
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.refusal import Refusal
from tests.checklist.store.kept import LATER, NOW, failing

HANDLE, NOTE = "@anika-secret", "my own private words"
ANIKA = Account(
    id=f"photopia:{HANDLE}",
    platform="photopia",
    handle=HANDLE,
    route="objection",
    steps=(StepMark(id="send", state="todo", at=NOW, note=NOTE),),
)


@pytest.fixture
def busy(store: Store, small: Knowledge) -> Stored:
    """A checklist with a past: revisions, a pinned one, copies, a damaged file, an index."""
    stored = store.create("Personal", "DE", (ANIKA,), NOW)
    for region in ("FR", "GB"):
        stored = store.save(replace(stored.checklist, region=region), stored, NOW)
    stored.path.write_text(f"# {NOTE}\n{stored.path.read_text('utf-8')}", "utf-8")
    stored = store.read("Personal")
    stored = store.save(replace(stored.checklist, region="IT"), stored, LATER)
    whole = stored.path.read_bytes()
    stored.path.write_bytes(whole[:-9])
    restore(store, "Personal", None, LATER)
    for copy in (
        "Personal (Anika's conflicted copy 2026-11-22)",
        "Personal.sync-conflict-20261122-101112-ABCDEFG",
        "Personal 2",
    ):
        store.file(copy).write_bytes(whole)
    (store.checklists / ".Personal.toml.0a1b2c3d.new").write_bytes(whole)
    rows(store, small.digest, lambda: small)
    (store.data_dir / ".index.json.0a1b2c3d.new").write_bytes(whole)
    return store.read("Personal")


def traces(folder: Path, *words: str) -> list[str]:
    """Every path below *folder* that bears or holds one of *words*, whole or as its bytes."""
    found = []
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        name = str(path.relative_to(folder))
        if any(word in name or word.encode() in content for word in words):
            found.append(name)
    return found


def test_the_search_finds_what_is_there(store: Store, busy: Stored) -> None:
    places = {name.split("/")[0] for name in traces(store.data_dir, HANDLE, NOTE)}
    assert places == {"checklists", "backups", "index.json", ".index.json.0a1b2c3d.new"}


def test_nothing_is_left_of_what_it_held(store: Store, busy: Stored, small: Knowledge) -> None:
    other = store.create("Other", "FR", (), NOW)
    delete(store, "personal")
    assert traces(store.data_dir, HANDLE, NOTE, busy.checklist.id, "Personal", "anika") == []
    assert [row.name for row in rows(store, small.digest, lambda: small)] == ["Other"]
    assert traces(store.data_dir, HANDLE, NOTE, busy.checklist.id, "Personal") == []
    assert other.path.exists()


DAMAGES: list[Callable[[bytes], bytes]] = [
    lambda _: b"",
    lambda content: b"\0" * len(content),
    lambda content: content[:40],
    lambda content: content[:-9],
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_of_a_damaged_file_nothing_is_left_either(
    store: Store, busy: Stored, damage: Callable[[bytes], bytes]
) -> None:
    busy.path.write_bytes(damage(busy.path.read_bytes()))
    delete(store, "Personal")
    assert traces(store.data_dir, HANDLE, NOTE, busy.checklist.id) == []


def test_of_a_file_that_is_gone_already_the_backups_go(store: Store, busy: Stored) -> None:
    for path in store.checklists.iterdir():
        path.unlink()
    delete(store, "Personal")
    assert traces(store.data_dir, HANDLE, NOTE, busy.checklist.id) == []


def test_a_damaged_file_without_backups_can_be_deleted(store: Store) -> None:
    store.checklists.mkdir(parents=True)
    store.file("Stray").write_bytes(b"x = [")
    delete(store, "Stray")
    assert store.names() == []


def test_what_is_not_there_is_refused(store: Store, busy: Stored) -> None:
    with pytest.raises(Refusal, match=r'unknown checklist "Persnal"; did you mean Personal\?'):
        delete(store, "Persnal")
    with pytest.raises(Refusal, match="file names may not hold"):
        delete(store, "../Personal")
    assert store.read("Personal") == busy


def test_other_checklists_keep_what_is_theirs(store: Store, busy: Stored) -> None:
    other = store.create("Personal brand", "FR", (ANIKA,), NOW)
    other = store.save(replace(other.checklist, region="DE"), other, NOW)
    similar = store.create("Personal 3", "FR", (), NOW)
    delete(store, "Personal")
    assert store.names() == ["Personal 3", "Personal brand"]
    assert store.read("Personal 3") == similar
    assert store.read("Personal brand") == other
    assert restore(store, "Personal brand", 1, LATER).checklist.region == "FR"


def test_of_a_linked_checklist_the_real_file_goes_too_with_what_was_left_beside_it(
    store: Store, busy: Stored
) -> None:
    synced = store.data_dir / "synced"
    synced.mkdir()
    real = busy.path.rename(synced / "real.toml")
    busy.path.symlink_to(real)
    (synced / ".real.toml.0a1b2c3d.new").write_bytes(b"")
    delete(store, "Personal")
    assert list(synced.iterdir()) == []


# -- what stands in the way --------------------------------------------------------


def test_an_index_that_cannot_be_deleted_is_said_before_anything_goes(
    store: Store, busy: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "unlink", failing(errno.EROFS))
    with pytest.raises(NotSaved, match=r"^index.json: not deleted: Read-only file system$"):
        delete(store, "Personal")
    monkeypatch.undo()
    assert store.read("Personal") == busy


def test_backups_that_cannot_be_deleted_are_said_and_another_try_finds_them(
    store: Store, busy: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "rmtree", failing(errno.EROFS))
    with pytest.raises(NotSaved, match=r"^the backups were not deleted: Read-only file system$"):
        delete(store, "Personal")
    assert traces(store.data_dir, HANDLE, NOTE) != []
    monkeypatch.undo()
    delete(store, "Personal")
    assert traces(store.data_dir, HANDLE, NOTE, busy.checklist.id) == []


def test_a_copy_that_cannot_be_deleted_leaves_the_checklist_to_try_again(
    store: Store, busy: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.unlink

    def unlink(self: Path, missing_ok: bool = False) -> None:
        if self.name == "Personal 2.toml":
            failing(errno.EROFS)()
        real(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    with pytest.raises(NotSaved, match=r"^Personal 2.toml: not deleted: Read-only file system$"):
        delete(store, "Personal")
    monkeypatch.undo()
    assert store.read("Personal") == busy
    delete(store, "Personal")
    assert traces(store.data_dir, HANDLE, NOTE) == []
