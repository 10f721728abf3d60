"""``account rename``: another handle; the account's id and everything said of it stay."""

from argparse import Namespace

from optout_tui.cli.desk import desk_of
from optout_tui.cli.parser import Parser
from optout_tui.cli.saving import account_json, save
from optout_tui.journey.accounts import rename_account

EXAMPLE = "optout-tui account rename Personal x:@anika @anika.new"


def arguments(parser: Parser) -> None:
    """Take a checklist, an account and its new handle."""
    parser.add_argument("name", metavar="NAME", help="a checklist")
    parser.add_argument("account", metavar="ACCOUNT", help="an account of it")
    parser.add_argument("handle", metavar="HANDLE", help="its new handle")


def run(args: Namespace) -> None:
    """Rename; the new handle may be written with its platform, as accounts are elsewhere."""
    session = desk_of(args).open(args.name)
    account = session.find_account(args.account)
    handle = args.handle.removeprefix(f"{account.platform}:")
    renamed = rename_account(session, account.id, handle)
    save(
        args,
        session,
        f"{session.name}: {renamed.id} is now {session.view(renamed.id).label}",
        lambda: {"account": account_json(session, renamed.id)},
    )
