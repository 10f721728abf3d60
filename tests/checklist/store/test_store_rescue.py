import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import Account, Checklist
from optout_tui.checklist.store.backups import backups_in, contents_in
from optout_tui.checklist.store.reading import Stored, read_stored
from optout_tui.checklist.store.renaming import rename
from optout_tui.checklist.store.rescue import good_backups, id_of, newest_good, restore
from optout_tui.checklist.store.store import Store
from optout_tui.checklist.store.whole import NotSaved
from optout_tui.safety.limits import MAX_TOML_BYTES, BadFile
from optout_tui.safety.refusal import Refusal
from tests.checklist.store.kept import LATER, NOW, files

BARE = Account(id="chirp", platform="chirp", route="switch")
"""An account without a handle: its id looks like a checklist's."""


@pytest.fixture
def last(store: Store) -> Stored:
    """The third revision of a checklist, whose regions were DE, FR and GB."""
    stored = store.create("Personal", "DE", (BARE,), NOW)
    for region in ("FR", "GB"):
        stored = store.save(replace(stored.checklist, region=region), stored, NOW)
    return stored


ID = re.compile(rb'(?m)^id = "[0-9a-f]{16}"')

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "zero-filled": lambda content: b"\0" * len(content),
    "its end zero-filled": lambda content: content[:40] + b"\0" * 99,
    "its beginning zero-filled": lambda content: b"\0" * 200 + content[200:],
    "cut in a word": lambda content: content[:-20],
    "of other types": lambda content: content.replace(b"revision = 3", b'revision = "3"'),
    "no checklist": lambda _: b"hello = 1\n",
    "not UTF-8": lambda content: content + b'x = "\xff"\n',
    "far too large": lambda content: content + b"#" * MAX_TOML_BYTES,
    "its id overwritten": lambda content: ID.sub(b"id = 7", content),
    "its id another and its end cut": lambda content: ID.sub(b'id = "00"', content)[:-9],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_brought_back_and_kept_as_it_is(
    damage: str, store: Store, last: Stored
) -> None:
    content = DAMAGES[damage](last.path.read_bytes())
    last.path.write_bytes(content)
    kept = newest_good(store, last.path)
    assert kept is not None
    assert (kept.backup.revision, kept.checklist.region) == (2, "FR")
    back = restore(store, "Personal", None, LATER)
    assert store.read("Personal") == back
    assert back.checklist == replace(
        kept.checklist, name="Personal", revision=3, parent=kept.digest, updated=LATER
    )
    aside = store.backup_folder(last.checklist.id).glob("*-damaged.toml")
    assert [path.read_bytes() for path in aside] == [content]


def test_a_file_cut_anywhere_is_brought_back_or_whole(store: Store, last: Stored) -> None:
    whole = last.path.read_bytes()
    for length in range(len(whole)):
        last.path.write_bytes(whole[:length])
        assert id_of(store, last.path) == last.checklist.id
        try:
            read_stored(last.path)
        except BadFile:
            kept = newest_good(store, last.path)
            assert kept is not None
            assert kept.backup.revision == 2


def test_bringing_back_twice_in_one_second_keeps_both_damaged_files(
    store: Store, last: Stored
) -> None:
    for content in (b"", b"x = ["):
        last.path.write_bytes(content)
        restore(store, "Personal", None, LATER)
    aside = store.backup_folder(last.checklist.id).glob("*-damaged*")
    assert {path.read_bytes() for path in aside} == {b"", b"x = ["}


def test_a_file_that_is_gone_is_brought_back_by_its_name(store: Store, last: Stored) -> None:
    last.path.unlink()
    back = restore(store, "personal", None, LATER)
    assert back.path.name == "personal.toml"
    assert (back.checklist.id, back.checklist.region) == (last.checklist.id, "FR")


def test_of_two_that_bore_the_name_the_one_changed_last_is_brought_back(
    store: Store, last: Stored
) -> None:
    last.path.unlink()
    later = store.create("Personal", "BR", (), LATER)
    newest = store.save(replace(later.checklist, region="IT"), later, LATER)
    newest.path.unlink()
    assert restore(store, "Personal", None, LATER).checklist.region == "BR"


def test_backups_of_a_checklist_that_is_there_are_never_brought_back_under_another_name(
    store: Store, last: Stored
) -> None:
    rename(store, "Personal", "Work")
    with pytest.raises(Refusal, match=r'^no backup of "Personal" is kept$'):
        restore(store, "Personal", None, LATER)


def test_a_whole_copy_does_not_hinder_its_damaged_original(store: Store, last: Stored) -> None:
    copy = store.file("Personal (conflict 2026-11-22)")
    copy.write_bytes(last.path.read_bytes())
    last.path.write_bytes(b"")
    assert restore(store, "Personal", None, LATER).checklist.region == "FR"
    assert copy.exists()


def test_a_damaged_file_takes_no_backups_of_another_checklist(store: Store, last: Stored) -> None:
    stray = store.file("Stray")
    stray.write_bytes(last.path.read_bytes()[:90])
    with pytest.raises(Refusal, match=r'^no backup of "Stray" is kept$'):
        restore(store, "Stray", None, LATER)
    assert stray.read_bytes() == last.path.read_bytes()[:90]


