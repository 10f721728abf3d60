"""``python -m benchmarks.torture``: torments the program and prints one table; 1 where it broke."""

import argparse
import signal
import sys
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from benchmarks.torture import (
    cases,
    costs,
    damaged,
    failing,
    keys,
    killed,
    mutated,
    payloads,
    power,
    together,
)
from benchmarks.torture.row import Row

HEADINGS = ("test", "count", "must be", "found")


class Trial(NamedTuple):
    """A line of the table to be: how it comes about, how often as a rule, what it must find."""

    row: Callable[[int], Row]
    times: int
    must_be: str = "0"


TRIALS = {
    "killed": Trial(killed.row_at_random, 300, "0 lost, unreadable or blocked"),
    "saved": Trial(killed.row_after_saved, 200, "0 lost"),
    "power": Trial(power.row, 50, "0 lost, empty or zero-filled"),
    "failing": Trial(failing.row, 2000, "0, old file intact"),
    "together": Trial(together.row, 2000, "0 lost in silence"),
    "cases": Trial(cases.row, 10_000),
    "damaged": Trial(damaged.row, 20_000, "0 crashes or partial loads"),
    "mutated": Trial(mutated.row, 20_000, "0, each < 1 s and 200 MiB"),
    "payloads": Trial(payloads.row, payloads.ALL_RUNS),
    "costs": Trial(costs.row, 200, "≤ 2×, ≤ 12 ms more, 0"),
    "keys": Trial(keys.row, 300, "≤ 50 ms"),
}


def main() -> None:
    """Run what was asked for and end with 1 where anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.torture", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(TRIALS)}")
    parser.add_argument("-n", type=float, default=100, metavar="PERCENT", help="of all the trials")
    args = parser.parse_args()
    if unknown := set(args.names) - set(TRIALS):
        parser.error(f"no such test: {', '.join(sorted(unknown))}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # mounts are undone
    lines, bad = [], 0
    for name, trial in TRIALS.items():
        if args.names and name not in args.names:
            continue
        row = run(name, trial, args.n)
        bad += row.bad
        lines.append((row.what, f"{row.count:,}", trial.must_be, f"{row.bad} · {row.note}"))
    print(table(lines))
    sys.exit(1 if bad else 0)


def run(name: str, trial: Trial, percent: float) -> Row:
    """Return the line of one trial, and say meanwhile how long it took."""
    begun = time.perf_counter()
    row = trial.row(max(1, round(trial.times * percent / 100)))
    took = time.perf_counter() - begun
    print(f"  {name}: {row.bad} of {row.count} bad, {took:.0f} s", file=sys.stderr, flush=True)
    return row


def table(lines: Sequence[Sequence[str]]) -> str:
    """Return *lines* under ``HEADINGS`` in columns, the counts flush right."""
    rows = [HEADINGS, *lines]
    widths = [max(len(row[n]) for row in rows) for n in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if n == 1 else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


if __name__ == "__main__":
    main()
