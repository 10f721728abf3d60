"""``account add``: more accounts on a checklist."""

from argparse import Namespace

from optout_tui.cli.desk import desk_of
from optout_tui.cli.parser import Parser
from optout_tui.cli.saving import account_json, save
from optout_tui.journey.accounts import add_accounts, split_account

EXAMPLE = "optout-tui account add Personal x:@anika chatgpt"


def arguments(parser: Parser) -> None:
    """Take a checklist and accounts."""
    parser.add_argument("name", metavar="NAME", help="a checklist")
    parser.add_argument("accounts", metavar="ACCOUNT", nargs="+", help="PLATFORM[:HANDLE]")


def run(args: Namespace) -> None:
    """Add all of them, or none where one is refused."""
    session = desk_of(args).open(args.name)
    made = add_accounts(session, map(split_account, args.accounts))
    ids = [account.id for account in made]
    save(
        args,
        session,
        f"{session.name}: added {', '.join(ids)}",
        lambda: {
            "account": account_json(session, ids[0]),
            "accounts": [account_json(session, name) for name in ids],
        },
    )
