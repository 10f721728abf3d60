"""``compare``: every platform in one table, as it stands in one region."""

from argparse import Namespace
from typing import Any, get_args

from optout_tui.checklist.words import DEFAULT_WORDS, KIND_WORDS
from optout_tui.cli.desk import desk_of
from optout_tui.cli.layout import GAP, cells, line_width, table
from optout_tui.cli.output import say_json, say_text, tell
from optout_tui.cli.own_guides import marked, tell_left_out
from optout_tui.cli.parser import Parser, one_of
from optout_tui.guides.comparing import ORDERS, Compared, compared
from optout_tui.library.guides import Default, Kind
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain, find

EXAMPLE = "optout-tui compare --region DE --default on --sort gain"
DEFAULTS: tuple[Default, ...] = get_args(Default)
KINDS: tuple[Kind, ...] = get_args(Kind)
HEADINGS = (
    "Company", "Platform", "Trains on", "Default", "What you can do", "Retroactive", "Checked",
)  # fmt: skip
GIVE_WAY = ("Trains on", "Company", "Checked", "Retroactive")
RETROACTIVE = {
    "future only": "no, future only",
    "past and future": "yes",
    "unclear": "not clear",
    "reduces exposure": "no, reduces only",
    "nothing needed": "nothing needed",
}


def arguments(parser: Parser) -> None:
    """Take a region, what to leave in, and an order."""
    parser.add_argument(
        "--region", metavar="CODE", required=True, help="where the person lives: DE, US-CA"
    )
    parser.add_argument(
        "--default", type=one_of("default", DEFAULTS), help=f"only those: {', '.join(DEFAULTS)}"
    )
    parser.add_argument(
        "--kind", type=one_of("kind", KINDS), help=f"only those: {', '.join(KINDS)}"
    )
    parser.add_argument("--company", metavar="NAME", help="only those of a company")
    orders = ", ".join(ORDERS)
    parser.add_argument("--sort", type=one_of("order", ORDERS), default="usual", help=orders)


def run(args: Namespace) -> None:
    """Print one row for every platform that is asked for."""
    desk = desk_of(args)
    knowledge = desk.knowledge
    codes = chain(knowledge, find(knowledge, args.region))
    found = [one for one in compared(knowledge.guides(), codes, args.sort) if _is_asked(one, args)]
    rows = [_row(one, knowledge) for one in found]
    tell_left_out(desk.guide_problems)
    if args.json:
        say_json(rows)
    elif rows:
        say_text(_table([_cells(row) for row in rows]))
    else:
        tell("No platform is like that there.")


def _is_asked(one: Compared, args: Namespace) -> bool:
    company = (args.company or "").casefold()
    return (
        args.default in (None, one.default)
        and args.kind in (None, one.route.kind)
        and company in one.guide.company.casefold()
    )


def _row(one: Compared, knowledge: Knowledge) -> dict[str, Any]:
    guide, route = one.guide, one.route
    return {
        "platform": guide.id,
        "name": guide.name,
        "company": guide.company,
        "trains_on": list(guide.training.uses),
        "default": one.default,
        "kind": route.kind,
        "effect": route.effect,
        "confidence": route.confidence,
        "checked": route.checked.isoformat(),
        "minutes": route.minutes,
        "effort": one.effort,
        "yours": knowledge.is_own(guide.id),
    }


def _table(rows: list[tuple[str, ...]]) -> str:
    """Leave columns out, the wordiest first, until every platform fits on one line."""
    width = line_width()
    shown = [*range(len(HEADINGS))]
    widths = [max(cells(row[n]) for row in [HEADINGS, *rows]) for n in shown]
    for column in map(HEADINGS.index, GIVE_WAY):
        if width is None or sum(widths[n] + len(GAP) for n in shown) <= width + len(GAP):
            break
        shown.remove(column)
    return table([HEADINGS[n] for n in shown], [tuple(row[n] for n in shown) for row in rows])


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
