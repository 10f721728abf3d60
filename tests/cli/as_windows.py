"""Runs the program without what Windows has not got; its words are commands, one an argument."""

import asyncio  # before all is taken away: the standard library itself knows which system this is
import os
import select
import shlex
import signal
import subprocess
import sys
from importlib import import_module

MODULES = ("fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "syslog")
SIGNALS = ("SIGHUP", "SIGTSTP", "SIGCONT", "SIGKILL", "SIGWINCH", "SIGUSR1", "SIGQUIT", "SIGPIPE")
SYSTEM = (
    *("fchmod", "fchown", "chown", "fork", "getuid", "geteuid", "getgid", "killpg", "getpgid"),
    *("O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "sync", "statvfs", "ttyname"),
    *("fdatasync", "mkfifo", "uname", "getloadavg", "sysconf", "ctermid", "tcgetpgrp"),
)
KNOWN = (asyncio, select, subprocess)


def take_away() -> None:
    """Leave what a Windows computer has."""
    import filelock

    filelock.FileLock = filelock.SoftFileLock  # there: msvcrt
    for module in ("platformdirs.unix", "textual.drivers.linux_driver"):  # there: their own
        import_module(module)

    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    for name in SIGNALS:
        delattr(signal, name)
    for name in SYSTEM:
        if hasattr(os, name):
            delattr(os, name)


def main() -> int:
    """Run each command in turn; stop at the first that fails."""
    take_away()
    from optout_tui.cli.main import main as run
    from optout_tui.cli.signals import listen

    listen()
    for words in sys.argv[1:]:
        if words == "the screen":
            asyncio.run(screen())
        elif status := run(shlex.split(words)):
            return status
    return 0


async def screen() -> None:
    """Walk the full-screen program as far as it goes without a terminal."""
    from optout_tui.cli.folder import data_folder
    from optout_tui.journey.desk import Desk
    from optout_tui.tui.app import OptOutApp
    from optout_tui.tui.ending import Ending, suspend_in_turn

    app = OptOutApp(Desk(data_folder(None)), "Studio")
    app.ending = Ending()
    app.ending.listen(lambda _: None, lambda: None)
    suspend_in_turn(asyncio.get_running_loop())
    async with app.run_test() as pilot:
        await pilot.press("space")
        await pilot.pause()
        await app.workers.wait_for_complete()
    assert app.session is not None
    assert app.session.revision > 1


if __name__ == "__main__":
    sys.exit(main())
