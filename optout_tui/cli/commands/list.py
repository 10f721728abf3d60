"""``list``: every checklist and what comes next."""

from argparse import Namespace
from datetime import datetime
from typing import Any

from optout_tui.cli.desk import desk_of
from optout_tui.cli.layout import table
from optout_tui.cli.output import say_json, say_text, tell
from optout_tui.cli.parser import Parser
from optout_tui.journey.desk import Desk

EXAMPLE = "\n".join(
    [
        "optout-tui list",
        "optout-tui list --json",
    ]
)
BROKEN = "broken"


def arguments(_parser: Parser) -> None:
    """Take nothing of its own."""


def run(args: Namespace) -> None:
    """Print one row for every checklist; one that is not whole says why."""
    desk = desk_of(args)
    if args.json:
        say_json(_json(desk))
    elif not (rows := desk.rows()):
        tell('There is no checklist yet. Begin one with "optout-tui".')
    else:
        headings = ("Name", "Region", "Accounts", "Steps", "State", "Next")
        lines = [
            (
                row.name,
                row.region,
                f"{row.finished} of {row.accounts}",
                f"{row.steps_done} of {row.steps_total}",
                BROKEN if row.problem else row.state(desk.today),
                row.problem or (f"{row.next.account}: {row.next.title}" if row.next else ""),
            )
            for row in rows
        ]
        say_text(table(headings, lines, whole=(0,)))
        for row in rows:
            for copy in row.copies:
                path = desk.folder.file(copy)
                tell(f'{row.name} has a second version: optout-tui merge "{row.name}" "{path}"')


def _json(desk: Desk) -> list[dict[str, Any]]:
    return [
        {
            "name": row.name,
            "region": row.region,
            "path": str(desk.folder.file(row.name)),
            "updated": None if row.problem else _moment(row.updated),
            "revision": row.revision,
            "accounts": row.accounts,
            "steps_done": row.steps_done,
            "steps_total": row.steps_total,
            "state": BROKEN if row.problem else row.state(desk.today),
            "next": {"account": row.next.account, "step": row.next.step, "title": row.next.title}
            if row.next
            else None,
        }
        | ({"problem": row.problem} if row.problem else {})
        | ({"copies": [str(desk.folder.file(copy)) for copy in row.copies]} if row.copies else {})
        for row in desk.rows()
    ]


def _moment(when: datetime) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"
