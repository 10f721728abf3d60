"""``compare``: every platform in one table, as it stands in one region."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from optout_tui.checklist.words import DEFAULT_WORDS, KIND_WORDS, NOT_LATELY
from optout_tui.cli.desk import desk_of
from optout_tui.cli.layout import GAP, OLD_MARK, line_width, table
from optout_tui.cli.output import say_json, say_text, tell
from optout_tui.cli.own_guides import marked, tell_left_out
from optout_tui.cli.parser import Parser, one_of
from optout_tui.contentcheck.ages import is_old
from optout_tui.guides.comparing import ORDERS, Asked, Compared, compared
from optout_tui.journey.lines import cells
from optout_tui.library.guides import DEFAULTS, KINDS
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain, find
from optout_tui.safety.refusal import unknown

Row = dict[str, Any]

EXAMPLE = "\n".join(
    [
        "optout-tui compare --region DE",
        "optout-tui compare --region DE --default on --sort gain",
    ]
)
HEADINGS = (
    "Company", "Platform", "Trains on", "Default", "What you can do", "Sure", "Retroactive",
    "Checked",
)  # fmt: skip
GIVE_WAY = ("Trains on", "Company", "Retroactive", "Checked", "Sure")
DOUBT_MARK = " ?"
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
    _check_company(args.company, knowledge)
    codes = chain(knowledge, find(knowledge, args.region))
    asked = Asked(args.default, args.kind, args.company or "")
    found = filter(asked.fits, compared(knowledge.guides(), codes, args.sort))
    rows = [_row(one, knowledge, desk.today) for one in found]
    tell_left_out(desk.guide_problems)
    if args.json:
        say_json(rows)
    elif rows:
        _say_table(rows)
    else:
        tell("No platform is like that there.")


def _check_company(given: str | None, knowledge: Knowledge) -> None:
    companies = sorted({guide.company for guide in knowledge.guides()}, key=str.casefold)
    if given and not any(given.casefold() in company.casefold() for company in companies):
        raise unknown("company", given, companies, 'see "optout-tui guides list"')


def _row(one: Compared, knowledge: Knowledge, today: date) -> Row:
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
        "checked_lately": not is_old(route.checked, today),
        "minutes": route.minutes,
        "effort": one.effort,
        "yours": knowledge.is_own(guide.id),
    }


def _say_table(rows: list[Row]) -> None:
    """Leave columns out, the wordiest first, until every platform fits on one line.

    What then stands as a sign is explained on stderr.
    """
    width = line_width()
    for count in range(len(GIVE_WAY) + 1):
        shown = [head for head in HEADINGS if head not in GIVE_WAY[:count]]
        lines = [tuple(_cells(row, shown)[head] for head in shown) for row in rows]
        widths = (max(map(cells, column)) for column in zip(shown, *lines, strict=True))
        if width is None or sum(widths) + len(GAP) * (len(shown) - 1) <= width:
            break
    say_text(table(shown, lines))
    for sign, meaning in _signs(rows, shown):
        tell(f"{sign.strip()}  {meaning}")


def _signs(rows: list[Row], shown: Sequence[str]) -> Iterator[tuple[str, str]]:
    if "Checked" in shown and len(shown) < len(HEADINGS) and not all(map(_is_fresh, rows)):
        yield OLD_MARK, NOT_LATELY
    if "Sure" not in shown and any(row["confidence"] == "low" for row in rows):
        yield DOUBT_MARK, "we are not sure that it works there"


def _is_fresh(row: Row) -> bool:
    return bool(row["checked_lately"])


def _in_short(uses: list[str]) -> str:
    more = f", and {len(uses) - 1} more" if len(uses) > 1 else ""
    return f"{uses[0]}{more}" if uses else "nothing of yours"


def _cells(row: Row, shown: Sequence[str]) -> dict[str, str]:
    """Return every cell: in full where all columns are *shown*, in signs where some gave way."""
    old = f", {NOT_LATELY}" if len(shown) == len(HEADINGS) else OLD_MARK
    doubt = DOUBT_MARK if row["confidence"] == "low" and "Sure" not in shown else ""
    return {
        "Company": row["company"],
        "Platform": marked(row["name"], yours=row["yours"]),
        "Trains on": _in_short(row["trains_on"]),
        "Default": DEFAULT_WORDS[row["default"]],
        "What you can do": KIND_WORDS[row["kind"]] + doubt,
        "Sure": row["confidence"],
        "Retroactive": RETROACTIVE[row["effect"]],
        "Checked": row["checked"] + ("" if _is_fresh(row) else old),
    }
