"""``rights``: the law of a region, its rights, clocks and authority."""

from argparse import Namespace
from datetime import date

from optout_tui.cli.output import say_json, say_text
from optout_tui.cli.parser import Parser, a_day
from optout_tui.library.knowledge import knowledge

EXAMPLE = "\n".join(
    [
        "optout-tui rights DE --received 2026-11-22",
        "optout-tui rights US-CA",
    ]
)


def arguments(parser: Parser) -> None:
    """Take a region, and the day a request arrived."""
    parser.add_argument("region", metavar="REGION", help="where the person lives: DE, US-CA")
    parser.add_argument(
        "--received",
        metavar="DATE",
        type=a_day("--received"),
        help="the day a request arrived: adds the days replies are due",
    )


def run(args: Namespace) -> None:
    """Print what the law gives there; no checklist is looked at, so no data folder is needed."""
    from optout_tui.rights import rights_json

    today = args.today or date.today()  # noqa: DTZ011 - the person's own day is meant
    law = rights_json(knowledge(), args.region, args.received, today)
    if args.json:
        say_json(law)
        return
    from optout_tui.cli.rights_text import rights_text

    say_text(rights_text(law))
