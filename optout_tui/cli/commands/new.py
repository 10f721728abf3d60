"""``new``: a checklist without a screen."""

from argparse import Namespace

from optout_tui.cli.catalog import refuse_command_name
from optout_tui.cli.desk import desk_of
from optout_tui.cli.output import say, say_json
from optout_tui.cli.parser import Parser
from optout_tui.cli.saving import accounts_json, named
from optout_tui.journey.accounts import split_account

EXAMPLE = "\n".join(
    [
        "optout-tui new Personal --region DE --account instagram:@anika --account chatgpt",
        'optout-tui new "My brand" --region US-CA --account x:@mybrand',
    ]
)


def arguments(parser: Parser) -> None:
    """Take a name, a region and accounts."""
    parser.add_argument("name", metavar="NAME", help="how the checklist is to be called")
    parser.add_argument(
        "--region", metavar="CODE", required=True, help="where the person lives: DE, US-CA"
    )
    parser.add_argument(
        "--account",
        metavar="PLATFORM[:HANDLE]",
        action="append",
        default=[],
        help="an account; may be given again",
    )


def run(args: Namespace) -> None:
    """Create the checklist and print its path."""
    refuse_command_name(args.name)
    accounts = [split_account(text) for text in args.account]
    session = desk_of(args).create(args.name, args.region, accounts)
    if args.json:
        made = {"region": session.checklist.region, "accounts": accounts_json(session)}
        say_json(named(session) | made)
    else:
        say(str(session.stored.path))
