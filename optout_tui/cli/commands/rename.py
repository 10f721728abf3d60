"""``rename``: another name for a checklist; its id, history and backups stay."""

from argparse import Namespace

from optout_tui.cli.catalog import refuse_command_name
from optout_tui.cli.desk import desk_of
from optout_tui.cli.output import say, say_json
from optout_tui.cli.parser import Parser
from optout_tui.cli.saving import named

EXAMPLE = "optout-tui rename Personal Home"


def arguments(parser: Parser) -> None:
    """Take the old and the new name."""
    parser.add_argument("name", metavar="NAME", help="a checklist")
    parser.add_argument("new_name", metavar="NEW", help="its new name")


def run(args: Namespace) -> None:
    """Rename the checklist and print its new path."""
    refuse_command_name(args.new_name)
    session = desk_of(args).rename(args.name, args.new_name)
    if args.json:
        say_json(named(session))
    else:
        say(str(session.stored.path))
