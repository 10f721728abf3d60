"""What a save costs beside the least that can be done; the screen's thread pays nothing of it."""

import asyncio
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple, TypeVar
from unittest import mock

from benchmarks.torture.row import Row
from optout_tui.checklist.store import store
from optout_tui.checklist.store.reading import verified
from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark
from tests.e2e.computer import PROJECT
from tests.tui.room import entered

NAME, REGION, TODAY = "Saved", "DE", date(2026, 11, 22)
PLATFORMS = ("instagram", "x", "facebook", "threads", "chatgpt")
ACCOUNTS = [(platform, f"@{who}") for platform in PLATFORMS for who in ("anika", "acme")]
T = TypeVar("T")

MOST_TIMES, MOST_CPU_MS = 2.0, 12.0
SAVES_ON_THE_SCREEN = 10


class Cost(NamedTuple):
    """Milliseconds: from the bytes to the end of a save, and its processor time; once bare."""

    ours: float
    ours_cpu: float
    bare: float
    bare_cpu: float


class Costs(NamedTuple):
    """How many times a bare write a save takes, and what the whole of it costs more, in ms."""

    times: float
    cpu_ms: float


def measure(count: int) -> Costs:
    """Save a checklist of ten accounts *count* times, each time beside a bare write."""
    with _on_a_real_disk() as folder:
        session = _session(folder)
        costs = [_once(session, folder / "bare.toml", n) for n in range(count)]
    times = median(cost.ours for cost in costs) / median(cost.bare for cost in costs)
    return Costs(times, median(cost.ours_cpu - cost.bare_cpu for cost in costs))


def on_the_screens_thread(count: int) -> tuple[int, int]:
    """Tick *count* times in the running app.

    Return how often bytes were made or flushed to the disk, and how often by its own thread.
    """
    with tempfile.TemporaryDirectory() as folder:
        session = _session(Path(folder))
        return asyncio.run(_threads(session, count))


def row(count: int = 200) -> Row:
    """Return the line of the table."""
    costs = measure(count)
    calls, there = on_the_screens_thread(SAVES_ON_THE_SCREEN)
    bad = (costs.times > MOST_TIMES) + (costs.cpu_ms > MOST_CPU_MS) + (there > 0 or calls == 0)
    screen = f"{there} of {calls} calls on the screen's thread"
    note = f"{costs.times:.2f}×, {costs.cpu_ms:.1f} ms more, {screen}"
    return Row("a save of 10 accounts, beside a bare one", count, bad, note)


def _session(folder: Path) -> Session:
    session = Desk(folder / "data", today=TODAY).create(NAME, REGION, ACCOUNTS)
    for account in session.checklist.accounts:
        for view in session.view(account.id).steps[:2]:
            mark(session, account.id, view.step.id, "done")
    session.save()
    return session


@contextmanager
def _on_a_real_disk() -> Iterator[Path]:
    """Yield a folder beside the project: the one for temporary files may lie in memory."""
    place = PROJECT / "build"
    place.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place) as folder:
        yield Path(folder)


# -- one save ----------------------------------------------------------------------


def _once(session: Session, plain: Path, n: int) -> Cost:
    """Save and write bare, in turn the one or the other first."""
    if n % 2:
        bare, bare_cpu = _bare(plain, session.stored.path.read_bytes())
        return Cost(*_save(session, n), bare, bare_cpu)
    ours, ours_cpu = _save(session, n)
    return Cost(ours, ours_cpu, *_bare(plain, session.stored.path.read_bytes()))


def _save(session: Session, n: int) -> tuple[float, float]:
    """Save a change; return the milliseconds since its bytes were ready, and of the processor."""
    mark(session, ACCOUNTS[0][0] + ":" + ACCOUNTS[0][1], "open-menu", "done" if n % 2 else "todo")
    ready = []

    def verify(*args: Any) -> bytes:
        content = verified(*args)
        ready.append(time.perf_counter())
        return content

    with mock.patch.object(store, "verified", verify):
        cpu = time.process_time()
        session.put()
        done, cpu = time.perf_counter(), time.process_time() - cpu
    session.take_in()
    return (done - ready[-1]) * 1000, cpu * 1000


def _bare(path: Path, content: bytes) -> tuple[float, float]:
    """Write *content* anew, flush it, put it in place and flush the folder."""
    cpu, begun = time.process_time(), time.perf_counter()
    new = path.with_suffix(".new")
    with new.open("xb", buffering=0) as stream:
        stream.write(content)
        os.fsync(stream.fileno())
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    return (time.perf_counter() - begun) * 1000, (time.process_time() - cpu) * 1000


# -- the screen's thread -----------------------------------------------------------


async def _threads(session: Session, count: int) -> tuple[int, int]:
    threads: list[int] = []

    def watched(work: Callable[..., T]) -> Callable[..., T]:
        def call(*args: Any) -> T:
            threads.append(threading.get_ident())
            return work(*args)

        return call

    desk = Desk(session.stored.path.parents[1], today=TODAY)
    async with entered(desk, NAME) as room:
        with (
            mock.patch.object(os, "fsync", watched(os.fsync)),
            mock.patch.object(store, "verified", watched(verified)),
        ):
            for _ in range(count):
                await room.press("home", "space")
    return len(threads), threads.count(threading.get_ident())
