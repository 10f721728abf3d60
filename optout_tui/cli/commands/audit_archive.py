"""``audit archive``: how much of what a person made is public, from the export they downloaded."""

from argparse import Namespace
from pathlib import Path

from optout_tui.cli.parser import Parser
from optout_tui.safety.refusal import Refusal

EXAMPLE = "optout-tui audit archive instagram-anika-2026-11-22.zip"


def arguments(parser: Parser) -> None:
    """Take files."""
    parser.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="an export, or its parts"
    )


def run(args: Namespace) -> None:
    """Read what the files hold."""
    raise Refusal(f"{args.files[0].name} is no export that can be read here")
