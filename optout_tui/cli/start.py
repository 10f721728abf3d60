"""Starting the wizard: everything that can be refused is refused before the screen is taken."""

import os
import sys
from argparse import Namespace

from optout_tui.journey.desk import Desk
from optout_tui.safety.refusal import Refusal

NO_TERMINAL = 'the wizard needs a terminal; see "optout-tui --help" for commands that do not'


def start(args: Namespace, desk: Desk, name: str | None) -> int:
    """Run the wizard, with the checklist of that name if one is named; return its exit status.

    Raises Refusal without a terminal, for a theme nobody knows, and for a checklist that is
    not there or not whole.
    """
    if args.json:
        raise Refusal('--json goes with a command that prints; see "optout-tui --help"')
    if name is not None:
        name = desk.open(name).name
    _check_settings(desk)
    if not _has_terminal():
        raise Refusal(NO_TERMINAL)
    from optout_tui.tui.app import run  # a third of a second, which only the wizard needs

    return run(desk, name)


def _check_settings(desk: Desk) -> None:
    try:
        _ = desk.settings
    except Refusal as reason:
        raise Refusal(f"settings.toml: {reason}") from None


def _has_terminal() -> bool:
    streams = (sys.stdin, sys.stdout)
    is_terminal = all(stream is not None and stream.isatty() for stream in streams)
    return is_terminal and os.environ.get("TERM") != "dumb"
