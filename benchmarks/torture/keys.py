"""Keys on a disk on which every fsync takes a second: the screen answers as if nothing were."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.figures import percentile_95
from benchmarks.torture.bad_disk import bad_disk
from benchmarks.torture.row import Row
from benchmarks.torture.window import NAME, marks_shown, set_up
from tests.e2e.computer import Computer
from tests.e2e.journey import under_cursor
from tests.e2e.terminal import Terminal

SECONDS = 1
QUIET = 0.05
"""Seconds without output that count as a rest before the next key."""
MOST_MS = 50.0

KEYS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("down", under_cursor),
    ("up", under_cursor),
    ("space", marks_shown),
)
"""What is pressed on the first step, again and again, and what of the screen it changes."""


class Keys(NamedTuple):
    """How long each key took, in milliseconds, and how many were pressed during a save."""

    took: list[float]
    while_saving: int


def press(count: int, seconds: float = SECONDS) -> Keys:
    """Press *count* keys on a checklist whose disk takes *seconds* for every fsync."""
    with tempfile.TemporaryDirectory() as folder:
        computer = Computer(Path(folder) / "computer", Path(folder) / "cache")
        set_up(computer)
        computer.env |= bad_disk(f"slow {seconds}")
        try:
            return _press(computer.start(NAME), count)
        finally:
            computer.switch_off()


def row(count: int = 300) -> Row:
    """Return the line of the table."""
    keys = press(count)
    slowest = percentile_95(keys.took)
    bad = (slowest > MOST_MS) + (keys.while_saving < count / 2)
    note = f"{slowest:.0f} ms, {keys.while_saving} of the keys during a save"
    return Row("keys while every fsync takes a second, 95th percentile", count, bad, note)


def _press(terminal: Terminal, count: int) -> Keys:
    terminal.expect("Saved · revision ")
    terminal.press("home", "space", "home")
    terminal.expect("Saving…")
    took, while_saving = [], 0
    for n in range(count):
        key, shown = KEYS[n % len(KEYS)]
        if key == "down":
            terminal.press("home")
        terminal.rest(QUIET)
        before = terminal.screen()
        while_saving += "Saving…" in before
        pressed_at = terminal.press(key)
        changed = partial(_is_changed, shown, shown(before))
        took.append((terminal.wait_for(changed, f"an answer to {key}") - pressed_at) * 1000)
    return Keys(took, while_saving)


def _is_changed(shown: Callable[[str], object], before: object, screen: str) -> bool:
    return shown(screen) != before
