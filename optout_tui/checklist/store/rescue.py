"""Bringing back an earlier revision, of a file that is whole, damaged or gone."""

import contextlib
import re
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from optout_tui.checklist.merge import Side
from optout_tui.checklist.model import Checklist
from optout_tui.checklist.store.backups import Backup, backups_in, keep_aside, prune
from optout_tui.checklist.store.copies import twins
from optout_tui.checklist.store.joining import Conflict
from optout_tui.checklist.store.locks import locked
from optout_tui.checklist.store.reading import Stored, digest_of, read_checklist, read_stored
from optout_tui.checklist.store.store import Store, next_revision, stamp_of
from optout_tui.checklist.store.whole import NotSaved, create_whole, write_whole
from optout_tui.checklist.text import NewerFormat, read_text
from optout_tui.safety.limits import BadFile, CannotRead, read_bytes
from optout_tui.safety.names import checklist_name, same_name
from optout_tui.safety.refusal import Refusal, nearest, shown

_ID = re.compile(rb'^id = "([A-Za-z0-9]{1,64})"\s*$', re.MULTILINE)


class Kept(NamedTuple):
    """A backup that is whole."""

    backup: Backup
    checklist: Checklist
    digest: str


def id_of(store: Store, path: Path) -> str | None:
    """Return the id of the checklist at *path*, though the file be damaged or gone.

    It is looked for in what is left of the file, then among the backups by the name. None
    where nothing tells it.
    """
    content = b""
    with contextlib.suppress(BadFile):
        content = read_bytes(path)
        return read_stored(path).checklist.id
    taken = _ids_of_others(store, path.stem)
    head, _, _ = content.partition(b"\n[")  # further down are the ids of other things
    left = found[1].decode() if (found := _ID.search(head)) else None
    if left in taken or left is None or not store.backup_folder(left).exists():
        return _id_by_name(store, path.stem, taken) or (None if left in taken else left)
    return left


def _id_by_name(store: Store, name: str, taken: set[str]) -> str | None:
    """Return the id under which the newest good backups bear that name and no file does."""
    folders = (store.data_dir / "backups").glob("*")
    found = [
        kept.checklist
        for folder in folders
        if (kept := next(iter(good_backups(folder)), None)) and same_name(kept.checklist.name, name)
    ]
    free = [checklist for checklist in found if checklist.id not in taken]
    return max(free, key=lambda checklist: checklist.updated).id if free else None


def _ids_of_others(store: Store, name: str) -> set[str]:
    """Return the ids of whole checklists other than that one and its copies."""
    found = set()
    for one in store.names():
        if not twins({one: "", name: ""}).get(one):
            with contextlib.suppress(BadFile):
                found.add(read_checklist(store.file(one)).id)
    return found


def good_backups(folder: Path) -> list[Kept]:
    """Return the backups of *folder* that are whole, the newest revision first."""
    found = []
    for backup in backups_in(folder):
        with contextlib.suppress(BadFile):
            content = read_bytes(backup.path)
            found.append(Kept(backup, read_text(content, backup.path.name), digest_of(content)))
    return found


def newest_good(store: Store, path: Path) -> Kept | None:
    """Return the newest good backup of the checklist at *path*, or None where there is none."""
    checklist_id = id_of(store, path)
    if checklist_id is None:
        return None
    return next(iter(good_backups(store.backup_folder(checklist_id))), None)


def restore(store: Store, name: str, revision: int | None, now: datetime) -> Stored:
    """Put a backup in the place of that checklist, as a new revision, and return it.

    Without *revision* the newest good backup is taken that says something else than the
    file. What stood there is kept: a whole file as a backup, a damaged one as it was. Raises
    Refusal where there is no such backup, and NotSaved; then the file is as it was.
    """
    path = _place(store, name)
    checklist_id = id_of(store, path)
    kept = good_backups(store.backup_folder(checklist_id)) if checklist_id else []
    if checklist_id is None or not kept:
        close = None if path.exists() else nearest(name, store.names())
        cure = f"; did you mean {close}?" if close else ""
        raise Refusal(f"no backup of {shown(name)} is kept{cure}")
    with locked(store.data_dir, checklist_id):
        now_there = _whole(path)
        chosen = _chosen(kept, revision, now_there)
        highest = max(kept[0].backup.revision, now_there.checklist.revision if now_there else 0)
        back = replace(chosen.checklist, revision=highest)
        if now_there is not None:
            return store.put_over(now_there, back, now)
        ready = next_revision(back, path.stem, chosen.digest, now)
        return _put_anew(store, path, ready, now)


def _place(store: Store, name: str) -> Path:
    known = (one for one in store.sorted_out()[0] if same_name(one, name))
    return store.file(next(known, None) or checklist_name(name))


def _whole(path: Path) -> Stored | None:
    try:
        return read_stored(path)
    except NewerFormat as error:
        raise NotSaved(str(error)) from None
    except BadFile:
        return None


def _chosen(kept: list[Kept], revision: int | None, now_there: Stored | None) -> Kept:
    if revision is None:
        digest = now_there.digest if now_there else ""
        found = next((one for one in kept if one.digest != digest), None)
    else:
        found = next((one for one in kept if one.backup.revision == revision), None)
    if found is None and revision is None:
        raise Refusal("every backup says what the file says")
    if found is None:
        known = ", ".join(str(one.backup.revision) for one in kept)
        raise Refusal(f"revision {revision} is not kept; kept are {known}")
    return found


def over_damage(
    store: Store,
    damage: BadFile,
    base: Stored,
    ready: tuple[Checklist, bytes],
    *,
    prefer: Side | None,
    now: datetime,
) -> Stored:
    """Put *ready* where the file that *base* was read from is no longer whole.

    Raises Conflict unless our side is to be preferred, and NotSaved where the file is gone,
    cannot be read or is of a newer program: then it may be whole.
    """
    if isinstance(damage, NewerFormat | CannotRead):
        raise NotSaved(str(damage))
    if prefer != "ours":
        raise Conflict(f"{damage}: the file is no longer whole")
    return _put_anew(store, base.path, ready, now)


def _put_anew(store: Store, path: Path, ready: tuple[Checklist, bytes], now: datetime) -> Stored:
    """Put a revision where a damaged file stands, which is kept as it is, or where none does."""
    checklist, content = ready
    folder = store.backup_folder(checklist.id)
    if path.exists():
        try:
            keep_aside(folder, path, "damaged", now)
        except (OSError, BadFile) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            raise NotSaved(f"the damaged file was not kept: {reason}") from None
        write_whole(path, content)
    else:
        create_whole(path, content)
    prune(folder, now)
    return Stored(checklist, path, digest_of(content), stamp_of(path))
