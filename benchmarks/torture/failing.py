"""The disk refuses, at every call of a save and in front of a person; a small disk runs full."""

import errno
import itertools
import os
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.torture.bad_disk import bad_disk
from benchmarks.torture.mounts import CannotMountError, check_can_mount, tiny_memory
from benchmarks.torture.row import Row
from optout_tui.checklist.store.whole import is_leftover
from tests.checklist.store.faults import CALLS, CASES, NUMBERS, every
from tests.e2e.computer import Computer
from tests.e2e.journey import leave, tick
from tests.e2e.terminal import NeverCameError, Terminal

NAME = "demo"
TINY = 16 << 10
"""Bytes of the disk that runs full: four files, one of which is not ours."""
BLOCK = 4 << 10
ALL = 10**9

Trials = Iterator[tuple[str, list[str]]]
"""What was tried, and what is wrong after it."""


def injected() -> Trials:
    """Yield every fault that fires in any of the cases of saving."""
    with tempfile.TemporaryDirectory() as folder:
        for case, make in CASES.items():
            for number in NUMBERS:
                for call in CALLS:
                    for fault, wrong in every(make, Path(folder) / case, (call,), number):
                        yield f"{case}: {fault}", wrong


def shown(numbers: tuple[int, ...] = NUMBERS) -> Trials:
    """Yield each of the errors as a person meets it in a terminal."""
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            computer = Computer(Path(folder) / "computer", Path(folder) / "cache")
            switch = computer.desk / "error"
            computer.env |= bad_disk(f"fail {switch}")
            wrong = [*_try(computer, partial(_fail, computer, switch, number))]
            yield f"shown: {errno.errorcode[number]}", wrong


def full_disk() -> Trials:
    """Yield what happens when a disk of 16 KiB runs full under the program in a terminal.

    Raises CannotMountError where none can be mounted.
    """
    check_can_mount()
    with tempfile.TemporaryDirectory() as folder:
        computer = Computer(Path(folder) / "computer", Path(folder) / "cache")
        computer.data.mkdir()
        with tiny_memory(computer.data, TINY):
            yield "a full disk", [*_try(computer, partial(_fill, computer))]


def row(count: int = ALL) -> Row:
    """Return the line of the table, for all faults that fire or the first *count* of them."""
    tried = [*itertools.islice(injected(), count), *shown()]
    try:
        tried += full_disk()
        note = "with a full disk of 16 KiB"
    except CannotMountError as error:
        note = f"without a full disk: {error}"
    bad = [f"{what}: {'; '.join(wrong)}" for what, wrong in tried if wrong]
    first = f"first: {bad[0]}; " if bad else ""
    what = "a disk that refuses at every call, once and for good"
    return Row(what, len(tried), len(bad), f"{first}{note}")


def _try(computer: Computer, work: Callable[[], Iterator[str]]) -> Iterator[str]:
    """Yield what is wrong after *work* with a checklist, also where the screen did not say so."""
    try:
        computer.do("new", NAME, "--region", "DE", "--account", "instagram:@anika")
        yield from work()
    except NeverCameError as error:
        yield str(error).partition("\n")[0]
    finally:
        computer.switch_off()


def _fail(computer: Computer, switch: Path, number: int) -> Iterator[str]:
    """Tick a step while the disk fails, and another when it works again."""
    terminal = _open(computer)
    switch.write_text(str(number), encoding="ascii")
    yield from _refused(computer, terminal, os.strerror(number))
    switch.unlink()
    yield from _saved(computer, terminal, ticked=2)


def _fill(computer: Computer) -> Iterator[str]:
    """Tick two steps, which fills the disk, and a third; make room and tick another."""
    other = computer.data / "other"
    other.write_bytes(bytes(BLOCK))
    terminal = _open(computer)
    tick(terminal, 2)
    yield from _refused(computer, terminal, os.strerror(errno.ENOSPC))
    other.unlink()
    yield from _saved(computer, terminal, ticked=4)


def _open(computer: Computer) -> Terminal:
    terminal = computer.start(NAME)
    terminal.expect("Saved · revision 1")
    return terminal


def _refused(computer: Computer, terminal: Terminal, reason: str) -> Iterator[str]:
    """Tick a step and yield what is wrong where that cannot be saved."""
    old = computer.path(NAME).read_bytes()
    terminal.press("space")
    terminal.expect(f"NOT saved: {NAME}.toml: {reason}")
    if computer.path(NAME).read_bytes() != old:
        yield "the old file is not what it was"
    if any(is_leftover(path) for path in computer.data.rglob(".*.new")):
        yield "a new file was left behind"


def _saved(computer: Computer, terminal: Terminal, *, ticked: int) -> Iterator[str]:
    """Tick one more step, leave, and yield what is wrong where not all of it is on disk."""
    terminal.press("space")
    terminal.expect("Saved · revision ")
    leave(terminal)
    steps = computer.checklist(NAME)["accounts"][0].get("steps", [])
    if [step["state"] for step in steps] != ["done"] * ticked:
        yield "not every change is on disk"
    if b"Traceback" in terminal.raw:
        yield "a traceback was shown"
