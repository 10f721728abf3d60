"""A bug of ours ends the program in order: the work kept, the terminal restored, no traceback."""

import asyncio
import contextlib
import sys
from typing import TYPE_CHECKING, Any

from textual.worker import WorkerFailed

from optout_tui.tui.ending import SIGNALS

if TYPE_CHECKING:
    from optout_tui.tui.saving import SavingApp
else:
    SavingApp = object  # mixed into the one app: an app more would cost half a millisecond

BUG = 1
"""The exit status of a program that a bug ended."""


class KeyboardLostError(Exception):
    """Textual could not read a key, though the terminal is still there."""


class Sturdy(SavingApp):
    """What an app does to hand a bug on to whoever started it instead of printing what it knows."""

    @property
    def bug(self) -> Exception | None:
        """What ended the program, where that was a bug."""
        return self._exception

    def keep_work(self) -> None:
        """Save what was ticked before the bug, if the bug is not in saving itself."""
        with contextlib.suppress(Exception):
            if self.session is not None:
                self.session.save()

    def on_load(self) -> None:
        """Hear of bugs in tasks and signal handlers too: asyncio would print their tracebacks."""
        asyncio.get_running_loop().set_exception_handler(self._stray)

    def _stray(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if isinstance(error := context.get("exception"), Exception):
            self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        """End the program. Textual would print a traceback with what every variable held."""
        self._return_code = BUG
        if self._exception is None:
            found = error.error if isinstance(error, WorkerFailed) else error
            self._exception = found if isinstance(found, Exception) else error
            self._exception_event.set()
        self._close_messages_no_wait()

    def panic(self, *_renderables: object) -> None:
        """Leave because no key can be read: the terminal has vanished, or there is a bug."""
        if sys.__stdin__ is not None and sys.__stdin__.isatty():
            self._handle_exception(KeyboardLostError())
        else:
            self._leave_with(SIGNALS["SIGHUP"])
