"""``import``: a checklist file from elsewhere, taken among ours."""

from argparse import Namespace
from pathlib import Path

from optout_tui.cli.catalog import refuse_command_name
from optout_tui.cli.desk import desk_of
from optout_tui.cli.output import say, say_json, tell
from optout_tui.cli.parser import Parser
from optout_tui.cli.saving import named

EXAMPLE = "optout-tui import personal.toml --name Personal"


def arguments(parser: Parser) -> None:
    """Take a file, and a name for the checklist."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a checklist file")
    parser.add_argument("--name", metavar="NAME", help="its name here (default: its own)")


def run(args: Namespace) -> None:
    """Take the checklist in and print its path; the file itself stays as it is."""
    from optout_tui.journey.files import import_file

    if args.name is not None:
        refuse_command_name(args.name)
    session = import_file(desk_of(args), args.file, args.name)
    if args.json:
        say_json(named(session))
    else:
        say(str(session.stored.path))
        tell(f"{session.name}: taken in, {len(session.checklist.accounts)} accounts")
