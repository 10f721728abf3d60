"""``guides list``: every guide, its default, and when it was checked."""

from argparse import Namespace

from optout_tui.checklist.words import DEFAULT_WORDS
from optout_tui.cli.desk import desk_of
from optout_tui.cli.layout import table
from optout_tui.cli.output import say, say_json
from optout_tui.cli.parser import Parser

EXAMPLE = "optout-tui guides list"


def arguments(_parser: Parser) -> None:
    """Take nothing of its own."""


def run(args: Namespace) -> None:
    """Print one row for every guide; ``checked`` is the oldest day of its routes."""
    guides = list(desk_of(args).knowledge.guides())
    if args.json:
        say_json(
            [
                {
                    "id": guide.id,
                    "name": guide.name,
                    "company": guide.company,
                    "checked": guide.checked.isoformat(),
                    "default": guide.training.default,
                    "routes": len(guide.routes),
                }
                for guide in guides
            ]
        )
        return
    rows = [
        (
            guide.id,
            guide.name,
            guide.company,
            DEFAULT_WORDS[guide.training.default],
            str(len(guide.routes)),
            guide.checked.isoformat(),
        )
        for guide in guides
    ]
    say(table(("Platform", "Name", "Company", "Training", "Routes", "Checked"), rows, whole=(0,)))