def test_the_id_of_an_account_is_not_taken_for_the_checklists(store: Store) -> None:
    fresh = store.create("Fresh", "DE", (BARE,), NOW)
    content = fresh.path.read_bytes()
    head = content.index(b"\n[[accounts]]")
    fresh.path.write_bytes(b"\0" * head + content[head:])
    assert b'id = "chirp"' in fresh.path.read_bytes()
    assert id_of(store, fresh.path) is None


# -- a file that is whole ----------------------------------------------------------


def test_a_whole_file_goes_back_to_what_it_said_before_and_is_kept(
    store: Store, last: Stored
) -> None:
    back = restore(store, "Personal", None, LATER)
    assert (back.checklist.region, back.checklist.revision) == ("FR", 4)
    assert back.checklist.parent == last.digest
    assert last.digest in contents_in(store.backup_folder(last.checklist.id))


def test_going_back_can_be_gone_back_on(store: Store, last: Stored) -> None:
    restore(store, "Personal", None, LATER)
    assert restore(store, "Personal", None, LATER).checklist.region == "GB"


@pytest.mark.parametrize(("revision", "region"), [(1, "DE"), (2, "FR")])
def test_any_revision_that_is_kept_can_be_had(
    store: Store, last: Stored, revision: int, region: str
) -> None:
    back = restore(store, "Personal", revision, LATER)
    assert (back.checklist.region, back.checklist.revision) == (region, 4)
    assert store.read("Personal") == back


def test_a_revision_that_is_not_kept_is_refused_with_those_that_are(
    store: Store, last: Stored
) -> None:
    before = files(store.data_dir)
    with pytest.raises(Refusal, match=r"^revision 9 is not kept; kept are 2, 1$"):
        restore(store, "Personal", 9, LATER)
    assert files(store.data_dir) == before


def test_where_nothing_was_kept_nothing_is_brought_back(store: Store) -> None:
    store.create("Fresh", "DE", (), NOW)
    for name in ("Fresh", "Nobody"):
        with pytest.raises(Refusal, match=rf'^no backup of "{name}" is kept$'):
            restore(store, name, None, LATER)
    with pytest.raises(Refusal, match="file names may not hold"):
        restore(store, "../Fresh", None, LATER)


def test_where_every_backup_says_what_the_file_says_that_is_said(
    store: Store, last: Stored
) -> None:
    for backup in backups_in(store.backup_folder(last.checklist.id)):
        backup.path.write_bytes(last.path.read_bytes())
    with pytest.raises(Refusal, match=r"^every backup says what the file says$"):
        restore(store, "Personal", None, LATER)


def test_a_backup_that_is_not_whole_is_passed_over(store: Store, last: Stored) -> None:
    folder = store.backup_folder(last.checklist.id)
    newest, oldest = backups_in(folder)
    newest.path.write_bytes(b"\0" * 40)
    assert [kept.backup for kept in good_backups(folder)] == [oldest]
    last.path.write_bytes(b"")
    assert restore(store, "Personal", None, LATER).checklist.region == "DE"


def test_pinned_revisions_can_be_had_too(store: Store, last: Stored) -> None:
    last.path.write_text(f"# mine\n{last.path.read_text('utf-8')}", "utf-8")
    stored = store.read("Personal")
    store.save(replace(stored.checklist, region="IT"), stored, NOW)
    assert restore(store, "Personal", 3, LATER).checklist.region == "GB"


# -- what stops it -----------------------------------------------------------------


@pytest.mark.parametrize("more", ["", "accounts = 7\n"])
def test_what_a_newer_program_wrote_is_not_replaced(store: Store, last: Stored, more: str) -> None:
    text = last.path.read_text("utf-8").replace("format = 1\n", "format = 2\n")
    if more:
        text = f"{more}{text[: text.index('[[accounts]]')]}[end]\n"
    last.path.write_text(text, "utf-8")
    before = files(store.data_dir)
    with pytest.raises(NotSaved, match="newer"):
        restore(store, "Personal", None, LATER)
    assert files(store.data_dir) == before


def test_a_damaged_file_that_cannot_be_kept_is_not_replaced(
    store: Store, last: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    last.path.unlink()
    last.path.mkdir()
    with pytest.raises(NotSaved, match=r"^the damaged file was not kept: "):
        restore(store, "Personal", None, LATER)
    assert last.path.is_dir()


def test_a_damaged_file_that_others_may_read_is_kept_for_its_owner(
    store: Store, last: Stored
) -> None:
    last.path.write_bytes(b"x = [")
    last.path.chmod(0o644)
    restore(store, "Personal", None, LATER)
    [aside] = store.backup_folder(last.checklist.id).glob("*-damaged.toml")
    assert aside.stat().st_mode & 0o777 == 0o600


def test_a_restored_checklist_goes_on_as_any_other(store: Store, last: Stored) -> None:
    last.path.write_bytes(b"")
    back = restore(store, "Personal", None, LATER)
    saved = store.save(replace(back.checklist, region="IT"), back, LATER)
    assert saved.checklist.revision == back.checklist.revision + 1
    assert back.digest in contents_in(store.backup_folder(saved.checklist.id))


def test_who_had_it_open_joins_what_was_brought_back(store: Store, last: Stored) -> None:
    opened: Checklist = last.checklist
    restore(store, "Personal", 1, LATER)
    saved = store.save(replace(opened, labels="de"), last, LATER)
    assert (saved.checklist.labels, saved.checklist.region) == ("de", "DE")
