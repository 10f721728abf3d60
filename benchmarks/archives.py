"""Audits of two big exports, beside merely inflating what they read."""

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks import peak
from benchmarks.exports import chatgpt, instagram
from benchmarks.figures import Figure, in_pairs
from optout_tui.audit.archive import audit

FLOOR = "zipfile inflates the same members"
PIECE = 256 * 1024
MAKERS: dict[str, Callable[[Path, float], Path]] = {
    "Instagram": instagram.make,
    "ChatGPT": chatgpt.make,
}


def audits(folder: Path, count: int) -> Iterator[Figure]:
    """Measure the audit of an Instagram export of 200 MB and of 200 MB of ChatGPT's JSON."""
    for name, make in MAKERS.items():
        file = make(folder / f"{name}.zip", 1.0)
        ours = partial(audit, [file])
        yield Figure(f"audit archive {name}", FLOOR, in_pairs(ours, partial(_inflate, file), count))
        file.unlink()


def memory() -> Iterator[str]:
    """Yield what the whole process holds at most, and how much of it came by being larger."""
    if not peak.STATUS.exists():
        yield "\nnot measured: peak memory, there is no /proc to ask"
        return
    yield "\naudit archive: peak of the whole process"
    with tempfile.TemporaryDirectory() as folder:
        for name, make in MAKERS.items():
            file = Path(folder) / "export.zip"
            tenth, whole = (_peak(make(file, share)) for share in (0.1, 1.0))
            yield f"  {name:<12}{whole:5.1f} MiB; {whole - tenth:+.1f} MiB for ten times as much"


def _inflate(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        for member in archive.infolist():
            if member.filename.endswith(".json"):
                with archive.open(member) as stream:
                    while stream.read(PIECE):
                        pass


def _peak(file: Path) -> float:
    words = [sys.executable, "-m", "benchmarks.peak", "audit", "archive", str(file), "--json"]
    return float(subprocess.run(words, capture_output=True, check=True).stderr)
