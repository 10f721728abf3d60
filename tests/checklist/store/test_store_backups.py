import errno
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_tui.checklist.model import Checklist
from optout_tui.checklist.store.backups import (
    KEEP_DAYS,
    KEEP_LAST,
    Backup,
    backups_in,
    contents_in,
    dispensable,
    keep,
    keep_aside,
    make_folder,
    prune,
)
from optout_tui.checklist.store.reading import Stored, digest_of
from optout_tui.checklist.store.whole import NotSaved, Stamp, create_whole
from tests.checklist.store.kept import failing
from tests.conftest import TODAY

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@st.composite
def histories(draw: st.DrawFn) -> list[Backup]:
    """Backups as a folder gives them: the newest revision first, days that never run back."""
    gaps = draw(st.lists(st.integers(0, 4), max_size=70))
    backups, day = [], TODAY - timedelta(days=sum(gaps) - draw(st.integers(0, 5)))
    for n, gap in enumerate(gaps):
        day += timedelta(days=gap)
        pinned = draw(st.integers(0, 9)) == 0
        backups.append(Backup(Path(f"r{n}.toml"), day, n, pinned))
    return backups[::-1]


@given(histories())
def test_the_last_twenty_are_never_dropped(backups: list[Backup]) -> None:
    assert not set(backups[:KEEP_LAST]) & set(dispensable(backups, TODAY))


@given(histories())
def test_the_last_of_each_of_thirty_days_is_never_dropped(backups: list[Backup]) -> None:
    dropped = set(dispensable(backups, TODAY))
    for days in range(KEEP_DAYS):
        of_day = [b for b in backups if b.day == TODAY - timedelta(days=days)]
        assert not of_day or max(of_day, key=lambda b: b.revision) not in dropped


@given(histories())
def test_a_pinned_one_is_never_dropped(backups: list[Backup]) -> None:
    assert not any(backup.pinned for backup in dispensable(backups, TODAY))


@given(histories())
def test_all_others_are_dropped(backups: list[Backup]) -> None:
    dropped = set(dispensable(backups, TODAY))
    left = [b for b in backups[KEEP_LAST:] if b not in dropped and not b.pinned]
    assert len({b.day for b in left}) == len(left)
    assert all(b.day > TODAY - timedelta(days=KEEP_DAYS) for b in left)


@given(histories())
def test_dropping_once_is_enough(backups: list[Backup]) -> None:
    dropped = dispensable(backups, TODAY)
    assert dispensable([b for b in backups if b not in dropped], TODAY) == []


