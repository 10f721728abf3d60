"""Faults on demand: the n-th call of a system function fails, once or for good, while we save.

Needs no test runner, so that long runs can call it with every number.
"""

import contextlib
import errno
import itertools
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from optout_tui.checklist.model import Account, Checklist, StepMark
from optout_tui.checklist.store.backups import contents_in
from optout_tui.checklist.store.reading import Stored, digest_of, read_stored
from optout_tui.checklist.store.rescue import restore
from optout_tui.checklist.store.store import Store
from optout_tui.checklist.store.whole import NotSaved
from optout_tui.safety.refusal import Refusal

CALLS = ("open", "write", "fsync", "replace", "link", "mkdir", "fchmod", "unlink")
NUMBERS = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS, errno.EACCES)
MOST = 200
"""No save makes so many calls: a fault that still fires then is one that never ends."""

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER, LATEST = NOW + timedelta(minutes=1), NOW + timedelta(minutes=2)
ANIKA = Account(id="photopia:@anika", platform="photopia", handle="@anika", route="objection")
TICK = StepMark(id="send", state="done", at=NOW)


class Fault:
    """Which calls are to fail, and whether any did."""

    def __init__(self, calls: tuple[str, ...], number: int, n: int, *, for_good: bool) -> None:
        """Let the *n*-th of all calls of *calls* fail with *number*, and later ones *for_good*."""
        self.calls = calls
        self.number = number
        self.n = n
        self.for_good = for_good
        self.fired = False
        self._count = 0

    def __str__(self) -> str:
        """What fails, for a message."""
        often = "for good" if self.for_good else "once"
        return f"{'/'.join(self.calls)} {self.n} {errno.errorcode[self.number]} {often}"

    @contextlib.contextmanager
    def let_loose(self) -> Iterator[None]:
        """Fail in ``os`` for a while."""
        real = {name: getattr(os, name) for name in self.calls}
        try:
            for name, function in real.items():
                setattr(os, name, self._failing(name, function))
            yield
        finally:
            for name, function in real.items():
                setattr(os, name, function)

    def _failing(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            self._count += 1
            if self._count == self.n or (self.for_good and self._count > self.n):
                self.fired = True
                if name == "write":  # a disk that is full took a part of it
                    real(args[0], args[1][: len(args[1]) // 2])
                raise OSError(self.number, os.strerror(self.number))
            return real(*args, **named)

        return call


class Case(NamedTuple):
    """Something to be saved: ``act`` tries, ``again`` goes on with what came of it.

    Any other error than ``may_say`` is one that got out.
    """

    store: Store
    path: Path
    act: Callable[[], Stored]
    again: Callable[[Stored | None], Stored]
    holds: Callable[[Checklist], bool]
    may_say: type[Refusal] = NotSaved


def saving(folder: Path) -> Case:
    """A tick that is to be saved, and then a region."""
    store = Store(folder)
    first = store.create("Personal", "DE", (ANIKA,), NOW)
    return _ticking(store, first, lambda _: True)


def joining(folder: Path) -> Case:
    """A tick that is to be saved where another program changed the language meanwhile."""
    store = Store(folder)
    first = store.create("Personal", "DE", (ANIKA,), NOW)
    store.save(replace(first.checklist, labels="de"), first, NOW)
    return _ticking(store, first, lambda checklist: checklist.labels == "de")


def _ticking(store: Store, base: Stored, holds: Callable[[Checklist], bool]) -> Case:
    ticked = replace(base.checklist, accounts=(replace(ANIKA, steps=(TICK,)),))

    def again(saved: Stored | None) -> Stored:
        moved = replace(saved.checklist if saved else ticked, region="FR")
        return store.save(moved, saved or base, LATEST)

    return Case(
        store,
        base.path,
        act=lambda: store.save(ticked, base, LATER),
        again=again,
        holds=lambda one: one.accounts[0].steps == (TICK,) and one.region == "FR" and holds(one),
    )


def creating(folder: Path) -> Case:
    """A checklist that is to be created, and then moved."""
    store = Store(folder)

    def create() -> Stored:
        return store.create("Personal", "DE", (ANIKA,), LATER)

    def again(made: Stored | None) -> Stored:
        made = made or create()
        return store.save(replace(made.checklist, region="FR"), made, LATEST)

    return Case(store, store.file("Personal"), create, again, lambda one: one.region == "FR")


def restoring(folder: Path) -> Case:
    """A damaged file that is to be brought back, and then moved."""
    store = Store(folder)
    first = store.create("Personal", "DE", (ANIKA,), NOW)
    store.save(replace(first.checklist, labels="de"), first, NOW)
    first.path.write_bytes(first.path.read_bytes()[:40])

    def back() -> Stored:
        return restore(store, "Personal", None, LATER)

    def again(found: Stored | None) -> Stored:
        found = found or back()
        return store.save(replace(found.checklist, region="FR"), found, LATEST)

    return Case(store, first.path, back, again, lambda one: one.region == "FR", Refusal)


CASES: dict[str, Callable[[Path], Case]] = {
    "saving": saving,
    "joining": joining,
    "creating": creating,
    "restoring": restoring,
}


def problems(case: Case, fault: Fault) -> list[str]:
    """Return what is wrong after *case* was tried under *fault*, and once more without; else []."""
    old = _bytes(case.path)
    said, saved = "", None
    with fault.let_loose():
        try:
            saved = case.act()
        except case.may_say as error:
            said = str(error)
        except Exception as error:
            return [f"{type(error).__name__}: {error}"]
    new = _bytes(case.path)
    found = [*_after(case, saved, fault, changed=new != old)]
    if not said and saved is None:
        found.append("neither saved nor said why")
    return [*found, *_once_more(case, saved, new if saved else old)]


def _after(case: Case, saved: Stored | None, fault: Fault, *, changed: bool) -> Iterator[str]:
    if saved is None and changed:
        yield "said NOT saved and changed the file"
    if saved is not None and read_stored(case.path).checklist != saved.checklist:
        yield "said saved and something else is there"
    if "unlink" not in fault.calls and (left := _litter(case)):
        yield f"left {left}"


def _once_more(case: Case, saved: Stored | None, acknowledged: bytes | None) -> Iterator[str]:
    try:
        last = case.again(saved)
    except NotSaved as error:
        yield f"the next try: {error}"
        return
    if read_stored(case.path).checklist != last.checklist or not case.holds(last.checklist):
        yield "the next save does not hold everything"
    if left := _litter(case):
        yield f"the next save left {left}"
    folder = case.store.backup_folder(last.checklist.id)
    kept = [*contents_in(folder), *(digest_of(p.read_bytes()) for p in folder.glob("*-damaged*"))]
    if acknowledged is not None and digest_of(acknowledged) not in kept:
        yield "what was there before is kept nowhere"


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _litter(case: Case) -> list[str]:
    return [path.name for path in case.store.data_dir.rglob(".*.new")]


def every(
    make: Callable[[Path], Case], folder: Path, calls: tuple[str, ...], number: int
) -> Iterator[tuple[Fault, list[str]]]:
    """Yield every fault of *calls* that fires, once and for good, with what it led to."""
    for for_good in (False, True):
        for n in itertools.count(1):
            fault = Fault(calls, number, n, for_good=for_good)
            name = f"{'-'.join(calls)}-{number}-{n}-{for_good}"
            found = problems(make(folder / name), fault)
            if not fault.fired:
                break
            yield fault, found if n < MOST else [*found, "it never ends"]
