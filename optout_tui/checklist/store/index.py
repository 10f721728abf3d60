"""A cache for the start screen, one derived row a checklist: stale means slower, never wrong."""

from datetime import date, datetime
from pathlib import Path

import msgspec

from optout_tui.checklist.standing import FINISHED, Dated, Standing, State, state_of
from optout_tui.checklist.store.folder import Folder
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.limits import BadFile
from optout_tui.safety.refusal import Refusal


class Next(msgspec.Struct, frozen=True):
    """The step to do next, ready to be shown."""

    account: str
    step: str
    title: str
    platform: str
    minutes: int


class Row(msgspec.Struct, frozen=True):
    """What the start screen and ``list`` show of one checklist. Nothing in it depends on today."""

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
    knowledge: str
    entries: dict[str, _Entry]


def rows(folder: Folder, knowledge: Knowledge) -> list[Row]:
    """Return a row for every checklist, sorted by name; a file that is not whole has a problem."""
    path = folder.data_dir / "index.json"
    index = _read(path)
    old = index.entries if index and index.knowledge == knowledge.digest else {}
    entries = {name: _entry(folder, knowledge, name, old.get(name)) for name in folder.names()}
    fresh = _Index(knowledge.digest, {n: entry for n, entry in entries.items() if entry.time})
    if fresh != index and (fresh.entries or path.exists()):
        _write(path, fresh)
    return [entry.row for entry in entries.values()]


def _read(path: Path) -> _Index | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Index)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _write(path: Path, index: _Index) -> None:
    from optout_tui.checklist.store.whole import NotSaved, write_whole  # only a stale one needs it

    try:
        write_whole(path, msgspec.json.encode(index))
    except NotSaved:
        return  # a cache that cannot be kept makes the next start slower, nothing else


def _entry(folder: Folder, knowledge: Knowledge, name: str, old: _Entry | None) -> _Entry:
    path = folder.file(name)
    try:
        stat = path.stat()
        if old and (old.size, old.time) == (stat.st_size, stat.st_mtime_ns):
            return old
        from optout_tui.checklist.store.derive import derive  # a good index spares its cost

        return _Entry(stat.st_size, stat.st_mtime_ns, derive(path, knowledge))
    except (OSError, Refusal) as error:
        return _Entry(0, 0, _broken(name, error))


def _broken(name: str, error: Exception) -> Row:
    reason = error.reason if isinstance(error, BadFile) else str(error)
    where = error.where if isinstance(error, BadFile) else ""
    problem = f"{where}: {reason}" if where else reason
    return Row(name, "", "", 0, datetime.min, (), 0, 0, None, (), problem)  # noqa: DTZ901
