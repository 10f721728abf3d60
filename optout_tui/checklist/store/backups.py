"""Backups of a checklist, by its id: the last 20 revisions and one a day for 30 days."""

import contextlib
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from optout_tui.checklist.store.whole import write_whole

KEEP_LAST = 20
KEEP_DAYS = 30

_NAME = re.compile(r"^(\d{4}-\d{2}-\d{2})T(\d{6})Z-r(\d+)(-pinned)?\.toml$")


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
        if match := _NAME.match(path.name):
            day = date.fromisoformat(match[1])
            found.append(Backup(path, day, int(match[3]), bool(match[4])))
    return sorted(found, key=lambda backup: (backup.revision, backup.path.name), reverse=True)


def keep(folder: Path, content: bytes, revision: int, now: datetime, *, pinned: bool) -> None:
    """Keep *content* as the backup of *revision*, then drop what is kept no longer.

    A save that failed and is tried again adds no second one.
    """
    for place in (folder.parent, folder):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    same = (backup for backup in backups_in(folder) if backup.revision == revision)
    if any(backup.path.read_bytes() == content for backup in same):
        return
    stamp = now.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    name = f"{stamp}-r{revision}{'-pinned' if pinned else ''}.toml"
    write_whole(folder / name, content)
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
