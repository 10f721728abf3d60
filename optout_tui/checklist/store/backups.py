"""Backups of a checklist, by its id: the last 20 revisions and one a day for 30 days."""

import contextlib
import os
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal, NamedTuple

from optout_tui.checklist.store.reading import Stored, digest_of
from optout_tui.checklist.store.whole import Stamp, create_whole, real_place
from optout_tui.safety.limits import BadFile, read_bytes

KEEP_LAST = 20
KEEP_DAYS = 30
OWNER_ONLY = 0o600

_NAME = re.compile(r"^(\d{4}-\d{2}-\d{2})T(\d{6})Z-r(\d+)(-pinned)?(?:-\d+)?\.toml$")


class Backup(NamedTuple):
    """One kept revision: when it was replaced (UTC), and whether it is kept for ever."""

    path: Path
    day: date
    revision: int
    pinned: bool


def backups_in(folder: Path) -> list[Backup]:
    """Return the backups of *folder*, the newest revision first."""
    found = (_as_backup(folder, name) for name in _names_in(folder))
    whole = [backup for backup in found if backup is not None]
    return sorted(whole, key=lambda backup: (backup.revision, backup.path.name), reverse=True)


def _names_in(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - every save looks here, a path for each is slow
    except OSError:
        return []


def _as_backup(folder: Path, name: str) -> Backup | None:
    match = _NAME.match(name)
    if match is None:
        return None
    try:
        day = date.fromisoformat(match[1])
    except ValueError:  # a name typed by hand may hold no day at all
        return None
    return Backup(folder / name, day, int(match[3]), bool(match[4]))


def contents_in(folder: Path) -> dict[str, bytes]:
    """Return the content of every backup that can be read, by its digest."""
    found = {}
    for backup in backups_in(folder):
        with contextlib.suppress(BadFile):
            content = read_bytes(backup.path)
            found[digest_of(content)] = content
    return found


def keep(folder: Path, old: Stored, now: datetime) -> Path | None:
    """Keep the file that *old* was read from; return the backup, or None where it is one already.

    The file's own inode is kept, which costs no writing. So it has to be replaced or the
    backup dropped: what is edited in place would change in both. Raises OSError, BadFile and
    NotSaved.
    """
    real = real_place(old.path)
    if _is_kept(folder, old):
        _check_unchanged(real, old)
        return None
    pin = "-pinned" if old.deserves_a_pin else ""
    path = _free(folder, f"r{old.checklist.revision}{pin}", now)
    _link_or_copy(real, path)
    try:
        _check_unchanged(path, old)
    except BaseException:
        path.unlink()
        raise
    return path


def _is_kept(folder: Path, old: Stored) -> bool:
    same = (name for name in _names_in(folder) if f"-r{old.checklist.revision}" in name)
    for backup in filter(None, (_as_backup(folder, name) for name in same)):
        if backup.revision == old.checklist.revision and backup.pinned >= old.deserves_a_pin:
            with contextlib.suppress(BadFile):  # what cannot be read keeps nothing
                if digest_of(read_bytes(backup.path)) == old.digest:
                    return True
    return False


def _link_or_copy(real: Path, path: Path) -> None:
    if real.stat().st_mode & 0o777 == OWNER_ONLY:  # a link is as open to others as the file is
        with contextlib.suppress(OSError):
            os.link(real, path)
            return
    create_whole(path, read_bytes(real))


def _check_unchanged(path: Path, old: Stored) -> None:
    if Stamp.of(path)[1:] != old.stamp[1:] and digest_of(read_bytes(path)) != old.digest:
        raise OSError(None, f"{old.path.name} was changed by another program just now")


def keep_aside(folder: Path, file: Path, what: Literal["damaged", "copy"], now: datetime) -> Path:
    """Keep a file that is no revision of its own: it is never brought back.

    As with :func:`keep`, *file* has to be replaced or removed then. Raises OSError, BadFile
    and NotSaved.
    """
    make_folder(folder)
    path = _free(folder, what, now)
    _link_or_copy(real_place(file), path)
    return path


def make_folder(folder: Path) -> None:
    """Make the folder of backups, for its owner only; raises OSError."""
    for place in (folder.parent, folder):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)


def prune(folder: Path, now: datetime, last: int = KEEP_LAST) -> None:
    """Drop what is kept no longer, with the *last* so many; what cannot be dropped stays."""
    if len(_names_in(folder)) > last:
        for backup in dispensable(backups_in(folder), now.astimezone(UTC).date(), last):
            with contextlib.suppress(OSError):
                backup.path.unlink()


def dispensable(backups: list[Backup], today: date, last: int = KEEP_LAST) -> list[Backup]:
    """Return those that are neither pinned, among the *last*, nor the last of a recent day."""
    oldest = today - timedelta(days=KEEP_DAYS)
    days: set[date] = set()
    found = []
    for n, backup in enumerate(backups):
        is_last_of_day = backup.day > oldest and backup.day not in days
        days.add(backup.day)
        if not (backup.pinned or n < last or is_last_of_day):
            found.append(backup)
    return found


def _free(folder: Path, what: str, now: datetime) -> Path:
    stem = f"{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}-{what}"
    endings = (f"-{n}" if n > 1 else "" for n in range(1, 1000))
    return next(path for end in endings if not (path := folder / f"{stem}{end}.toml").exists())
