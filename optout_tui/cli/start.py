"""Starting the wizard, on a screen or on lines; what can be refused is refused before."""

import os
import sys
from typing import TYPE_CHECKING

from optout_tui.cli.folder import checked_folder
from optout_tui.journey.desk import Desk
from optout_tui.safety.refusal import Refusal

if TYPE_CHECKING:  # words were parsed only where there are some
    from argparse import Namespace

NO_INPUT = 'the wizard asks questions, and stdin is closed; see "optout-tui --help" for commands'


def start_here() -> int:
    """Run the wizard as it stands without any words; return its exit status."""
    return _start(Desk(checked_folder(None)), None, plain=False)


def start(args: "Namespace", desk: Desk, name: str | None) -> int:
    """Run the wizard, with the checklist of that name if one is named; return its exit status.

    Without a terminal that can draw, and where the person wants it, it asks line by line.
    Raises Refusal for a theme nobody knows, and for a checklist that is not there or not whole.
    """
    if args.json:
        raise Refusal('--json goes with a command that prints; see "optout-tui --help"')
    return _start(desk, name, plain=args.plain)


def _start(desk: Desk, name: str | None, *, plain: bool) -> int:
    if name is not None:
        name = desk.open(name).name
    _check_settings(desk)
    if plain or _wants_lines():
        if sys.stdin is None or sys.stdout is None:
            raise Refusal(NO_INPUT)
        from optout_tui.plain.wizard import run as run_on_lines

        return run_on_lines(desk, name, sys.stdin, sys.stdout)
    from optout_tui.tui.running import run  # a third of a second, which only the screen needs

    return run(desk, name)


def _check_settings(desk: Desk) -> None:
    try:
        _ = desk.settings
    except Refusal as reason:
        raise Refusal(f"settings.toml: {reason}") from None


def _wants_lines() -> bool:
    asked = os.environ.get("OPTOUT_PLAIN", "") not in ("", "0")
    return asked or not _can_draw()


def _can_draw() -> bool:
    streams = (sys.stdin, sys.stdout)
    is_terminal = all(stream is not None and stream.isatty() for stream in streams)
    return is_terminal and os.environ.get("TERM") != "dumb"
