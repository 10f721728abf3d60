"""``rights``: the law of a region, its rights, clocks and authority."""

from argparse import Namespace

from optout_tui.cli.desk import desk_of
from optout_tui.cli.output import say, say_json
from optout_tui.cli.parser import Parser, a_day
from optout_tui.regions import find

EXAMPLE = "optout-tui rights DE --received 2026-11-22"


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
    """Print what the law gives there."""
    from optout_tui.rights import rights_json

    desk = desk_of(args)
    code = find(desk.knowledge, args.region)
    law = rights_json(desk.knowledge, code, args.received, desk.today)
    if args.json:
        say_json(law)
        return
    from optout_tui.cli.rights_text import rights_text

    say(rights_text(law))
