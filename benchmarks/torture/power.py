"""The power is cut while a checklist is saved: all that was acknowledged is there afterwards."""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.torture.bad_disk import bad_disk
from benchmarks.torture.mounts import CannotMountError, Image, check_can_mount
from benchmarks.torture.row import Row
from benchmarks.torture.writer import NAME, STEP, TODAY, save_once, words
from optout_tui.checklist.model import Checklist
from optout_tui.checklist.store.reading import read_checklist
from optout_tui.journey.desk import Desk
from optout_tui.safety.limits import BadFile
from optout_tui.safety.refusal import Refusal
from tests.e2e.computer import PROJECT

SEED = "power"
MOST_SAVES = 25
LAST_MOMENT = 0.03
"""Seconds after an acknowledgement until the power is cut, at most."""


def cuts(count: int, disk: str = "") -> tuple[Counter[str], int]:
    """Cut the power *count* times; return what went wrong and how much had been acknowledged.

    With *disk* the program works on a bad one: so a test can see that what is lost is found.
    Raises CannotMountError where nothing can be mounted.
    """
    check_can_mount("mkfs.ext4", "losetup")
    wrong: Counter[str] = Counter()
    acknowledged = 0
    for n in range(count):
        chance = random.Random(f"{SEED} {n}")  # noqa: S311 - the same cuts every time
        with tempfile.TemporaryDirectory() as folder:
            found, promised = _cut_once(Image(Path(folder)), chance, disk)
        wrong.update(found)
        acknowledged += promised
    return wrong, acknowledged


def row(count: int = 50) -> Row:
    """Return the line of the table; it says "skipped" where nothing can be mounted."""
    what = "power cut on an ext4 image"
    try:
        wrong, acknowledged = cuts(count)
    except CannotMountError as error:
        return Row(what, 0, 0, f"skipped: {error}")
    found = [f"{often} × {one}" for one, often in wrong.items()]
    note = f"{acknowledged} revisions acknowledged"
    return Row(what, count, wrong.total(), "; ".join([*found, note]))


def _cut_once(image: Image, chance: random.Random, disk: str) -> tuple[list[str], int]:
    data = image.place / "data"
    with image.mounted():
        promised = _work(image, data, chance, disk)
    with image.mounted():
        return [*wrong_after(data, promised)], promised


def _work(image: Image, data: Path, chance: random.Random, disk: str) -> int:
    """Let a program save and cut the power; return the last revision that it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.torture.writer", str(data)],
        env=dict(os.environ) | bad_disk(disk),
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as writer:
        told = iter(writer.stdout or ())
        try:
            saved = [next(told, "") for _ in range(chance.randint(1, MOST_SAVES))]
            time.sleep(chance.uniform(0, LAST_MOMENT))
            image.cut_the_power()
        finally:
            writer.kill()
        return int([*saved, *told][-1])


def wrong_after(data: Path, promised: int) -> Iterator[str]:
    """Yield what is wrong with what is left, where *promised* is the last revision called saved."""
    if not (found := _read(data / "checklists" / f"{NAME}.toml")):
        yield "the checklist cannot be read"
    elif found.revision < promised:
        yield "a revision that was called saved is lost"
    elif not _is_itself(found):
        yield "a revision does not hold what it held"
    for path in data.rglob("[!.]*.toml"):
        if not path.read_bytes().strip(b"\0"):
            yield "a file is empty or full of zeros"
        elif _read(path) is None:
            yield "a file cannot be read"
    if found and not _saves_again(data):
        yield "nothing can be saved any more"


def _read(path: Path) -> Checklist | None:
    try:
        return read_checklist(path)
    except BadFile:
        return None


def _is_itself(checklist: Checklist) -> bool:
    notes = [mark.note for mark in checklist.accounts[0].steps if mark.id == STEP]
    return notes == ([words(checklist.revision)] if checklist.revision > 1 else [])


def _saves_again(data: Path) -> bool:
    session = Desk(data, today=TODAY).open(NAME)
    before = session.revision
    try:
        return save_once(session) == before + 1
    except Refusal:
        return False
