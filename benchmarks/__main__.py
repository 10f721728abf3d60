"""``python -m benchmarks``: measures everything in one run and prints one table.

Each row is measured in pairs, ours and its floor in turn: on a machine with other work only
the ratios hold.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from benchmarks import archives, beside, commands, folders, knowing, saving, starting, tour
from benchmarks.figures import Figure, table
from tests.e2e.computer import Computer


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("-n", type=int, default=15, metavar="PAIRS", help="pairs (default 15)")
    count = max(1, parser.parse_args().n)
    few = min(count, max(3, count // 3))
    print(machine())
    print(f"{count} pairs of the start and of commands, {few} of what takes longer\n")
    with tempfile.TemporaryDirectory() as folder:
        computer = Computer(Path(folder) / "computer", Path(folder) / "cache")
        try:
            rows = []
            for figure in measure(computer, Path(folder), count, few):
                print(f"  measured: {figure.what}", file=sys.stderr)
                rows.append(figure.cells())
        finally:
            computer.switch_off()
    print(table(rows))
    for line in archives.memory():
        print(line)
    if not beside.is_there():
        print(f"\nnot measured: the second stopwatch, {beside.STOPWATCH} is not there")


def measure(computer: Computer, folder: Path, count: int, few: int) -> Iterator[Figure]:
    """Yield every figure: *count* pairs of what is quick, *few* of what is not."""
    hundred, thousand = folder / "hundred", folder / "thousand"
    folders.fill(hundred, folders.HUNDRED)
    folders.fill(thousand, folders.MANY)
    folders.lay_out_anew(computer, hundred)
    yield from starting.start_screen(computer, count)
    if beside.is_there():
        yield beside.start_screen(computer, count)
    yield from tour.tour(computer, hundred, few)
    folders.lay_out_anew(computer, hundred)
    yield from commands.commands(computer, count)
    yield from commands.exports(computer, few)
    yield from commands.lists(computer, thousand, count, few)
    yield knowing.regions(count)
    yield from knowing.guides(count)
    yield saving.a_tick(folder, few)
    yield from archives.audits(folder, few)


def machine() -> str:
    """Return what the figures were measured on."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    system = f"{platform.system()} {platform.machine()}"
    return f"{python}, textual {version('textual')}, {system}, {os.cpu_count()} CPUs"


if __name__ == "__main__":
    main()
