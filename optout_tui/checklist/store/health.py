"""Whether every file of the data folder is what it should be, and what can be done where not."""

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from optout_tui.checklist.store.backups import backups_in
from optout_tui.checklist.store.reading import Stored, read_stored
from optout_tui.checklist.store.rescue import id_of, newest_good
from optout_tui.checklist.store.store import Store, read_only
from optout_tui.checklist.store.whole import is_leftover
from optout_tui.checklist.text import NewerFormat, read_text
from optout_tui.safety.limits import BadFile, parse_toml, read_bytes

OTHERS = stat.S_IRWXG | stat.S_IRWXO
NEWER = "use the newer optout-tui"


class Ill(NamedTuple):
    """Something that is not as it should be: where in the file, what, and the cure."""

    where: str
    reason: str
    cure: str = ""


class Health(NamedTuple):
    """One file: its path, its revision and how many backups are kept, where it is a checklist."""

    path: Path
    ills: tuple[Ill, ...] = ()
    revision: int | None = None
    backups: int = 0


def health(store: Store) -> list[Health]:
    """Return how every file is: checklists first, then what else lies in the data folder."""
    names, copies = store.sorted_out()
    whole = [*_checklists(store, names, copies)]
    return [*whole, *_backups(store), *_leftovers(store), *_settings(store)]


def _checklists(store: Store, names: list[str], copies: dict[str, str]) -> Iterator[Health]:
    bearers: dict[str, str] = {}
    for name in names:
        path = store.file(name)
        if name in copies:
            cure = f'optout-tui merge "{copies[name]}" "{path}"'
            yield Health(path, (Ill("", f"a conflict copy of {copies[name]}", cure),))
            continue
        try:
            stored = read_stored(path)
        except BadFile as error:
            yield _damaged(store, path, error)
            continue
        ills = [*_open_to_others(path), *_strange(stored)]
        checklist = stored.checklist
        if (other := bearers.setdefault(checklist.id, name)) != name:
            cure = f'optout-tui merge "{other}" "{path}", or import it under a name of its own'
            ills.append(Ill("id", f"the same checklist as {other}", cure))
        kept = len(backups_in(store.backup_folder(checklist.id)))
        yield Health(path, tuple(ills), checklist.revision, kept)


def _damaged(store: Store, path: Path, error: BadFile) -> Health:
    if isinstance(error, NewerFormat):
        return Health(path, (Ill(error.where, error.reason, NEWER),))
    kept = newest_good(store, path)
    if kept is None:
        return Health(
            path, (Ill(error.where, error.reason, "no backup of it is kept: mend it by hand"),)
        )
    revision = kept.backup.revision
    cure = f'optout-tui restore "{path.stem}" brings back revision {revision}'
    count = len(backups_in(store.backup_folder(kept.checklist.id)))
    return Health(path, (Ill(error.where, error.reason, cure),), None, count)


def _strange(stored: Stored) -> Iterator[Ill]:
    if stored.is_newer:
        yield Ill("format", read_only(stored), NEWER)


def _open_to_others(path: Path) -> Iterator[Ill]:
    real = path.resolve()
    if hasattr(stat, "S_IRWXG") and real.stat().st_mode & OTHERS:
        yield Ill("", "other users of this computer can read it", f'chmod 600 "{real}"')


def _backups(store: Store) -> Iterator[Health]:
    known = {id_of(store, store.file(name)) for name in store.sorted_out()[0]}
    owners = {store.backup_folder(one) for one in known if one}
    for folder in sorted((store.data_dir / "backups").glob("*")):
        for backup in backups_in(folder):
            try:
                checklist = read_text(read_bytes(backup.path), backup.path.name)
            except BadFile as error:
                yield Health(
                    backup.path, (Ill(error.where, error.reason, "no harm: others are kept"),)
                )
                continue
            if folder not in owners:
                cure = f'optout-tui restore "{checklist.name}"'
                reason = "backups of a checklist that is not here any more"
                yield Health(folder, (Ill("", reason, cure),))
                break


def _leftovers(store: Store) -> Iterator[Health]:
    for path in sorted(store.data_dir.rglob(".*.new")):
        if is_leftover(path):
            reason = "left by a program that was killed while saving"
            yield Health(path, (Ill("", reason, "the next save removes it"),))


def _settings(store: Store) -> Iterator[Health]:
    path = store.data_dir / "settings.toml"
    if path.exists():
        try:
            parse_toml(read_bytes(path), path.name)
        except BadFile as error:
            yield Health(path, (Ill(error.where, error.reason, "delete it: the defaults hold"),))
