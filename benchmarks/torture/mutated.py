"""Spoilt checklist files into ``check`` and ``import``: refused or taken, never a crash.

``python -m benchmarks.torture.mutated SEED FIRST COUNT`` is one batch, in a process of its own
with a bound on its memory; it prints what came of it as JSON.
"""

import contextlib
import io
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from benchmarks.torture.mutations import mutated, whole
from benchmarks.torture.row import Row
from optout_tui.safety.text import has_controls

PROJECT = Path(__file__).parents[2]
SEED = "torture"
BATCH = 500
PATIENCE = 600.0
"""Seconds until a batch is given up: each of its cases may take one."""

MEMORY = 1 << 30
"""What a batch may address: far above what is allowed to be used, far below what hurts."""

MOST_SECONDS = 1.0
MOST_MEBIBYTES = 200.0
TODAY = "2026-11-22"


class Mutated(NamedTuple):
    """What came of many files: how often each was refused or taken, what crashed, at what cost."""

    cases: int
    refused: int
    accepted: int
    crashes: tuple[str, ...]
    slowest: float
    peak: float

    @property
    def bad(self) -> int:
        """How much of it went wrong; a cost above what is allowed counts once."""
        return len(self.crashes) + (self.slowest > MOST_SECONDS) + (self.peak > MOST_MEBIBYTES)


def run(count: int, *, seed: str = SEED, jobs: int = 0) -> Mutated:
    """Return what came of *count* spoilt files, in batches beside each other."""
    firsts = range(0, count, BATCH)
    with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:
        batches = pool.map(lambda first: _in_child(seed, first, min(BATCH, count - first)), firsts)
        parts = list(batches)
    return Mutated(
        sum(part.cases for part in parts),
        sum(part.refused for part in parts),
        sum(part.accepted for part in parts),
        tuple(crash for part in parts for crash in part.crashes),
        max(part.slowest for part in parts),
        max(part.peak for part in parts),
    )


def row(count: int = 20_000) -> Row:
    """Return the line of the table."""
    found = run(count)
    note = f"{found.accepted} taken, slowest {found.slowest:.2f} s, peak {found.peak:.0f} MiB"
    first = f"; first: {found.crashes[0]}" if found.crashes else ""
    return Row("mutated TOML into check and import", found.cases, found.bad, note + first)


def _in_child(seed: str, first: int, count: int) -> Mutated:
    words = [sys.executable, "-m", "benchmarks.torture.mutated", seed, str(first), str(count)]
    place = f"{seed} {first} to {first + count}"
    try:
        done = subprocess.run(
            words, capture_output=True, text=True, timeout=PATIENCE, check=False, cwd=PROJECT
        )
    except subprocess.TimeoutExpired:
        return Mutated(count, 0, 0, (f"{place}: no end",), PATIENCE, 0.0)
    if done.returncode:
        crash = f"{place}: status {done.returncode}, {done.stderr.strip()[-200:]}"
        return Mutated(count, 0, 0, (crash,), 0.0, 0.0)
    found = json.loads(done.stdout)
    return Mutated(**found | {"crashes": tuple(found["crashes"])})


def batch(seed: str, first: int, count: int) -> Mutated:
    """Feed *count* files to the commands, in this process, and return what came of them."""
    ends: Counter[str] = Counter()
    crashes: list[str] = []
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        _feed(Path(folder), whole(random.Random(seed)))  # noqa: S311 - what is loaded once is loaded now
        for number in range(first, first + count):
            kind, content = mutated(seed, number)
            calls, taken = _feed(Path(folder), content)
            slowest = max(slowest, *(call.seconds for call in calls))
            ends["accepted" if taken else "refused"] += 1
            crashes += [f"{seed} {number} ({kind}): {call.wrong}" for call in calls if call.wrong]
    return Mutated(count, ends["refused"], ends["accepted"], tuple(crashes), slowest, _peak())


def _peak() -> float:
    """Return the most memory this program has used, in MiB.

    Linux tells it of this program alone; elsewhere it may be that of whoever started it.
    """
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text("ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class _Call(NamedTuple):
    """What a command cost, and what was wrong with how it ended."""

    seconds: float
    wrong: str


def _feed(folder: Path, content: bytes) -> tuple[list[_Call], bool]:
    """Check a file, import it and use what was imported; return how all went, and if it was."""
    file, data = folder / "file.toml", folder / "data"
    file.write_bytes(content)
    calls = [_call(data, "check", str(file)), _call(data, "import", str(file), "--name", "Taken")]
    taken = (data / "checklists" / "Taken.toml").exists()
    if taken:
        calls.append(_call(data, "status", "Taken", "--json"))
        calls.append(_call(data, "export", "Taken", "--format", "toml"))
    if file.read_bytes() != content:
        calls.append(_Call(0.0, "the file was changed"))
    shutil.rmtree(data, ignore_errors=True)
    return calls, taken


def _call(data: Path, *words: str) -> _Call:
    from optout_tui.cli.main import main

    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    began = time.process_time()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main(["--data-dir", str(data), "--today", TODAY, *words])
    except BaseException as error:
        return _Call(time.process_time() - began, f"{words[0]}: {type(error).__name__} got out")
    wrong = _wrong(status, err.getvalue())
    return _Call(time.process_time() - began, f"{words[0]}: {wrong}" if wrong else "")


def _wrong(status: int, said: str) -> str:
    """Return what is wrong with how a command ended, empty where nothing is."""
    if status not in (0, 2):
        return f"status {status}: {said.strip()[:120]}"
    if said.count("\n") > 1 or has_controls(said.rstrip("\n")):
        return f"{said[:120]!r} is not one clean line"
    return ""


def main() -> None:
    """Run one batch under a bound on memory and print what came of it."""
    seed, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    print(json.dumps(batch(seed, first, count)._asdict()))


if __name__ == "__main__":
    main()
