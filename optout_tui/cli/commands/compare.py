"""``compare``: every platform in one table, as it stands in one region."""

from argparse import Namespace
from typing import Any

from optout_tui.checklist.words import DEFAULT_WORDS, KIND_WORDS
from optout_tui.cli.desk import desk_of
from optout_tui.cli.layout import table
from optout_tui.cli.output import say_json, say_text
from optout_tui.cli.own_guides import marked, tell_left_out
from optout_tui.cli.parser import Parser
from optout_tui.guides.choose import default_for, route_for
from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain, find

EXAMPLE = "optout-tui compare --region DE"
RETROACTIVE = {
    "future only": "no, future only",
    "past and future": "yes",
    "unclear": "not clear",
    "reduces exposure": "no, reduces only",
    "nothing needed": "nothing needed",
}


def arguments(parser: Parser) -> None:
    """Take a region."""
    parser.add_argument(
        "--region", metavar="CODE", required=True, help="where the person lives: DE, US-CA"
    )


def run(args: Namespace) -> None:
    """Print one row for every platform."""
    desk = desk_of(args)
    knowledge = desk.knowledge
    codes = chain(knowledge, find(knowledge, args.region))
    rows = [_row(guide, codes, knowledge) for guide in knowledge.guides()]
    tell_left_out(desk.guide_problems)
    if args.json:
        say_json(rows)
        return
    headings = (
        "Company", "Platform", "Trains on", "Default", "What you can do", "Retroactive", "Checked",
    )  # fmt: skip
    say_text(table(headings, [_cells(row) for row in rows]))


def _row(guide: Guide, codes: tuple[str, ...], knowledge: Knowledge) -> dict[str, Any]:
    route = route_for(guide, codes)
    return {
        "platform": guide.id,
        "name": guide.name,
        "company": guide.company,
        "trains_on": list(guide.training.uses),
        "default": default_for(guide, codes).default,
        "kind": route.kind,
        "effect": route.effect,
        "confidence": route.confidence,
        "checked": route.checked.isoformat(),
        "minutes": route.minutes,
        "yours": knowledge.is_own(guide.id),
    }


def _in_short(uses: list[str]) -> str:
    more = f", and {len(uses) - 1} more" if len(uses) > 1 else ""
    return f"{uses[0]}{more}" if uses else "nothing of yours"


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    return (
        row["company"],
        marked(row["name"], yours=row["yours"]),
        _in_short(row["trains_on"]),
        DEFAULT_WORDS[row["default"]],
        KIND_WORDS[row["kind"]] + (", not sure" if row["confidence"] == "low" else ""),
        RETROACTIVE[row["effect"]],
        row["checked"],
    )
