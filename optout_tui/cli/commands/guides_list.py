"""``guides list``: every guide, its default, and when it was checked."""

from argparse import Namespace

from optout_tui.checklist.words import DEFAULT_WORDS
from optout_tui.cli.desk import desk_of
from optout_tui.cli.layout import table
from optout_tui.cli.output import say_json, say_text
from optout_tui.cli.own_guides import marked, tell_left_out
from optout_tui.cli.parser import Parser

EXAMPLE = "optout-tui guides list"


def arguments(_parser: Parser) -> None:
    """Take nothing of its own."""


def run(args: Namespace) -> None:
    """Print one row for every guide; ``checked`` is the oldest day of its routes."""
    desk = desk_of(args)
    knowledge = desk.knowledge
    guides = list(knowledge.guides())
    tell_left_out(desk.guide_problems)
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
                    "yours": knowledge.is_own(guide.id),
                }
                for guide in guides
            ]
        )
        return
    rows = [
        (
            guide.id,
            marked(guide.name, yours=knowledge.is_own(guide.id)),
            guide.company,
            DEFAULT_WORDS[guide.training.default],
            str(len(guide.routes)),
            guide.checked.isoformat(),
        )
        for guide in guides
    ]
    headings = ("Platform", "Name", "Company", "Training", "Routes", "Checked")
    say_text(table(headings, rows, whole=(0,)))
