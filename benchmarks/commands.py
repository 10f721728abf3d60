"""The commands, from the start of the process to its end, beside a Python that does nothing."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from itertools import cycle

from benchmarks.figures import Figure, in_pairs
from benchmarks.screens import REGION
from optout_tui.export.render import FORMATS
from tests.e2e.computer import Computer

FLOOR = "python -c pass"
NOTHING = [sys.executable, "-c", "pass"]


def commands(computer: Computer, count: int) -> Iterator[Figure]:
    """Measure the commands a person types most."""
    typed = ("--version", "--help", "list", "status Personal", f"rights {REGION}")
    for words in typed:
        yield _figure(computer, tuple(words.split()), count)
    states = cycle(("done", "todo"))

    def tick() -> None:
        computer.do("mark", "Personal", "instagram", "open-menu", next(states))

    yield Figure("mark", FLOOR, in_pairs(tick, partial(_nothing, computer), count))


def exports(computer: Computer, count: int) -> Iterator[Figure]:
    """Measure an export in each format."""
    for name in FORMATS:
        yield _figure(computer, ("export", "Personal", "--format", name), count)


def _figure(computer: Computer, words: tuple[str, ...], count: int) -> Figure:
    ours, floor = partial(computer.do, *words), partial(_nothing, computer)
    what = " ".join(word for word in words if word not in ("Personal", "--format"))
    return Figure(what, FLOOR, in_pairs(ours, floor, count))


def _nothing(computer: Computer) -> None:
    subprocess.run(
        NOTHING,
        env=computer.env,
        cwd=computer.desk,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
