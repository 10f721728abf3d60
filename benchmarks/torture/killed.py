"""The program is killed, by the signal it cannot see coming, while somebody works at speed."""

import json
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.torture.bad_disk import bad_disk
from benchmarks.torture.row import Row
from benchmarks.torture.window import NAME, PLATFORM, REGION, Marks, Window, marks_shown, set_up
from optout_tui.checklist.model import Checklist
from optout_tui.checklist.store.backups import backups_in
from optout_tui.checklist.store.reading import read_checklist
from optout_tui.checklist.store.store import Store
from optout_tui.safety.limits import BadFile
from tests.e2e.computer import Computer
from tests.e2e.journey import FOCUSED
from tests.e2e.terminal import NeverCameError

SEED = "torture"
BUSY_SECONDS = 1.5
GAP_SECONDS = 0.03
AFTER_SAVED_SECONDS = 0.02
PLAIN_STEPS = 4
"""So many steps at the top ask nothing when they are ticked."""

Work = Callable[[Window, random.Random], None]


class Killed(NamedTuple):
    """What many kills led to: what went wrong, how often, and how much had been called saved."""

    wrong: Counter[str]
    acknowledged: int


def at_random(count: int, busy: float = BUSY_SECONDS, disk: str = "") -> Killed:
    """Kill the program *count* times, each after at most *busy* seconds of keys.

    With *disk* it works on a bad one: so a test can see that what is lost is found.
    """

    def work(window: Window, chance: random.Random) -> None:
        until = time.monotonic() + chance.uniform(0, busy)
        while time.monotonic() < until:
            _do_something(window, chance, until)

    return _kill(count, work, disk)


def after_saved(count: int, disk: str = "") -> Killed:
    """Kill the program *count* times, each at most 20 ms after it said "Saved"."""

    def work(window: Window, chance: random.Random) -> None:
        before = window.revision
        _move(window, chance)
        window.terminal.press("space")
        window.wait(lambda _: window.revision > before)
        time.sleep(chance.uniform(0, AFTER_SAVED_SECONDS))

    return _kill(count, work, disk)


def row_at_random(count: int = 300) -> Row:
    """Return the line of the table for kills at random times."""
    return _row("SIGKILL at random times during a busy autosave", count, at_random(count))


def row_after_saved(count: int = 200) -> Row:
    """Return the line of the table for kills after "Saved"."""
    return _row("SIGKILL 0-20 ms after “Saved”", count, after_saved(count))


def _row(what: str, count: int, killed: Killed) -> Row:
    found = [f"{often} × {wrong}" for wrong, often in killed.wrong.items()]
    note = f"{killed.acknowledged} revisions acknowledged"
    return Row(what, count, killed.wrong.total(), "; ".join([*found, note]))


# -- what a person does at speed ---------------------------------------------------


def _do_something(window: Window, chance: random.Random, until: float) -> None:
    _move(window, chance)
    key = chance.choice(("space", "space", "s", "u", "n"))
    window.terminal.press(key)
    if key == "n":
        _write_note(window, f"note {chance.random()}", until)
    window.wait(lambda _: False, min(until, time.monotonic() + chance.uniform(0, GAP_SECONDS)))


def _move(window: Window, chance: random.Random) -> None:
    window.terminal.press("home", *["down"] * chance.randrange(PLAIN_STEPS))


def _write_note(window: Window, text: str, until: float) -> None:
    window.wait(lambda screen: FOCUSED in screen, until)
    window.terminal.type(text)
    window.terminal.press("ctrl+s")
    window.wait(lambda screen: FOCUSED not in screen, until)


# -- killing, and looking what is left ---------------------------------------------


def _kill(count: int, work: Work, disk: str) -> Killed:
    killed = Killed(Counter(), 0)
    with tempfile.TemporaryDirectory() as folder:
        scene = _Scene(Path(folder), disk)
        try:
            for n in range(count):
                chance = random.Random(f"{SEED} {n}")  # noqa: S311 - the same kills every time
                wrong, promised = scene.kill_once(work, chance)
                killed = Killed(killed.wrong + Counter(wrong), killed.acknowledged + promised)
        finally:
            scene.computer.switch_off()
    return killed


class _Scene:
    """A computer on which the program is killed and started, each time with what was left."""

    def __init__(self, folder: Path, disk: str) -> None:
        self.folder, self.disk = folder, disk
        self._made = 0
        self._begin()

    def _begin(self) -> None:
        self._made += 1
        self.computer = Computer(self.folder / str(self._made), self.folder / "cache")
        set_up(self.computer)
        shown = self.computer.do("guides", "show", PLATFORM, "--region", REGION, "--json")
        self._ids = {step["title"]: step["id"] for step in json.loads(shown)["route"]["steps"]}
        self.computer.env |= bad_disk(self.disk)
        self.window = Window(self.computer)

    def kill_once(self, work: Work, chance: random.Random) -> tuple[list[str], int]:
        """Work, kill, look and start again; return what is wrong and how much was promised."""
        wrong = []
        try:
            work(self.window, chance)
        except NeverCameError:
            wrong.append("it ended or stood still by itself")
        self.window.kill()
        wrong += self._lost()
        promised = len(self.window.acknowledged)
        if not wrong:
            wrong += self._restart()
        if wrong:  # what comes next begins with something whole
            self.computer.switch_off()
            self._begin()
        return wrong, promised

    def _lost(self) -> Iterator[str]:
        """Yield what is not on disk as it was when the screen called it saved."""
        try:
            now_there = read_checklist(self.computer.path(NAME))
        except BadFile:
            yield "the file cannot be read"
            return
        if self.window.revision > now_there.revision:
            yield "a revision that was called saved is lost"
            return
        kept = {one.revision: one for one in (*self._backups(now_there.id), now_there)}
        for revision, shown in self.window.acknowledged.items():
            if revision in kept and not self._says(kept[revision], shown):
                yield "a change that was called saved is lost"
        if self.window.revision not in kept:
            yield "the last revision that was called saved is not kept"

    def _backups(self, checklist_id: str) -> Iterator[Checklist]:
        folder = Store(self.computer.data).backup_folder(checklist_id)
        return (read_checklist(backup.path) for backup in backups_in(folder))

    def _says(self, checklist: Checklist, shown: Marks) -> bool:
        said = {mark.id: mark.state for mark in checklist.accounts[0].steps}
        marks = {title: said.get(step, "todo") for title, step in self._ids.items()}
        return all(marks[title] == mark for title, mark in shown.items() if title in marks)

    def _restart(self) -> Iterator[str]:
        """Start the program and yield what is wrong where it does not show what is on disk."""
        try:
            self.window = Window(self.computer)
            self.window.wait(lambda screen: marks_shown(screen).keys() >= self._ids.keys())
        except NeverCameError:
            yield "the program did not start again"
            return
        now_there = read_checklist(self.computer.path(NAME))
        shown = marks_shown(self.window.terminal.screen())
        if self.window.revision != now_there.revision or not self._says(now_there, shown):
            yield "the program started with something else than what is on disk"
