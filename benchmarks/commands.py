"""The commands, from the start of the process to its end, beside a Python that does nothing."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path

from benchmarks.figures import Figure, Goal, in_pairs
from benchmarks.folders import CHECKLIST, MANY, REGION, lay_out_anew
from optout_tui.export.render import FORMATS
from tests.e2e.computer import Computer, program

FLOOR = "python -c pass"
NOTHING = [sys.executable, "-c", "pass"]
TYPED = {
    ("--version",): 2.0,
    ("--help",): 3.0,
    ("status", CHECKLIST): 6.5,
    ("rights", REGION): 5.5,
}
"""The commands a person types most, and how many times the floor each may take."""


def commands(computer: Computer, count: int) -> Iterator[Figure]:
    """Measure the commands a person types most, and one that saves."""
    for words, most in TYPED.items():
        yield _figure(computer, words, count, Goal("ratio", most))
    states = cycle(("done", "todo"))

    def tick() -> None:
        _run(computer, [*program(), "mark", CHECKLIST, "instagram", "open-menu", next(states)])

    pairs = in_pairs(tick, partial(_run, computer, NOTHING), count)
    yield Figure("mark", FLOOR, pairs, (Goal("ratio", 9.0),))


def lists(computer: Computer, data: Path, count: int, few: int) -> Iterator[Figure]:
    """Measure ``list`` over the *MANY* checklists in *data*, with their index and without."""
    lay_out_anew(computer, data)
    words = [*program(), "list"]
    nothing = partial(_run, computer, NOTHING)
    right = _run(computer, words)
    pairs = in_pairs(partial(_run, computer, words), nothing, count)
    yield Figure(f"list of {MANY:,}", FLOOR, pairs, (Goal("ratio", 8.0),))

    def without_index() -> None:
        (computer.data / "index.json").unlink()
        if _run(computer, words) != right:
            raise RuntimeError("without its index, list says something else")

    pairs = in_pairs(without_index, nothing, few)
    yield Figure(f"list of {MANY:,}, without an index", FLOOR, pairs, (Goal("median", 1500),))


def exports(computer: Computer, count: int) -> Iterator[Figure]:
    """Measure an export in each format."""
    for name in FORMATS:
        yield _figure(computer, ("export", CHECKLIST, "--format", name), count)


def _figure(computer: Computer, words: tuple[str, ...], count: int, *goals: Goal) -> Figure:
    ours = partial(_run, computer, [*program(), *words])
    what = " ".join(word for word in words if word not in (CHECKLIST, "--format"))
    return Figure(what, FLOOR, in_pairs(ours, partial(_run, computer, NOTHING), count), goals)


def _run(computer: Computer, words: Sequence[str]) -> bytes:
    """Run *words*, which must succeed, and return what they print."""
    return subprocess.run(
        words,
        env=computer.env,
        cwd=computer.desk,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    ).stdout
