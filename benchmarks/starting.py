"""The start screen, in a real terminal: how long until it stands, and how much memory it takes."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.bare import READY
from benchmarks.figures import Figure, Goal, Pair, Took
from tests.e2e.computer import Computer, program
from tests.e2e.terminal import Terminal

BARE = [sys.executable, str(Path(__file__).with_name("bare.py"))]
LAST_WORD = "? More"
FLOOR = "the bare program"
SETTLED = 0.4
"""Seconds without output after which nothing more comes."""
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


class _Start(NamedTuple):
    text: Took
    settled: Took
    peak: float


def start_screen(computer: Computer, count: int) -> Iterator[Figure]:
    """Measure from the start of the process to the last word, to the last output, and the peak."""
    _start(computer, program(), LAST_WORD), _start(computer, BARE, READY)
    pairs = []
    for n in range(count):
        if n % 2:
            floor = _start(computer, BARE, READY)
            pairs.append((_start(computer, program(), LAST_WORD), floor))
        else:
            ours = _start(computer, program(), LAST_WORD)
            pairs.append((ours, _start(computer, BARE, READY)))
    yield Figure(
        "start, to the last word of the bottom line",
        FLOOR,
        [Pair.of([ours.text], [bare.text]) for ours, bare in pairs],
        (Goal("ratio", 1.15),),
    )
    settled = [Pair.of([ours.settled], [bare.settled]) for ours, bare in pairs]
    yield Figure("start, settled", FLOOR, settled, (Goal("ratio", 1.45),))
    if tells_memory():
        peaks = [Pair([ours.peak], [bare.peak]) for ours, bare in pairs]
        goals = (Goal("ratio", 1.12),)
        yield Figure("memory of the start screen, peak", FLOOR, peaks, goals, "MB")


def run_bare(computer: Computer) -> Terminal:
    """Start the bare program in a terminal."""
    return run(computer, BARE)


def run(computer: Computer, words: list[str]) -> Terminal:
    """Start *words* in a terminal."""
    terminal = Terminal(words, env=computer.env, cwd=computer.desk)
    computer.terminals.append(terminal)
    return terminal


def leave(terminal: Terminal) -> None:
    """Press q and wait for the end."""
    terminal.press("q")
    terminal.wait_exit()
    terminal.close()


def tells_memory() -> bool:
    """Whether this system tells how much memory a program has had."""
    return Path("/proc/self/status").exists()


def peak(terminal: Terminal) -> float:
    """Return the most memory the program in *terminal* had so far, in MB; 0 where none tells."""
    if not tells_memory():
        return 0.0
    found = _PEAK.search(Path(f"/proc/{terminal.process.pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def cpu_used(terminal: Terminal) -> float:
    """Return the milliseconds of processor the program in *terminal* had; 0 where none tells."""
    path = Path(f"/proc/{terminal.process.pid}/schedstat")
    return int(path.read_text().split()[0]) / 1e6 if path.exists() else 0.0


def _start(computer: Computer, words: list[str], text: str) -> _Start:
    terminal = run(computer, words)
    terminal.expect(text)
    stood = Took((terminal.seen_at - terminal.started_at) * 1000, cpu_used(terminal))
    terminal.rest(SETTLED)
    settled = Took((terminal.seen_at - terminal.started_at) * 1000, cpu_used(terminal))
    values = _Start(stood, settled, peak(terminal))
    leave(terminal)
    return values
