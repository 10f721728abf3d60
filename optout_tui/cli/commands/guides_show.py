"""``guides show``: what a platform trains on, and every step there."""

from argparse import Namespace

from optout_tui.cli.desk import desk_of
from optout_tui.cli.output import say_json, say_text
from optout_tui.cli.own_guides import tell_left_out
from optout_tui.cli.parser import Parser
from optout_tui.regions import find

EXAMPLE = "\n".join(
    [
        "optout-tui guides show instagram --region DE",
        "optout-tui guides show x --region US-CA --sources",
    ]
)


def arguments(parser: Parser) -> None:
    """Take a platform and a region."""
    parser.add_argument("platform", metavar="PLATFORM", help='a platform, see "guides list"')
    parser.add_argument(
        "--region", metavar="CODE", required=True, help="where the person lives: DE, US-CA"
    )
    parser.add_argument("--sources", action="store_true", help="name every source")


def run(args: Namespace) -> None:
    """Print the guide as it applies in the region."""
    desk = desk_of(args)
    knowledge = desk.knowledge
    tell_left_out(one for one in desk.guide_problems if one.file == f"{args.platform}.toml")
    guide = knowledge.guide(args.platform)
    code = find(knowledge, args.region)
    if args.json:
        from optout_tui.cli.guide_json import guide_json

        say_json(guide_json(knowledge, guide, code, desk.today))
    else:
        from optout_tui.cli.guide_text import guide_text

        say_text(guide_text(knowledge, guide, code, desk.today, with_sources=args.sources))
