"""Checklist files that come in from elsewhere, are joined, brought back, or looked at."""

from pathlib import Path

from msgspec.structs import replace

from optout_tui.checklist.merge import Side
from optout_tui.checklist.model import FORMAT
from optout_tui.checklist.store.beside import copies_of, merge_file
from optout_tui.checklist.store.health import Health, health
from optout_tui.checklist.store.rescue import Kept, newest_good, restore
from optout_tui.checklist.store.store import new_id
from optout_tui.checklist.text import read_text
from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.regions import chain
from optout_tui.safety.limits import BadFile, read_bytes
from optout_tui.safety.refusal import Refusal, shown

__all__ = [
    "Health",
    "Kept",
    "best_backup",
    "bring_back",
    "import_file",
    "join_file",
    "look_at_all",
    "second_versions",
]


def import_file(desk: Desk, file: Path, name: str | None = None) -> Session:
    """Take the checklist that *file* holds among ours and return it opened; *file* stays.

    Without *name* it keeps its own. Raises BadFile where it is not whole, and Refusal where
    the name is taken or the checklist is here already; with *name* that one gets a new id.
    """
    found = read_text(read_bytes(file), file.name)
    if found.format > FORMAT:
        raise Refusal(f"{file.name} has format {found.format}, of a newer optout-tui: use that one")
    try:
        chain(desk.knowledge, found.region)
    except Refusal as error:
        raise BadFile(file.name, str(error), "region") from None
    twin = next((row.name for row in desk.rows() if row.id == found.id), None)
    if twin is not None and name is None:
        cure = 'join them with "optout-tui merge", or give --name to take it as another'
        raise Refusal(f"{file.name} is the checklist {shown(twin)}, which is here already; {cure}")
    fresh = {"id": new_id(), "parent": ""} if twin is not None else {}
    ready = replace(found, format=FORMAT, name=_free_name(desk, name, found.name), **fresh)
    return Session(desk, desk.store.put_new(ready))


def _free_name(desk: Desk, given: str | None, own: str) -> str:
    try:
        return desk.store.free_name(own if given is None else given)
    except Refusal as error:
        if given is not None:
            raise
        raise Refusal(f"{error}; give it another with --name") from None


def join_file(desk: Desk, name: str, file: Path, prefer: Side | None = None) -> Session:
    """Join what *file* says into a checklist and return it opened.

    Raises Refusal and BadFile where one of them is not whole or they are two checklists, and
    Conflict where both changed the same thing and no side is to be preferred.
    """
    return Session(desk, merge_file(desk.store, name, file, desk.now(), prefer))


def second_versions(desk: Desk, name: str) -> list[Path]:
    """Return the conflict copies that sync programs, or we, left of that checklist."""
    stored = desk.store.read(name)
    return copies_of(desk.store, stored.path, stored.checklist.id)


def bring_back(desk: Desk, name: str, revision: int | None = None) -> Session:
    """Put a backup in a checklist's place, as a new revision, and return it opened.

    Without *revision* it is the newest good one that says something else than the file. Raises
    Refusal where no such backup is kept.
    """
    return Session(desk, restore(desk.store, name, revision, desk.now()))


def best_backup(desk: Desk, name: str) -> Kept | None:
    """Return the newest good backup of a checklist that cannot be read, or None."""
    return newest_good(desk.store, desk.store.path(name))


def look_at_all(desk: Desk) -> list[Health]:
    """Return how every file of the data folder is."""
    return health(desk.store)
