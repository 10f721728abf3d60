"""``due``: what is late or soon, over all checklists."""

from argparse import Namespace
from typing import Any

from optout_tui.checklist.dated_words import what_falls
from optout_tui.checklist.words import days_away
from optout_tui.cli.desk import desk_of
from optout_tui.cli.layout import table
from optout_tui.cli.output import say_json, say_text, tell
from optout_tui.cli.parser import Parser, a_count
from optout_tui.journey.desk import Row
from optout_tui.journey.due import WITHIN, Due, due_in, row_named

EXAMPLE = "\n".join(
    [
        "optout-tui due --within 14",
        "optout-tui due Personal",
        "optout-tui due --quiet || echo something is due",
    ]
)
SOMETHING = 3
"""The exit status of ``--quiet`` where something is late or soon."""


def arguments(parser: Parser) -> None:
    """Take a checklist, how far to look ahead, and whether to say anything."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="one checklist; all without it")
    parser.add_argument(
        "--within",
        metavar="DAYS",
        type=a_count("--within"),
        default=WITHIN,
        help=f"how many days to look ahead; {WITHIN} without it. What is late is always told",
    )
    parser.add_argument(
        "--quiet",
        action="store_true",
        help=f"say nothing and end with {SOMETHING} where something is late or soon",
    )


def run(args: Namespace) -> int | None:
    """Print one line for each day that matters; a checklist that cannot be read is named."""
    desk = desk_of(args)
    rows = desk.rows()
    if args.name is not None:
        rows = [row_named(rows, args.name)]
    found = due_in(rows, desk.today, args.within)
    if args.quiet:
        return SOMETHING if found else None
    if args.json:
        say_json([_json(due) for due in found])
    elif found:
        headings = ("Date", "Checklist", "Account", "What", "When")
        lines = [
            (
                due.dated.on.isoformat(),
                due.checklist,
                due.dated.account,
                what_falls(due.dated, desk.today),
                days_away(due.dated.on, desk.today),
            )
            for due in found
        ]
        say_text(table(headings, lines, whole=(0,)))
    else:
        _tell_nothing(rows, args.within)
    for row in rows:
        if row.problem:
            tell(f"{row.name} cannot be read: {row.problem}")
    return None


def _tell_nothing(rows: list[Row], within: int) -> None:
    if rows and not any(row.problem for row in rows):
        tell(f"Nothing is late, and nothing is due within {within} days.")
    elif not rows:
        tell('There is no checklist yet. Begin one with "optout-tui".')


def _json(due: Due) -> dict[str, Any]:
    dated = due.dated
    return {
        "checklist": due.checklist,
        "account": dated.account,
        "request": dated.request or None,
        "what": dated.what,
        "on": dated.on.isoformat(),
        "days": due.days,
        "letter": dated.letter,
    }
