import pytest
from msgspec.structs import replace

from optout_tui.checklist.store.backups import backups_in
from optout_tui.checklist.store.health import Health, Ill, health
from optout_tui.checklist.store.reading import Stored
from optout_tui.checklist.store.store import Store
from tests.checklist.store.kept import NOW


@pytest.fixture
def second(store: Store) -> Stored:
    """The second revision of a checklist."""
    first = store.create("Personal", "DE", (), NOW)
    return store.save(replace(first.checklist, region="FR"), first, NOW)


def only_ill(store: Store) -> tuple[Health, Ill]:
    """The one thing that is wrong."""
    [found] = [(one, ill) for one in health(store) for ill in one.ills]
    return found


def test_where_nothing_is_nothing_is_wrong(store: Store) -> None:
    assert health(store) == []
    assert not store.data_dir.exists()


def test_a_good_checklist_has_its_revision_and_its_backups_counted(
    store: Store, second: Stored
) -> None:
    (store.data_dir / "settings.toml").write_bytes(b"")
    assert health(store) == [Health(second.path, (), 2, 1)]


def test_a_damaged_one_is_told_with_the_backup_that_can_be_had(
    store: Store, second: Stored
) -> None:
    second.path.write_bytes(b"format = 1\nid = 7\n")
    found, ill = only_ill(store)
    assert (found.path, found.revision, found.backups) == (second.path, None, 1)
    assert ill == Ill(
        "id", "expected str, got int", 'optout-tui restore "Personal" brings back revision 1'
    )


def test_a_damaged_one_without_backups_is_to_be_mended_by_hand(store: Store) -> None:
    store.create("Fresh", "DE", (), NOW).path.write_bytes(b"")
    _, ill = only_ill(store)
    assert ill.cure == "no backup of it is kept: mend it by hand"


@pytest.mark.parametrize("more", ["", "labels = 7\n"])
def test_a_newer_one_needs_the_newer_program(store: Store, second: Stored, more: str) -> None:
    text = second.path.read_text("utf-8").replace("format = 1\n", f"format = 2\n{more}")
    second.path.write_text(text, "utf-8")
    _, ill = only_ill(store)
    assert (ill.where, ill.cure) == ("format", "use the newer optout-tui")
    assert "newer" in ill.reason


def test_a_conflict_copy_is_told_with_what_joins_it(store: Store, second: Stored) -> None:
    copy = store.file("Personal (conflict 2026-11-22)")
    copy.write_bytes(second.path.read_bytes())
    copy.chmod(0o600)
    found, ill = only_ill(store)
    assert found.path == copy
    assert ill == Ill("", "a conflict copy of Personal", f'optout-tui merge "Personal" "{copy}"')


def test_two_files_of_one_checklist_are_told(store: Store, second: Stored) -> None:
    other = store.file("Work")
    other.write_bytes(second.path.read_bytes())
    other.chmod(0o600)
    found, ill = only_ill(store)
    assert (found.path, ill.reason) == (other, "the same checklist as Personal")


def test_a_file_that_others_can_read_is_told(store: Store, second: Stored) -> None:
    second.path.chmod(0o640)
    _, ill = only_ill(store)
    assert ill.cure == f'chmod 600 "{second.path}"'


def test_a_backup_that_is_not_whole_is_told(store: Store, second: Stored) -> None:
    [backup] = backups_in(store.backup_folder(second.checklist.id))
    backup.path.write_bytes(b"x = [")
    found, ill = only_ill(store)
    assert (found.path, ill.cure) == (backup.path, "no harm: others are kept")


def test_backups_of_a_checklist_that_is_gone_are_told_with_its_name(
    store: Store, second: Stored
) -> None:
    second.path.unlink()
    found, ill = only_ill(store)
    assert found.path == store.backup_folder(second.checklist.id)
    assert ill.cure == 'optout-tui restore "Personal"'


def test_what_a_killed_program_left_is_told(store: Store, second: Stored) -> None:
    for folder in (store.data_dir, store.checklists):
        (folder / ".Personal.toml.0a1b2c3d.new").write_bytes(b"")
    reasons = {ill.reason for one in health(store) for ill in one.ills}
    assert reasons == {"left by a program that was killed while saving"}


def test_settings_that_are_not_whole_are_told(store: Store, second: Stored) -> None:
    (store.data_dir / "settings.toml").write_bytes(b"x = [")
    found, ill = only_ill(store)
    assert (found.path.name, ill.cure) == ("settings.toml", "delete it: the defaults hold")
