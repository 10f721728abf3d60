"""A terminal with a program in it: keys go in, what stands on the screen comes out.

Nothing here waits for a fixed time: one waits for a text, for its end, or for the exit.
"""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

from tests.e2e.wire import Answers, bytes_of

PATIENCE = 30.0
"""Seconds until a wait is given up: generous, since nobody waits for them but a failure."""

_AS_TERMINAL = 'exec "$@" 0<>"$0" 1>&0 2>&0'
"""The shell opens the terminal, which thereby becomes the program's own, and gives way to it."""

_NOT_FOR_PYTE = re.compile(
    rb"\x1b\[[<=>][^@-~]*[@-~]"  # the kitty keyboard protocol
    rb"|\x1b\[[0-9;?]*[:$][^@-~]*[@-~]"  # colours with colons, questions about modes
    rb"|\x1b[\]PX^_].*?(?:\x07|\x1b\\)",  # titles, the clipboard and other strings
    re.DOTALL,
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_](?:(?!\x07|\x1b\\).)*)?\Z", re.DOTALL)
_MODES = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_FRAME_BEGINS, _FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
_ON_BY_ITSELF = {"7", "25"}
"""Wrapping and the cursor: a terminal has them on before any program starts."""


class NeverCameError(AssertionError):
    """What was waited for did not come; the text shows the screen as it stood then."""