BARE = Checklist(
    format=1, id="7f3a", name="Personal", revision=1, created=NOON, updated=NOON, region="DE"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "backups" / "7f3a"
    make_folder(folder)
    return folder


def stood(place: Path, revision: int, content: bytes = b"", **more: Any) -> Stored:
    """A checklist's file as it stands on disk, in an inode of its own."""
    path = place / "Personal.toml"
    path.unlink(missing_ok=True)
    create_whole(path, content or f"revision {revision}".encode())
    checklist = replace(BARE, revision=revision)
    return Stored(checklist, path, digest_of(path.read_bytes()), Stamp.of(path), **more)


def keep_one(folder: Path, revision: int, when: datetime = NOON, **more: Any) -> Path | None:
    kept = keep(folder, stood(folder.parent.parent, revision, **more), when)
    prune(folder, when)
    return kept


def test_a_backup_is_named_by_its_moment_and_revision(folder: Path) -> None:
    keep_one(folder, 3)
    keep_one(folder, 4, commented=True)
    assert [backup.path.name for backup in backups_in(folder)] == [
        "2026-11-22T120000Z-r4-pinned.toml",
        "2026-11-22T120000Z-r3.toml",
    ]
    assert backups_in(folder)[1] == Backup(
        folder / "2026-11-22T120000Z-r3.toml", date(2026, 11, 22), 3, pinned=False
    )
    assert (folder / "2026-11-22T120000Z-r3.toml").read_bytes() == b"revision 3"


def test_the_layout_of_an_older_format_is_pinned(folder: Path) -> None:
    older = stood(folder.parent.parent, 3)
    keep(folder, older._replace(checklist=replace(older.checklist, format=0)), NOON)
    assert [backup.pinned for backup in backups_in(folder)] == [True]


def test_a_backup_is_the_very_file_and_costs_no_writing(folder: Path) -> None:
    old = stood(folder.parent.parent, 3)
    kept = keep(folder, old, NOON)
    assert kept is not None
    assert kept.stat().st_ino == old.path.stat().st_ino


def test_of_a_file_that_others_may_read_the_backup_is_a_copy_for_its_owner(folder: Path) -> None:
    old = stood(folder.parent.parent, 3)
    old.path.chmod(0o644)
    kept = keep(folder, old, NOON)
    assert kept is not None
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.read_bytes() == old.path.read_bytes()
    assert kept.stat().st_ino != old.path.stat().st_ino


def test_where_links_are_not_to_be_had_the_backup_is_a_copy(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    kept = keep_one(folder, 3)
    assert kept is not None
    assert kept.read_bytes() == b"revision 3"
    assert kept.stat().st_mode & 0o777 == 0o600


def test_of_a_linked_checklist_the_real_file_is_kept(folder: Path) -> None:
    old = stood(folder.parent.parent, 3)
    link = old.path.with_name("Link.toml")
    link.symlink_to(old.path)
    kept = keep(folder, old._replace(path=link), NOON)
    assert kept is not None
    assert not kept.is_symlink()
    assert kept.read_bytes() == b"revision 3"


def test_backups_are_for_their_owner_only(folder: Path) -> None:
    keep_one(folder, 1)
    for place in (folder, folder.parent):
        assert place.stat().st_mode & 0o777 == 0o700
    [backup] = backups_in(folder)
    assert backup.path.stat().st_mode & 0o777 == 0o600


def test_a_hundred_saves_of_one_day_leave_twenty_backups_and_the_pinned(folder: Path) -> None:
    keep_one(folder, 0, commented=True)
    for revision in range(1, 101):
        keep_one(folder, revision, NOON + timedelta(seconds=revision))
    assert [backup.revision for backup in backups_in(folder)] == [*range(100, 80, -1), 0]


def test_one_a_day_is_left_of_thirty_days(folder: Path) -> None:
    for day in range(60):
        for n in range(2):
            keep_one(folder, 2 * day + n, NOON - timedelta(days=59 - day))
    revisions = [backup.revision for backup in backups_in(folder)]
    assert revisions == [*range(119, 99, -1), *range(99, 59, -2)]


def test_what_cannot_be_dropped_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for revision in range(25):
        (folder / f"{STAMP}-r{revision}.toml").write_bytes(b"")
    monkeypatch.setattr(Path, "unlink", failing(errno.EPERM))
    prune(folder, NOON)
    assert len(backups_in(folder)) == 25


STAMP = "2026-11-22T120000Z"


def test_a_folder_that_cannot_be_listed_is_not_pruned(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for revision in range(25):
        (folder / f"{STAMP}-r{revision}.toml").write_bytes(b"")
    with monkeypatch.context() as broken:
        broken.setattr(os, "listdir", failing(errno.EPERM))
        assert backups_in(folder) == []
        prune(folder, NOON)
    assert len(backups_in(folder)) == 25


def test_trying_again_adds_no_second_backup(folder: Path) -> None:
    assert keep_one(folder, 1) is not None
    assert keep_one(folder, 1, NOON + timedelta(seconds=9)) is None
    assert len(backups_in(folder)) == 1


def test_what_has_to_be_kept_for_ever_is_not_content_with_a_passing_backup(folder: Path) -> None:
    keep_one(folder, 1)
    keep_one(folder, 1, commented=True)
    assert [backup.pinned for backup in backups_in(folder)] == [False, True]


def test_another_content_of_the_same_revision_is_kept_too(folder: Path) -> None:
    keep_one(folder, 1, content=b"one")
    keep_one(folder, 1, content=b"other")
    assert {b.path.read_bytes() for b in backups_in(folder)} == {b"one", b"other"}


@pytest.mark.parametrize("is_kept", [False, True])
def test_a_file_that_another_program_changed_just_now_is_no_backup(
    folder: Path, *, is_kept: bool
) -> None:
    if is_kept:
        keep_one(folder, 1)
    before = backups_in(folder)
    old = stood(folder.parent.parent, 1)
    old.path.write_bytes(b"somebody else's")
    with pytest.raises(
        OSError, match=r"^\[Errno None\] Personal.toml was changed by another program just now$"
    ):
        keep(folder, old, NOON + timedelta(seconds=9))
    assert backups_in(folder) == before
    assert old.path.read_bytes() == b"somebody else's"


def test_a_file_that_was_only_touched_is_kept(folder: Path) -> None:
    old = stood(folder.parent.parent, 1)
    os.utime(old.path, ns=(1, 1))
    assert keep(folder, old, NOON) is not None


def test_a_backup_that_cannot_be_read_stops_no_other(folder: Path) -> None:
    (folder / f"{STAMP}-r1.toml").mkdir()
    kept = keep_one(folder, 1)
    assert kept is not None
    assert contents_in(folder) == {digest_of(b"revision 1"): b"revision 1"}


OTHER_NAMES = [
    "notes.toml",
    "2026-11-22T120000Z-r1.txt",
    "2026-11-22.toml",
    "2026-99-99T120000Z-r1.toml",
    "2026-11-22T120000Z-damaged.toml",
]


@pytest.mark.parametrize("name", OTHER_NAMES)
def test_what_is_no_backup_is_left_alone(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"mine")
    for revision in range(30):
        keep_one(folder, revision)
    assert (folder / name).read_bytes() == b"mine"
    assert len(backups_in(folder)) == KEEP_LAST


@pytest.mark.parametrize("mode", [0o600, 0o644])
@pytest.mark.parametrize("what", ["damaged", "copy"])
def test_what_is_no_revision_is_kept_aside_as_it_is_however_often_in_a_second(
    folder: Path, what: Any, mode: int
) -> None:
    contents = [b"", b"\0" * 40, b"x = ["]
    for content in contents:
        file = folder.parent / "Personal.toml"
        create_whole(file, content, mode)
        kept = keep_aside(folder, file, what, NOON)
        file.unlink()
        assert kept.read_bytes() == content
        assert kept.stat().st_mode & 0o777 == 0o600
    assert backups_in(folder) == []
    assert len([*folder.iterdir()]) == 3


def test_what_cannot_be_kept_aside_is_said(tmp_path: Path) -> None:
    (tmp_path / "backups").write_bytes(b"")
    with pytest.raises(OSError, match="exists"):
        keep_aside(tmp_path / "backups" / "7f3a", tmp_path / "backups", "copy", NOON)


def test_a_copy_that_cannot_be_written_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = stood(folder.parent.parent, 1)
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    monkeypatch.setattr(os, "fsync", failing(errno.EPERM))
    with pytest.raises(NotSaved, match=r"r1\.toml: Operation not permitted$"):
        keep(folder, old, NOON)
    assert [*folder.iterdir()] == []
