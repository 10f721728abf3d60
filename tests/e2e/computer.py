"""A person's computer: a home of its own, with the installed program on it."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.e2e.terminal import Terminal

PROJECT = Path(__file__).parents[2]
TODAY = "2026-11-22"


def program() -> list[str]:
    """Return the words that start the program: its command, or the package where it has none."""
    command = Path(sys.executable).parent / "optout-tui"
    return [str(command)] if command.exists() else [sys.executable, "-m", "optout_tui"]


class Computer:
    """Runs the program with a home, a data folder and a working folder below *root*."""

    def __init__(self, root: Path, cache: Path) -> None:
        """Set up an empty home; what is compiled once lies in *cache*, shared by all tests."""
        self.home, self.desk = root / "home", root / "desk"
        self.data = root / "data"
        self.cache = cache
        for folder in (self.home, self.desk):
            folder.mkdir(parents=True)
        self.env = {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(self.home),
            "XDG_CACHE_HOME": str(cache),
            "OPTOUT_DATA_DIR": str(self.data),
            "PYTHONPATH": str(PROJECT),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "TEXTUAL_ANIMATIONS": "none",
        }
        self.terminals: list[Terminal] = []

    def start(self, *words: str, columns: int = 100, rows: int = 30) -> Terminal:
        """Start the program in a terminal."""
        terminal = Terminal(
            self._words(words), env=self.env, cwd=self.desk, columns=columns, rows=rows
        )
        self.terminals.append(terminal)
        return terminal

    def run(self, *words: str, piped: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command without a terminal, *piped* on its stdin; return what came of it."""
        return subprocess.run(
            self._words(words),
            env=self.env,
            cwd=self.desk,
            input=piped,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def do(self, *words: str) -> str:
        """Run a command that must succeed and return what it printed."""
        done = self.run(*words)
        assert done.returncode == 0, f"{' '.join(words)}: {done.stderr or done.stdout}"
        return done.stdout

    def path(self, name: str) -> Path:
        """Return where the checklist of that name lies."""
        return self.data / "checklists" / f"{name}.toml"

    def checklist(self, name: str) -> dict[str, Any]:
        """Return the checklist of that name as it stands on disk."""
        return tomllib.loads(self.path(name).read_text(encoding="utf-8"))

    def switch_off(self) -> None:
        """End every program that still runs."""
        for terminal in self.terminals:
            terminal.close()

    def _words(self, words: Sequence[str]) -> list[str]:
        return [*program(), *words, "--today", TODAY]
