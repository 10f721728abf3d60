"""Running the full-screen program from its first frame until the terminal is handed back."""

import os
import sys

from optout_tui.journey.desk import Desk
from optout_tui.safety.text import clean
from optout_tui.tui.app import OptOutApp
from optout_tui.tui.ending import SIGNALS, Ending
from optout_tui.tui.quiet import Quiet

TURN = 0.0005
"""Seconds after which a thread has to let others go on: a frame is written by a thread of its own,
and would else wait until what follows the frame is done."""


def run(desk: Desk, name: str | None = None) -> int:
    """Run the wizard until it is left and return the exit status.

    Raises Refusal, and what a bug of ours raised, once the terminal is restored. Garbage is
    collected only from the first frame on: nothing made before is garbage.
    """
    import gc

    gc.disable()
    sys.setswitchinterval(TURN)
    app = OptOutApp(desk, name)
    app.ending = Ending()
    app.quiet = Quiet()
    app.call_later(app.quiet.begin)
    app.run()
    app.ending.came()
    if app.bug is not None:
        app.keep_work()
        raise app.bug
    status = app.return_code or 0
    if status == SIGNALS["SIGHUP"]:
        _let_go_of_terminal()
    elif app.left_with:
        print(clean(f"optout-tui: {app.left_with}"), file=sys.stderr)  # noqa: T201
    return status


def _let_go_of_terminal() -> None:
    """Drop what was still to be written: failing over it would change the exit status."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
