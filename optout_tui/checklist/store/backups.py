"""Backups of a checklist, by its id: the last 20 revisions and one a day for 30 days."""

import contextlib
import os
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal, NamedTuple

from optout_tui.checklist.store.reading import Stored, digest_of
from optout_tui.checklist.store.whole import Stamp, create_whole
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
    found = []
    for path in folder.glob("*.toml"):
        with contextlib.suppress(ValueError):  # a name typed by hand may hold no day at all
            if match := _NAME.match(path.name):
                day = date.fromisoformat(match[1])
                found.append(Backup(path, day, int(match[3]), bool(match[4])))
    return sorted(found, key=lambda backup: (backup.revision, backup.path.name), reverse=True)


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
    real = Path(os.path.realpath(old.path))
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
    for backup in backups_in(folder):
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
    _link_or_copy(Path(os.path.realpath(file)), path)
    return path


def make_folder(folder: Path) -> None:
    """Make the folder of backups, for its owner only; raises OSError."""
    for place in (folder.parent, folder):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)


def prune(folder: Path, now: datetime) -> None:
    """Drop what is kept no longer; what cannot be dropped stays."""
    with contextlib.suppress(OSError):
        for backup in dispensable(backups_in(folder), now.astimezone(UTC).date()):
            with contextlib.suppress(OSError):
                backup.path.unlink()


def dispensable(backups: list[Backup], today: date) -> list[Backup]:
    """Return those that are neither pinned, among the last 20, nor the last of a recent day."""
    newest_of_day: dict[date, Backup] = {}
    for backup in backups:
        newest_of_day.setdefault(backup.day, backup)
    oldest = today - timedelta(days=KEEP_DAYS)
    kept = {b.path for b in backups[:KEEP_LAST]}
    kept |= {b.path for day, b in newest_of_day.items() if day > oldest}
    return [b for b in backups if not b.pinned and b.path not in kept]


def _free(folder: Path, what: str, now: datetime) -> Path:
    stem = f"{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}-{what}"
    names = (f"{stem}.toml", *(f"{stem}-{n}.toml" for n in range(2, 1000)))
    return next(path for name in names if not (path := folder / name).exists())
