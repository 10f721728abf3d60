"""A window of the program in which everything the bottom line calls saved is written down."""

import contextlib
import re
import time
from collections.abc import Callable

from tests.e2e.computer import Computer
from tests.e2e.terminal import NeverCameError, Terminal

NAME, PLATFORM, REGION = "demo", "instagram", "DE"
ACCOUNTS = ("instagram:@anika", "x:@anika", "facebook:anika", "threads:@anika", "chatgpt")
STATES = {"✓": "done", "○": "todo", "–": "skipped", "!": "problem"}

_SAVED = re.compile(r"Saved · revision (\d+)\s*$", re.MULTILINE)
_STEP = re.compile(rf"^[\s┃│▸]*([{''.join(STATES)}]) (.+?) +[┃│]", re.MULTILINE)
NEVER = float("inf")

Marks = dict[str, str]
"""What was said of each step of the first account, by the step's title."""


class Window:
    """The program with one checklist open; each whole frame of its screen is looked at."""

    def __init__(self, computer: Computer) -> None:
        """Open the checklist and wait until the screen tells its revision."""
        self.terminal: Terminal = computer.start(NAME)
        self.acknowledged: dict[int, Marks] = {}
        """The steps as they stood on the screen when it first called a revision saved."""
        self.wait(lambda _: bool(self.acknowledged))

    @property
    def revision(self) -> int:
        """The newest revision that the screen called saved."""
        return max(self.acknowledged)

    def wait(self, holds: Callable[[str], bool], until: float = NEVER) -> None:
        """Look at all that comes until *holds* is true of the screen or it is *until*."""

        def is_over(screen: str) -> bool:
            self._see(screen)
            return holds(screen) or time.monotonic() >= until

        self.terminal.wait_for(is_over, "what was waited for")

    def kill(self) -> None:
        """Kill the program and look at all that it had still written."""
        self.terminal.process.kill()
        with contextlib.suppress(NeverCameError):
            self.wait(lambda _: False)
        self.terminal.close()

    def _see(self, screen: str) -> None:
        if (found := _SAVED.search(screen)) is not None:
            self.acknowledged.setdefault(int(found[1]), marks_shown(screen))


def set_up(computer: Computer) -> None:
    """Make the checklist, with several accounts, so that a save has something to do."""
    accounts = (word for account in ACCOUNTS for word in ("--account", account))
    computer.do("new", NAME, "--region", REGION, *accounts)


def marks_shown(screen: str) -> Marks:
    """Return what *screen* says of each step that stands on it."""
    return {title: STATES[symbol] for symbol, title in _STEP.findall(screen)}
