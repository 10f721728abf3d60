"""``delete``: a checklist and its backups, gone for good."""

import sys
from argparse import Namespace

from optout_tui.cli.desk import desk_of
from optout_tui.cli.output import ask, say, say_json
from optout_tui.cli.parser import Parser
from optout_tui.journey.desk import Desk
from optout_tui.safety.refusal import Refusal

EXAMPLE = "optout-tui delete Personal --yes"


def arguments(parser: Parser) -> None:
    """Take a name, and the answer to the question that would be asked."""
    parser.add_argument("name", metavar="NAME", help="a checklist")
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(args: Namespace) -> None:
    """Delete after a yes; without a terminal to ask on, only with ``--yes``."""
    desk = desk_of(args)
    path = desk.store.path(args.name)
    if not args.yes:
        _ask(path.stem)
    revision = _revision(desk, path.stem)
    desk.delete(path.stem)
    if args.json:
        say_json({"name": path.stem, "path": str(path), "revision": revision})
    else:
        say(f"{path.stem}: deleted with its backups")


def _ask(name: str) -> None:
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refusal(f"nobody to ask whether to delete {name}; add --yes")
    if not ask(f"Delete {name} with all its backups? This cannot be undone. [y/N] "):
        raise Refusal(f"{name} was not deleted")


def _revision(desk: Desk, name: str) -> int | None:
    try:
        return desk.open(name).revision
    except Refusal:
        return None  # a file that is not whole can be deleted too