class Terminal:
    """A program in a pseudo-terminal of its own."""

    def __init__(
        self,
        words: Sequence[str],
        *,
        env: Mapping[str, str],
        cwd: Path,
        columns: int = 100,
        rows: int = 30,
    ) -> None:
        """Start the program that *words* name."""
        self.raw = bytearray()
        self.seen_at = 0.0
        """When what was last waited for came out of the program, on ``time.perf_counter``."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._answers = Answers()
        self._unread: list[tuple[float, bytes]] = []
        self._held = b""
        self._in_frame = False
        self._ended = False
        self._ours, theirs = pty.openpty()
        self.resize(columns, rows)
        self.started_at = time.perf_counter()
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", _AS_TERMINAL, os.ttyname(theirs), *words],
            env=dict(env),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._theirs = theirs
        os.set_blocking(self._ours, False)

    # -- what a person does ----------------------------------------------------

    def press(self, *keys: str) -> float:
        """Press *keys* one after the other and return when the last was pressed."""
        for key in keys:
            pressed_at = time.perf_counter()
            self._write(bytes_of(key))
        return pressed_at

    def escape_from(self, text: str) -> None:
        """Press escape and wait until *text* is gone: what follows at once would be one key."""
        self.press("escape")
        self.expect_gone(text)

    def type(self, text: str) -> None:
        """Type *text*."""
        self._write(text.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Make the window larger or smaller; the system tells the program."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def hang_up(self) -> None:
        """Close the window under the program."""
        self._close_ours()

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def suspend(self) -> None:
        """Suspend the program as a shell does, and wait until it gave the terminal back."""
        self.send(signal.SIGTSTP)
        self.wait_for(lambda _: not self.modes_on() and self.takes_lines(), "a suspended program")
        os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WNOWAIT)

    # -- what a person sees ----------------------------------------------------

    def screen(self) -> str:
        """Return what stands on the screen now, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def line_with(self, text: str) -> str:
        """Return the first line that holds *text*, empty where none does."""
        return next((line for line in self.screen().splitlines() if text in line), "")

    def expect(self, *texts: str, timeout: float = PATIENCE) -> str:
        """Wait until one of *texts* stands on the screen and return it."""
        self.wait_for(
            lambda screen: any(text in screen for text in texts), " or ".join(texts), timeout
        )
        screen = self.screen()
        return next(text for text in texts if text in screen)

    def expect_gone(self, text: str, timeout: float = PATIENCE) -> None:
        """Wait until *text* stands on the screen no more."""
        self.wait_for(lambda screen: text not in screen, f"an end of {text}", timeout)

    def wait_for(self, holds: Callable[[str], bool], what: str, timeout: float = PATIENCE) -> float:
        """Wait until *holds* is true of the screen and return when the program had written it."""
        until = time.monotonic() + timeout
        self.seen_at = time.perf_counter()
        while self._in_frame or not holds(self.screen()):
            if self._ended and not self._unread:
                raise NeverCameError(f"the program ended without {what!r}:\n{self.screen()}")
            if time.monotonic() > until:
                raise NeverCameError(f"{what!r} did not come:\n{self.screen()}")
            self._look()
        return self.seen_at

    def rest(self, seconds: float) -> None:
        """Wait until the program has written nothing for so many *seconds*."""
        while self._read(seconds):
            pass
        while self._unread:
            self._show_next()

    def modes_on(self) -> set[str]:
        """Return what the program switched on and not off again, by the numbers of the modes.

        The cursor is mode 25: hiding it counts as switching on.
        """
        on: set[str] = set()
        for match in _MODES.finditer(self.raw):
            for mode in match[1].decode().split(";"):
                switched_on = (match[2] == b"h") != (mode in _ON_BY_ITSELF)
                on = on | {mode} if switched_on else on - {mode}
        return on

    def takes_lines(self) -> bool:
        """Whether the terminal shows what is typed and hands it on line by line."""
        flags = termios.tcgetattr(self._theirs)[3]
        return bool(flags & termios.ECHO and flags & termios.ICANON)

    # -- the end ---------------------------------------------------------------

    def wait_exit(self, timeout: float = PATIENCE) -> int:
        """Wait until the program has ended by itself and return its exit status."""
        until = time.monotonic() + timeout
        while self.process.poll() is None:
            if time.monotonic() > until:
                raise NeverCameError(f"the exit did not come:\n{self.screen()}")
            if not self._read(0.02):
                self._let_run()
        while self._read(0):
            pass
        while self._unread:
            self._show_next()
        return self.process.returncode

    def close(self) -> None:
        """End the program if it still runs, and put the terminal away."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self._close_ours()
        if self._theirs >= 0:
            os.close(self._theirs)
            self._theirs = -1

    # -- inside ----------------------------------------------------------------

    def _look(self) -> None:
        """Take what comes; show it once the program pauses, so as not to hold it up."""
        while self._read(0.002):
            pass
        if self._unread:
            self._show_next()
        elif self._theirs >= 0 and self.process.poll() is not None:
            self._ended = not self._read(0)

    def _read(self, patience: float) -> bool:
        if self._ours < 0 or not select.select([self._ours], [], [], patience)[0]:
            return False
        try:
            piece = os.read(self._ours, 1 << 16)
        except OSError:  # the other side is closed
            piece = b""
        if piece:
            self._unread.append((time.perf_counter(), piece))
            self.raw += piece
            self._write(self._answers.to(piece, self._screen.columns, self._screen.lines))
        return bool(piece)

    def _let_run(self) -> None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(0.02)

    def _show_next(self) -> None:
        self.seen_at, piece = self._unread.pop(0)
        piece = self._held + piece
        unfinished = _UNFINISHED.search(piece)
        cut = unfinished.start() if unfinished else len(piece)
        self._held = piece[cut:]
        self._stream.feed(_NOT_FOR_PYTE.sub(b"", piece[:cut]))
        begun, ended = piece.rfind(_FRAME_BEGINS), piece.rfind(_FRAME_ENDS)
        self._in_frame = begun > ended or (self._in_frame and ended < 0)

    def _write(self, content: bytes) -> None:
        with contextlib.suppress(OSError):  # the program has gone; the next wait will tell
            while content and self._ours >= 0:
                select.select([], [self._ours], [], PATIENCE)
                content = content[os.write(self._ours, content) :]

    def _close_ours(self) -> None:
        if self._ours >= 0:
            os.close(self._ours)
            self._ours = -1
