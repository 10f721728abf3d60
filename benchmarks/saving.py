"""Putting a tick on disk, beside writing the same bytes and waiting for the disk."""

import os
from datetime import date
from pathlib import Path

from benchmarks.figures import Figure, Pair, timed
from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark

TICKS = 10
"""Saves in a pair: a disk's single answers differ too much."""


def a_tick(folder: Path, count: int) -> Figure:
    """Measure ``session.save`` after a tick: the lock, the backup, the file, all flushed."""
    desk = Desk(folder / "saving", today=date(2026, 11, 22))
    session = desk.create("Saved", "DE", [("instagram", "@anika"), ("x", "@anika")])
    _tick(session, 0)
    session.save()
    content = session.stored.path.read_bytes()
    plain = folder / "plain.toml"
    pairs = []
    for _ in range(count):
        ours, floor = [], []
        for n in range(1, TICKS + 1):
            _tick(session, n)
            ours.append(timed(session.save))
            floor.append(timed(lambda: _write(plain, content)))
        pairs.append(Pair.of(ours, floor))
    return Figure("saving a tick", "a write and an fsync", pairs)


def _tick(session: Session, n: int) -> None:
    mark(session, "instagram", "open-menu", "todo" if n % 2 else "done")


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
