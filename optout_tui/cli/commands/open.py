"""``open``: the wizard at one checklist, also where its name is a command's."""

from argparse import Namespace

from optout_tui.cli.desk import desk_of
from optout_tui.cli.parser import Parser
from optout_tui.cli.start import start

EXAMPLE = "optout-tui open Personal"


def arguments(parser: Parser) -> None:
    """Take a checklist's name."""
    parser.add_argument("name", metavar="NAME", help="a checklist")


def run(args: Namespace) -> int:
    """Start the wizard at the step where the checklist was left."""
    return start(args, desk_of(args), args.name)
