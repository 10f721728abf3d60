"""Builds the sdist and the wheel twice, the second time from the sdist, and compares every byte.

``python -m tests.packaging.dist FOLDER`` leaves both files in FOLDER.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from hashlib import sha256
from pathlib import Path

PROJECT = Path(__file__).parents[2]
MAX_WHEEL = 1_000_000
"""Bytes: more than that and somebody on a slow line waits."""

NOT_SHIPPED = ("tests/", "benchmarks/", ".github/", ".ci/")


def build(project: Path, folder: Path) -> list[Path]:
    """Build what lies in *project* into *folder* and return the sdist and the wheel."""
    env = os.environ | {"PYTHONHASHSEED": "random", "PYTHONDONTWRITEBYTECODE": "1"}
    env.pop("PYTHONPATH", None)  # the hook must find the knowledge of *project*
    words = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    done = subprocess.run(
        [*words, "-t", "sdist", "-t", "wheel"],
        cwd=project,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"the build failed:\n{done.stderr}")
    return sorted(folder.iterdir(), key=lambda path: path.suffix)


def unpacked(sdist: Path, folder: Path) -> Path:
    """Unpack *sdist* below *folder* and return its only folder."""
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    [project] = folder.iterdir()
    return project


def complaints(wheel: Path) -> list[str]:
    """Return what is wrong with *wheel*: its size, or what it must not carry."""
    found = []
    if (size := wheel.stat().st_size) > MAX_WHEEL:
        found.append(f"{wheel.name} has {size:,} bytes; {MAX_WHEEL:,} are enough")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    found += [f"{wheel.name} carries {name}" for name in names if name.startswith(NOT_SHIPPED)]
    return found


def differences(one: list[Path], other: list[Path]) -> list[str]:
    """Return which files of two builds differ by a byte."""
    return [
        f"{a.name} differs from one build to the next"
        for a, b in zip(one, other, strict=True)
        if (a.name, a.read_bytes()) != (b.name, b.read_bytes())
    ]


def main(target: Path) -> int:
    """Build twice, compare, and leave the files in *target*; 1 where anything was wrong."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        first = build(PROJECT, work / "first")
        wheel, sdist = (next(p for p in first if p.suffix == end) for end in (".whl", ".gz"))
        before = os.umask(0o027)  # another person's habits must not show
        again = build(unpacked(sdist, work / "sdist"), work / "again")
        os.umask(before)
        found = [*differences(first, again), *complaints(wheel)]
        for line in found:
            sys.stderr.write(f"{line}\n")
        if found:
            return 1
        target.mkdir(exist_ok=True)
        for path in first:
            made = Path(shutil.copy(path, target))
            content = made.read_bytes()
            sys.stdout.write(
                f"{sha256(content).hexdigest()}  {made.name}  {len(content):,} bytes\n"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
