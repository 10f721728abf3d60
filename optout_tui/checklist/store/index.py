"""A cache for the start screen: one derived row a checklist. Missing or stale: slower, never wrong."""

from datetime import date, datetime
from pathlib import Path

import msgspec

from optout_tui.checklist.dates import Dated, dates_of
from optout_tui.checklist.progress import (
    FINISHED,
    AccountView,
    State,
    StepView,
    next_step,
    state_of,
    view_accounts,
)
from optout_tui.checklist.store.store import Store, Stored
from optout_tui.checklist.store.whole import NotSaved, write_whole
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


class Standing(msgspec.Struct, frozen=True):
    """One account's state; ``waiting`` turns into ``overdue`` after ``latest``."""

    state: State
    latest: date | None = None

    def on(self, today: date) -> State:
        """Return the state on that day."""
        return "overdue" if self.latest and today > self.latest else self.state


class Row(msgspec.Struct, frozen=True):
    """What the start screen and ``list`` show of one checklist. Nothing in it depends on today."""

    name: str
    region: str
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


def rows(store: Store, knowledge: Knowledge) -> list[Row]:
    """Return a row for every checklist, sorted by name; a file that is not whole has a problem."""
    path = store.data_dir / "index.json"
    old = _read(path, knowledge.digest)
    entries = {name: _entry(store, knowledge, name, old.get(name)) for name in store.names()}
    kept = {name: entry for name, entry in entries.items() if entry.time}
    if kept != old and store.data_dir.is_dir():
        _write(path, _Index(knowledge.digest, kept))
    return [entry.row for entry in entries.values()]


def _read(path: Path, digest: str) -> dict[str, _Entry]:
    try:
        index = msgspec.json.decode(path.read_bytes(), type=_Index)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}
    return index.entries if index.knowledge == digest else {}


def _write(path: Path, index: _Index) -> None:
    try:
        write_whole(path, msgspec.json.encode(index))
    except NotSaved:
        return  # a cache that cannot be kept makes the next start slower, nothing else


def _entry(store: Store, knowledge: Knowledge, name: str, old: _Entry | None) -> _Entry:
    path = store.folder / f"{name}.toml"
    try:
        stat = path.stat()
        if old and (old.size, old.time) == (stat.st_size, stat.st_mtime_ns):
            return old
        row = row_of(store.read_path(path), knowledge)
        return _Entry(stat.st_size, stat.st_mtime_ns, row)
    except (OSError, BadFile, Refusal) as error:
        return _Entry(0, 0, _broken(name, error))


def _broken(name: str, error: Exception) -> Row:
    reason = error.reason if isinstance(error, BadFile) else str(error)
    where = error.where if isinstance(error, BadFile) else ""
    problem = f"{where}: {reason}" if where else reason
    return Row(name, "", 0, datetime.min, (), 0, 0, None, (), problem)  # noqa: DTZ901


def row_of(stored: Stored, knowledge: Knowledge) -> Row:
    """Return the row of one checklist, derived as on the day it was written."""
    checklist = stored.checklist
    views = view_accounts(checklist, knowledge, date.min)
    upcoming = next_step(views)
    return Row(
        name=checklist.name,
        region=checklist.region,
        revision=checklist.revision,
        updated=checklist.updated,
        standings=tuple(Standing(view.state, _latest(view)) for view in views),
        steps_done=sum(view.steps_done for view in views),
        steps_total=sum(len(view.steps) for view in views),
        next=_next(*upcoming) if upcoming else None,
        dates=tuple(sorted((d for v in views for d in dates_of(v)), key=lambda d: d.on)),
    )


def _latest(view: AccountView) -> date | None:
    days = [r.latest for r in view.requests if r.state == "waiting" and r.latest]
    return min(days) if view.state == "waiting" and days else None


def _next(view: AccountView, upcoming: StepView) -> Next:
    return Next(
        account=view.account.id,
        step=upcoming.step.id,
        title=upcoming.step.title,
        platform=view.platform_name,
        minutes=view.minutes_left,
    )
