"""``guides list``: every guide, its default, when it was checked and how sure it is."""

from argparse import Namespace
from typing import Any

from optout_tui.checklist.words import DEFAULT_WORDS, NOT_LATELY
from optout_tui.cli.desk import desk_of
from optout_tui.cli.layout import OLD_MARK, line_width, table
from optout_tui.cli.output import say_json, say_text, tell
from optout_tui.cli.own_guides import marked, tell_left_out
from optout_tui.cli.parser import Parser
from optout_tui.contentcheck.ages import is_old
from optout_tui.journey.desk import Desk
from optout_tui.library.guides import Guide

EXAMPLE = "optout-tui guides list"
WIDE = 120
"""From here on there is room to say in words what was not checked lately."""


def arguments(_parser: Parser) -> None:
    """Take nothing of its own."""


def run(args: Namespace) -> None:
    """Print one row for every guide; ``checked`` is the oldest day of its routes.

    ``confidence`` is how sure the default is.
    """
    desk = desk_of(args)
    rows = [_row(guide, desk) for guide in desk.knowledge.guides()]
    tell_left_out(desk.guide_problems)
    if args.json:
        say_json(rows)
        return
    width = line_width()
    old = f", {NOT_LATELY}" if width is None or width >= WIDE else OLD_MARK
    headings = ("Platform", "Name", "Company", "Training", "Sure", "Routes", "Checked")
    say_text(table(headings, (_cells(row, old) for row in rows), whole=(0, 6)))
    if old == OLD_MARK and not all(row["checked_lately"] for row in rows):
        tell(f"{OLD_MARK}  {NOT_LATELY}")


def _row(guide: Guide, desk: Desk) -> dict[str, Any]:
    return {
        "id": guide.id,
        "name": guide.name,
        "company": guide.company,
        "checked": guide.checked.isoformat(),
        "checked_lately": not is_old(guide.checked, desk.today),
        "confidence": guide.training.confidence,
        "default": guide.training.default,
        "routes": len(guide.routes),
        "yours": desk.knowledge.is_own(guide.id),
    }


def _cells(row: dict[str, Any], old: str) -> tuple[str, ...]:
    return (
        row["id"],
        marked(row["name"], yours=row["yours"]),
        row["company"],
        DEFAULT_WORDS[row["default"]],
        row["confidence"],
        str(row["routes"]),
        row["checked"] + ("" if row["checked_lately"] else old),
    )
