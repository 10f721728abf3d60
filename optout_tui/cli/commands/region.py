"""``region``: the person moved, so every account takes the way of the new region."""

from argparse import Namespace

from optout_tui.cli.desk import desk_of
from optout_tui.cli.parser import Parser
from optout_tui.cli.saving import accounts_json, save
from optout_tui.journey.accounts import move_to
from optout_tui.regions import name_of

EXAMPLE = "optout-tui region Personal CH"


def arguments(parser: Parser) -> None:
    """Take a checklist and a region."""
    parser.add_argument("name", metavar="NAME", help="a checklist")
    parser.add_argument("code", metavar="CODE", help="where the person lives now: DE, US-CA")


def run(args: Namespace) -> None:
    """Move; ticks whose step the new route lacks stay stored."""
    session = desk_of(args).open(args.name)
    code = move_to(session, args.code)
    save(
        args,
        session,
        f"{session.name}: {name_of(session.knowledge, code)}",
        lambda: {"region": code, "accounts": accounts_json(session)},
    )
