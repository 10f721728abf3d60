"""Before a command opens a connection: which addresses, and a yes."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from optout_tui.cli.output import ask, tell
from optout_tui.cli.parser import Parser
from optout_tui.journey.sentences import TO_FETCH
from optout_tui.safety.refusal import Refusal


def network_arguments(parser: Parser) -> None:
    """Take the answer to the question that would be asked, and leave to look at home."""
    parser.add_argument("--yes", action="store_true", help="do not ask before fetching")
    parser.add_argument(
        "--allow-private", action="store_true", help="also fetch from this computer and network"
    )


def record_argument(parser: Parser) -> None:
    """Take the account on which the check is kept."""
    parser.add_argument(
        "--record",
        nargs=2,
        metavar=("NAME", "ACCOUNT"),
        help="keep the check as proof on an account of a checklist",
    )


def ask_to_fetch(args: Namespace, addresses: Sequence[str]) -> None:
    """Say which *addresses* are to be fetched and ask; raises Refusal without a yes.

    Without a terminal to ask on only ``--yes`` is one.
    """
    if not args.yes and (sys.stdin is None or not sys.stdin.isatty()):
        count = "1 address" if len(addresses) == 1 else f"{len(addresses)} addresses"
        raise Refusal(f"nobody to ask whether to fetch {count}, {addresses[0]} first; add --yes")
    tell(TO_FETCH)
    for address in addresses:
        tell(f"  {address}")
    if not args.yes and not ask("Fetch them now? [y/N] "):
        raise Refusal("nothing was fetched")
