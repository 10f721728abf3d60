from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_tui.checklist.store.backups import (
    KEEP_DAYS,
    KEEP_LAST,
    Backup,
    backups_in,
    dispensable,
    keep,
)
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


def keep_one(folder: Path, revision: int, when: datetime = NOON, *, pinned: bool = False) -> None:
    keep(folder, f"revision {revision}".encode(), revision, when, pinned=pinned)


def test_a_backup_is_named_by_its_moment_and_revision(tmp_path: Path) -> None:
    folder = tmp_path / "backups" / "7f3a"
    keep_one(folder, 3)
    keep_one(folder, 4, pinned=True)
    assert [backup.path.name for backup in backups_in(folder)] == [
        "2026-11-22T120000Z-r4-pinned.toml",
        "2026-11-22T120000Z-r3.toml",
    ]
    assert backups_in(folder)[1] == Backup(
        folder / "2026-11-22T120000Z-r3.toml", date(2026, 11, 22), 3, pinned=False
    )
    assert (folder / "2026-11-22T120000Z-r3.toml").read_bytes() == b"revision 3"


def test_backups_are_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "backups" / "7f3a"
    keep_one(folder, 1)
    for place in (folder, folder.parent):
        assert place.stat().st_mode & 0o777 == 0o700
    [backup] = backups_in(folder)
    assert backup.path.stat().st_mode & 0o777 == 0o600


def test_a_hundred_saves_of_one_day_leave_twenty_backups_and_the_pinned(tmp_path: Path) -> None:
    keep_one(tmp_path, 0, pinned=True)
    for revision in range(1, 101):
        keep_one(tmp_path, revision, NOON + timedelta(seconds=revision))
    assert [backup.revision for backup in backups_in(tmp_path)] == [*range(100, 80, -1), 0]


def test_one_a_day_is_left_of_thirty_days(tmp_path: Path) -> None:
    for day in range(60):
        for n in range(2):
            keep_one(tmp_path, 2 * day + n, NOON - timedelta(days=59 - day))
    revisions = [backup.revision for backup in backups_in(tmp_path)]
    assert revisions == [*range(119, 99, -1), *range(99, 59, -2)]


def test_trying_again_adds_no_second_backup(tmp_path: Path) -> None:
    keep_one(tmp_path, 1)
    keep_one(tmp_path, 1, NOON + timedelta(seconds=9))
    assert len(backups_in(tmp_path)) == 1


def test_another_content_of_the_same_revision_is_kept_too(tmp_path: Path) -> None:
    keep(tmp_path, b"one", 1, NOON, pinned=False)
    keep(tmp_path, b"other", 1, NOON + timedelta(seconds=9), pinned=False)
    assert {b.path.read_bytes() for b in backups_in(tmp_path)} == {b"one", b"other"}


@pytest.mark.parametrize("name", ["notes.toml", "2026-11-22T120000Z-r1.txt", "2026-11-22.toml"])
def test_what_is_no_backup_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"mine")
    for revision in range(30):
        keep_one(tmp_path, revision)
    assert (tmp_path / name).read_bytes() == b"mine"
    assert len(backups_in(tmp_path)) == KEEP_LAST
