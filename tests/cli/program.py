"""The program as its tests see it: words in; exit status, stdout and stderr out."""

import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import pytest

from optout_tui.cli.main import main

TODAY = "2026-11-22"


class Ended(NamedTuple):
    status: int
    out: str
    err: str


class Program:
    def __init__(self, data_dir: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.data_dir = data_dir
        self.terminals: set[str] = set()
        self._capture = capture

    def __call__(self, *words: str) -> Ended:
        """Run it in this process and return how it ended; ``terminals`` says what is one."""
        with ExitStack() as stack:
            for name in self.terminals:
                stack.enter_context(patch.object(getattr(sys, name), "isatty", lambda: True))
            status = main(["--data-dir", str(self.data_dir), "--today", TODAY, *words])
        return Ended(status, *self._capture.readouterr())

    def text(self, *words: str) -> str:
        """Run what must go well and return its stdout."""
        ended = self(*words)
        assert (ended.status, ended.err) == (0, ""), ended
        return ended.out

    def json(self, *words: str) -> Any:
        """Run what must go well with ``--json`` and return the one value it prints."""
        return json.loads(self.text(*words, "--json"))

    def refused(self, *words: str) -> str:
        """Run what must be refused and return the one line on stderr, without its beginning."""
        ended = self(*words)
        assert (ended.status, ended.out) == (2, ""), ended
        assert ended.err.startswith("optout-tui: ")
        assert ended.err.count("\n") == 1
        assert ended.err.endswith("\n")
        return ended.err.removeprefix("optout-tui: ").rstrip("\n")

    def file(self, name: str) -> Path:
        """Return where the checklist of that name lies."""
        return self.data_dir / "checklists" / f"{name}.toml"
