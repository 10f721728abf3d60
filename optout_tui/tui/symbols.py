"""Single-width symbols, and a plain ASCII set for terminals that draw them two cells wide."""

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from optout_tui.checklist.model import StepState


class Symbols(NamedTuple):
    """One character each, but for ``between``, which stands between menu levels."""

    done: str
    todo: str
    here: str
    skipped: str
    problem: str
    between: str
    full: str
    empty: str
    up_down: str

    def of(self, state: "StepState") -> str:
        """Return the symbol of a step's state."""
        return {
            "done": self.done,
            "todo": self.todo,
            "skipped": self.skipped,
            "problem": self.problem,
        }[state]


FINE = Symbols("✓", "○", "▸", "–", "!", "›", "━", "─", "↑↓")
PLAIN = Symbols("x", "o", ">", "-", "!", ">", "=", "-", "up/down")

SYMBOLS = PLAIN if os.environ.get("OPTOUT_ASCII", "") not in ("", "0") else FINE
"""``OPTOUT_ASCII=1`` chooses the plain set."""


def progress_bar(done: int, total: int, width: int = 10) -> tuple[str, str]:
    """Return the full and the empty part of a bar of *width* cells."""
    full = round(width * done / total) if total else 0
    return SYMBOLS.full * full, SYMBOLS.empty * (width - full)
