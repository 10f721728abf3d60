"""Being gone in time: where the terminal takes nothing any more, the program does not wait."""

import asyncio
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

SIGNALS = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 129}
"""The exit status for each signal that ends the program."""

PATIENCE = 1.5
"""Seconds that leaving may take after a signal; no save is cut short by them."""


class Ending:
    """Sees to it that a program that was told to leave has left, whatever its terminal does.

    A terminal that vanished, or that was stopped with ctrl+s, lets whoever writes to it wait
    for ever. Signal handlers run even then.
    """

    def __init__(self) -> None:
        """Remember how the terminal takes lines, while nothing has changed that yet."""
        self._modes = _modes()
        self._timer: threading.Timer | None = None

    def listen(self, leave: Callable[[int], object], save: Callable[[], object]) -> None:
        """Let each signal that ends a program *leave* with its status.

        Where that takes too long, *save* is called from another thread before the end.
        """

        def told(number: int, _frame: FrameType | None) -> None:
            status = SIGNALS[signal.Signals(number).name]
            self._begin(status, save)
            leave(status)

        for name in SIGNALS:
            if hasattr(signal, name):  # Windows has no SIGHUP
                signal.signal(getattr(signal, name), told)

    def came(self) -> None:
        """Say that the program ended by itself."""
        if self._timer is not None:
            self._timer.cancel()

    def _begin(self, status: int, save: Callable[[], object]) -> None:
        if self._timer is None:
            self._timer = threading.Timer(PATIENCE, self._end, [status, save])
            self._timer.daemon = True
            self._timer.start()

    def _end(self, status: int, save: Callable[[], object]) -> None:
        with contextlib.suppress(Exception):
            save()
        if self._modes is not None and sys.__stdin__ is not None:
            import termios

            with contextlib.suppress(termios.error, OSError, ValueError):
                termios.tcsetattr(sys.__stdin__, termios.TCSANOW, self._modes)
        os._exit(status)


def suspend_in_turn(loop: asyncio.AbstractEventLoop) -> None:
    """Let *loop* suspend and resume the program between two events, never in the middle of one.

    The framework does either where the signal finds it. Where that is amid a write to its queue,
    it waits for a lock that it holds itself, for ever.
    """
    for name in ("SIGTSTP", "SIGCONT"):
        number = getattr(signal, name, None)  # Windows has neither
        handler = signal.getsignal(number) if number is not None else None
        if number is not None and callable(handler):
            loop.add_signal_handler(number, handler, number, None)


def _modes() -> list[Any] | None:
    try:
        import termios
    except ImportError:  # Windows
        return None
    with contextlib.suppress(termios.error, OSError, ValueError):
        return termios.tcgetattr(sys.__stdin__) if sys.__stdin__ is not None else None
    return None
