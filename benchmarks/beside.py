"""A second stopwatch, where one lies beside the project: it times the start by its own means."""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.figures import Figure, Pair
from tests.e2e.computer import PROJECT, Computer, program

FOLDER = PROJECT.parent / "shared" / "tools"
STOPWATCH, BARE = FOLDER / "first_frame.py", FOLDER / "bare_app.py"


def is_there() -> bool:
    """Whether the second stopwatch and its own bare program lie beside the project."""
    return STOPWATCH.is_file() and BARE.is_file()


def start_screen(computer: Computer, count: int) -> Figure:
    """Measure the start screen as the second stopwatch sees it, ours and bare in turn."""
    ours, bare = program(), [sys.executable, str(BARE)]
    pairs = [
        Pair([_time(computer, ours, "? More")], [_time(computer, bare, "ready")])
        for _ in range(count)
    ]
    return Figure("start, by the second stopwatch", "its bare program", pairs)


def _time(computer: Computer, words: list[str], text: str) -> float:
    """Return the milliseconds from the start of *words* to *text*."""
    call: list[str | Path] = [sys.executable, STOPWATCH, "--expect", text, "-n", "1"]
    done = subprocess.run(
        [*call, "--warmup", "0", "--columns", "100", "--rows", "30", "--", *words],
        env=computer.env,
        cwd=computer.desk,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(json.loads(done.stdout)["text_ms"]["median"])
