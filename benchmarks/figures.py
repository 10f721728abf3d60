"""Measured times, in pairs: ours and the floor, taken one after the other."""

import time
from collections.abc import Callable, Sequence
from statistics import median, quantiles
from typing import NamedTuple

Work = Callable[[], object]

HEADINGS = ("what", "÷ floor", "lowest–highest", "median ms", "95th ms", "floor ms", "floor")


class Pair(NamedTuple):
    """Milliseconds of ours and of the floor, measured next to each other; one or several each."""

    ours: Sequence[float]
    floor: Sequence[float]

    @property
    def ratio(self) -> float:
        """How many times the floor ours took, by the medians of this pair."""
        return median(self.ours) / median(self.floor)


class Figure(NamedTuple):
    """All pairs of one measurement."""

    what: str
    floor: str
    pairs: Sequence[Pair]

    def cells(self) -> tuple[str, ...]:
        """Return the figure as a row under ``HEADINGS``."""
        ratios = [pair.ratio for pair in self.pairs]
        ours = [ms for pair in self.pairs for ms in pair.ours]
        floor = [ms for pair in self.pairs for ms in pair.floor]
        return (
            self.what,
            f"{median(ratios):.2f}",
            f"{min(ratios):.2f}–{max(ratios):.2f}",
            f"{median(ours):.1f}",
            f"{percentile_95(ours):.1f}",
            f"{median(floor):.1f}",
            self.floor,
        )


def percentile_95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 stay below; of few values, the largest."""
    if len(values) < 20:  # noqa: PLR2004 - below that there is no twentieth part
        return max(values)
    return quantiles(values, n=20, method="inclusive")[-1]


def timed(work: Work) -> float:
    """Do *work* and return the milliseconds it took."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def in_pairs(ours: Work, floor: Work, count: int) -> list[Pair]:
    """Do both once unmeasured, then take *count* pairs, each time in the other order."""
    ours(), floor()
    pairs = []
    for n in range(count):
        if n % 2:
            first = timed(floor)
            pairs.append(Pair([timed(ours)], [first]))
        else:
            first = timed(ours)
            pairs.append(Pair([first], [timed(floor)]))
    return pairs


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return *rows* under ``HEADINGS`` in columns, the figures flush right."""
    lines = [HEADINGS, *rows]
    widths = [max(len(line[n]) for line in lines) for n in range(len(HEADINGS))]
    flush_left = (0, len(HEADINGS) - 1)
    return "\n".join(
        "  ".join(
            cell.ljust(width) if n in flush_left else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
