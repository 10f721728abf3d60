"""``optout-tui`` alone, or with a checklist's name: the wizard."""

from argparse import Namespace

from optout_tui.cli.catalog import FIRST_WORDS
from optout_tui.cli.desk import desk_of
from optout_tui.cli.parser import Parser
from optout_tui.cli.start import start
from optout_tui.safety.names import same_name
from optout_tui.safety.refusal import unknown

EXAMPLE = "optout-tui Personal"


def arguments(parser: Parser) -> None:
    """Take a checklist's name, or none."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="a checklist")


def run(args: Namespace) -> int:
    """Start the wizard; a word that names nothing may have been meant as a command."""
    desk = desk_of(args)
    if args.name is not None:
        names = desk.folder.names()
        if not any(same_name(name, args.name) for name in names):
            known = [*FIRST_WORDS, *names]
            raise unknown("command or checklist", args.name, known, 'see "optout-tui --help"')
    return start(args, desk, args.name)
