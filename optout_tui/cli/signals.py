"""Being told to stop: the save in hand is finished or undone, then the program leaves."""

import signal
from types import FrameType


class Stopped(BaseException):
    """The program was told to stop by a signal; ``status`` is its exit status."""

    def __init__(self, number: int) -> None:
        """Remember the signal's number."""
        super().__init__(number)
        self.status = 128 + number


def listen() -> None:
    """Let SIGTERM and SIGHUP raise Stopped, but for those the starter had us ignore (nohup)."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise Stopped(number)
