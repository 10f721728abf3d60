"""Measured values, in pairs: ours and the floor, taken one after the other."""

import resource
import time
from collections.abc import Callable, Sequence
from statistics import median, quantiles
from typing import Literal, NamedTuple

Work = Callable[[], object]

HEADINGS = (
    *("what", "target", "met", "÷ floor", "lowest–highest"),
    *("median", "95th", "floor", "unit", "CPU ms", "÷ floor's", "floor is"),
)
_WORDS = (0, 1, 2, 8, len(HEADINGS) - 1)
"""The columns that hold words: they are flush left, figures flush right."""


class Took(NamedTuple):
    """How long something took, in milliseconds: by the clock on the wall, and of the processor."""

    wall: float
    cpu: float


class Pair(NamedTuple):
    """Values of ours and of the floor, measured next to each other; one or several each.

    ``cpu`` is what each took of the processor in ms, in the middle: 0 where that is unknown. It
    hardly changes with what else the machine does.
    """

    ours: Sequence[float]
    floor: Sequence[float]
    cpu: tuple[float, float] = (0, 0)

    @classmethod
    def of(cls, ours: Sequence[Took], floor: Sequence[Took]) -> "Pair":
        """Return the pair of what both took."""
        cpu = median(took.cpu for took in ours), median(took.cpu for took in floor)
        return cls([took.wall for took in ours], [took.wall for took in floor], cpu)

    @property
    def ratio(self) -> float:
        """How many times the floor ours took, by the medians of this pair."""
        return median(self.ours) / median(self.floor)


class Goal(NamedTuple):
    """The most that one value of a figure may be: its ratio, median, 95th, or more than the floor.

    ``added`` is the median less the floor's median.
    """

    of: Literal["ratio", "median", "95th", "added"]
    most: float

    def words(self, unit: str) -> str:
        """Return the goal as the table shows it."""
        value = f"{self.most:g}"
        return {
            "ratio": f"{value}×",
            "median": f"{value} {unit}",
            "95th": f"95th {value} {unit}",
            "added": f"floor + {value} {unit}",
        }[self.of]


class Figure(NamedTuple):
    """All pairs of one measurement, and what they should not exceed."""

    what: str
    floor: str
    pairs: Sequence[Pair]
    goals: tuple[Goal, ...] = ()
    unit: str = "ms"

    @property
    def ours(self) -> list[float]:
        """Every value of ours."""
        return [value for pair in self.pairs for value in pair.ours]

    @property
    def floors(self) -> list[float]:
        """Every value of the floor."""
        return [value for pair in self.pairs for value in pair.floor]

    def value(self, of: str) -> float:
        """Return the value that a goal is about."""
        if of == "ratio":
            return median(pair.ratio for pair in self.pairs)
        if of == "added":
            return median(self.ours) - median(self.floors)
        return median(self.ours) if of == "median" else percentile_95(self.ours)

    @property
    def is_met(self) -> bool:
        """Whether every goal is met."""
        return all(self.value(goal.of) <= goal.most for goal in self.goals)

    def cells(self) -> tuple[str, ...]:
        """Return the figure as a row under ``HEADINGS``."""
        ratios = [pair.ratio for pair in self.pairs]
        goals = ", ".join(goal.words(self.unit) for goal in self.goals)
        return (
            self.what,
            f"≤ {goals}" if goals else "",
            ("yes" if self.is_met else "NO") if goals else "",
            f"{median(ratios):.2f}",
            f"{min(ratios):.2f}–{max(ratios):.2f}",
            _figure(median(self.ours)),
            _figure(percentile_95(self.ours)),
            _figure(median(self.floors)),
            self.unit,
            *self._cpu(),
            self.floor,
        )

    def _cpu(self) -> tuple[str, str]:
        known = [pair.cpu for pair in self.pairs if all(pair.cpu)]
        if not known:
            return "", ""
        ours = median(ours for ours, _ in known)
        return _figure(ours), f"{median(ours / floor for ours, floor in known):.2f}"


def _figure(value: float) -> str:
    return f"{value:.1f}" if value >= 1 else f"{value:.3f}"


def percentile_95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 stay below; of few values, the largest."""
    if len(values) < 20:  # noqa: PLR2004 - below that there is no twentieth part
        return max(values)
    return quantiles(values, n=20, method="inclusive")[-1]


def timed(work: Work) -> Took:
    """Do *work* and return what it took, with the processes it started and waited for."""
    before, begun = _cpu_used(), time.perf_counter()
    work()
    return Took((time.perf_counter() - begun) * 1000, _cpu_used() - before)


def _cpu_used() -> float:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages) * 1000


def in_pairs(ours: Work, floor: Work, count: int) -> list[Pair]:
    """Do both once unmeasured, then take *count* pairs of what they take, each in other order."""
    ours(), floor()
    pairs = []
    for n in range(count):
        if n % 2:
            first = timed(floor)
            pairs.append(Pair.of([timed(ours)], [first]))
        else:
            first = timed(ours)
            pairs.append(Pair.of([first], [timed(floor)]))
    return pairs


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return *rows* under ``HEADINGS`` in columns."""
    lines = [HEADINGS, *rows]
    widths = [max(len(line[n]) for line in lines) for n in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if n in _WORDS else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
