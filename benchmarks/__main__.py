"""``python -m benchmarks``: measures everything in one run and prints a table of ratios."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from benchmarks import archives, beside, commands, loading, regions, saving, screens
from benchmarks.figures import Figure, table
from tests.e2e.computer import Computer

CLIENTS = ("Acme GmbH", "Atelier Süd", "Studio Nord", "Werkstatt West")
ACCOUNTS = ("instagram:@anika", "x:@anika", "facebook:anika", "threads:@anika", "chatgpt")
"""Five checklists of five accounts each: what a brand manager sees on a Monday."""


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("-n", type=int, default=5, metavar="PAIRS", help="pairs (default 5)")
    count = max(1, parser.parse_args().n)
    print(machine())
    print(f"{count} pairs each; {len(CLIENTS) + 1} checklists of {len(ACCOUNTS)} accounts\n")
    with tempfile.TemporaryDirectory() as folder:
        computer = Computer(Path(folder) / "computer", Path(folder) / "cache")
        try:
            rows = []
            for figure in measure(computer, Path(folder), count):
                print(f"  measured: {figure.what}", file=sys.stderr)
                rows.append(figure.cells())
        finally:
            computer.switch_off()
    print(table(rows))
    for line in archives.memory():
        print(line)
    if not beside.is_there():
        print(f"\nnot measured: the second stopwatch, {beside.STOPWATCH} is not there")


def measure(computer: Computer, folder: Path, count: int) -> Iterator[Figure]:
    """Yield every figure."""
    for name in (screens.CHECKLIST, *CLIENTS):
        accounts = (word for account in ACCOUNTS for word in ("--account", account))
        computer.do("new", name, "--region", screens.REGION, *accounts)
    yield screens.start_screen(computer, count)
    if beside.is_there():
        yield beside.start_screen(computer, count)
    yield screens.down_key(computer, count)
    yield saving.a_tick(folder, count)
    yield regions.all_regions(count)
    yield from loading.loading(count)
    yield from commands.commands(computer, count)
    yield from commands.exports(computer, count)
    yield from archives.audits(folder, count)


def machine() -> str:
    """Return what the figures were measured on."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    system = f"{platform.system()} {platform.machine()}"
    return f"{python}, textual {version('textual')}, {system}, {os.cpu_count()} CPUs"


if __name__ == "__main__":
    main()
