"""A cache for the start screen, one derived row a checklist: stale means slower, never wrong."""

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from optout_tui.checklist.standing import FINISHED, Dated, Standing, State, state_of
from optout_tui.checklist.store.folder import SUFFIX, Folder
from optout_tui.safety.limits import BadFile, read_bytes
from optout_tui.safety.refusal import Refusal

if TYPE_CHECKING:  # a good index needs no knowledge
    from optout_tui.library.knowledge import Knowledge

MAX_INDEX_BYTES = 32 * 1024 * 1024
SHAPE = 3
"""Grows when rows are derived otherwise than before: an index of another shape is stale."""


class Next(msgspec.Struct, frozen=True):
    """The step to do next, ready to be shown."""

    account: str
    step: str
    title: str
    platform: str
    minutes: int


class Row(msgspec.Struct, frozen=True):
    """What the start screen and ``list`` show of one checklist. Nothing in it depends on today.

    ``copies`` names the files that a sync program, or we, left of it in a conflict.
    """

    id: str
    name: str
    region: str
    region_name: str
    revision: int
    updated: datetime
    standings: tuple[Standing, ...]
    steps_done: int
    steps_total: int
    next: Next | None
    dates: tuple[Dated, ...]
    problem: str = ""
    copies: tuple[str, ...] = ()

    @property
    def accounts(self) -> int:
        """How many accounts it has."""
        return len(self.standings)

    @property
    def finished(self) -> int:
        """How many accounts have nothing left to do and nothing waiting."""
        return sum(standing.state in FINISHED for standing in self.standings)

    def state(self, today: date) -> State:
        """Return the checklist's state on that day."""
        return state_of(tuple(standing.on(today) for standing in self.standings))


class _Entry(msgspec.Struct, frozen=True):
    size: int
    time: int
    row: Row


class _Index(msgspec.Struct, frozen=True):
    shape: int
    knowledge: str
    entries: dict[str, _Entry]


def rows(folder: Folder, digest: str, knowledge: "Callable[[], Knowledge]") -> list[Row]:
    """Return a row for every checklist, sorted by name; a file that is not whole has a problem.

    *digest* is that of the *knowledge*, which is asked for only where the index is not good.
    """
    path = folder.data_dir / "index.json"
    index = _read(path)
    good = index is not None and (index.shape, index.knowledge) == (SHAPE, digest)
    old = index.entries if index and good else {}
    names, copies = folder.sorted_out()
    own = (name for name in names if name not in copies)
    entries = {name: _entry(folder, knowledge, name, old.get(name)) for name in own}
    fresh = _Index(SHAPE, digest, {n: entry for n, entry in entries.items() if entry.time})
    if fresh != index and (fresh.entries or path.exists()):
        _write(path, fresh)
    return _with_copies([entry.row for entry in entries.values()], copies)


def _with_copies(found: list[Row], copies: dict[str, str]) -> list[Row]:
    """Return the rows of checklists, each with its copies; what has its id and name is one too."""
    ids = [row.id for row in found]
    if not copies and len(set(ids)) == len(ids):
        return found
    from optout_tui.checklist.store.copies import twins  # there are hardly ever any

    copies = copies | twins({row.name: row.id for row in found if row.id})
    return [
        msgspec.structs.replace(row, copies=tuple(n for n, of in copies.items() if of == row.name))
        for row in found
        if row.name not in copies
    ]


def _read(path: Path) -> _Index | None:
    try:
        return msgspec.json.decode(read_bytes(path, MAX_INDEX_BYTES), type=_Index)
    except (BadFile, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _write(path: Path, index: _Index) -> None:
    from optout_tui.checklist.store.whole import NotSaved, write_whole  # only a stale one needs it

    try:
        write_whole(path, msgspec.json.encode(index))
    except (NotSaved, UnicodeEncodeError):  # a file's name may be bytes that are no text
        return  # a cache that cannot be kept makes the next start slower, nothing else


def _entry(
    folder: Folder, knowledge: "Callable[[], Knowledge]", name: str, old: _Entry | None
) -> _Entry:
    try:
        stat = os.stat(f"{folder.checklists}/{name}{SUFFIX}")  # noqa: PTH116 - as for the names
        if old and (old.size, old.time) == (stat.st_size, stat.st_mtime_ns):
            return old
        from optout_tui.checklist.store.derive import derive  # a good index spares its cost

        return _Entry(stat.st_size, stat.st_mtime_ns, derive(folder.file(name), knowledge()))
    except (OSError, Refusal) as error:
        return _Entry(0, 0, _broken(name, error))


def _broken(name: str, error: Exception) -> Row:
    reason = error.reason if isinstance(error, BadFile) else str(error)
    where = error.where if isinstance(error, BadFile) else ""
    problem = f"{where}: {reason}" if where else reason
    return Row("", name, "", "", 0, datetime.min, (), 0, 0, None, (), problem)  # noqa: DTZ901
