"""``account remove``: accounts leave a checklist, with everything said of them."""

from argparse import Namespace

from optout_tui.cli.desk import desk_of
from optout_tui.cli.parser import Parser
from optout_tui.cli.saving import account_json, save
from optout_tui.journey.accounts import remove_account

EXAMPLE = "optout-tui account remove Personal x:@anika"


def arguments(parser: Parser) -> None:
    """Take a checklist and accounts."""
    parser.add_argument("name", metavar="NAME", help="a checklist")
    parser.add_argument("accounts", metavar="ACCOUNT", nargs="+", help="an account of it")


def run(args: Namespace) -> None:
    """Remove all of them, or none where one is unknown; the backup still has them."""
    session = desk_of(args).open(args.name)
    ids = list(dict.fromkeys(session.find_account(name).id for name in args.accounts))
    removed = [account_json(session, name) for name in ids] if args.json else []
    for name in ids:
        remove_account(session, name)
    save(
        args,
        session,
        f"{session.name}: removed {', '.join(ids)}",
        lambda: {"account": removed[0], "accounts": removed},
    )
