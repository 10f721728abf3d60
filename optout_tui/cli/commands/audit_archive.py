"""``audit archive``: how much of what a person made is public, from the export they downloaded."""

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from optout_tui.cli.layout import line_width
from optout_tui.cli.output import say_json, say_text
from optout_tui.cli.parser import Parser
from optout_tui.safety.refusal import Refusal, shown

EXAMPLE = "optout-tui audit archive instagram-anika-2026-11-22.zip --region DE"
MOST_DIGITS = 9


def arguments(parser: Parser) -> None:
    """Take files, and what else is to be told."""
    parser.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="an export, or all its parts"
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--region", metavar="CODE", help="tell what training may use there: DE")
    where.add_argument("--checklist", metavar="NAME", help="the same, for a checklist's region")
    where.add_argument(
        "--record",
        nargs=2,
        metavar=("NAME", "ACCOUNT"),
        help="keep the figures, and nothing else, on an account of a checklist",
    )
    parser.add_argument(
        "--item", metavar="N", type=_number, help="show the Nth thing you made, with its text"
    )


def run(args: Namespace) -> None:
    """Read the exports and print what they hold, as counts; or one item of them."""
    if args.item is not None:
        _show_item(args)
        return
    from optout_tui.audit.archive import audit  # --help does not need it

    reports = audit(args.files).reports
    if args.record:
        _record(args, reports)
        return
    told = [_told(report, args) for report in reports]
    if args.json:
        first, *others = (one for one, _ in told)
        say_json(first | ({"also": others} if others else {}))
    else:
        say_text("\n\n".join(text for _, text in told))


def _record(args: Namespace, reports: tuple[Any, ...]) -> None:
    """Keep the figures of the account's platform; raises Refusal."""
    from optout_tui.cli.desk import desk_of
    from optout_tui.cli.saving import account_json, save
    from optout_tui.journey.figures import keep_figures, report_for

    name, account = args.record
    session = desk_of(args).open(name)
    found = session.find_account(account)
    report = report_for(reports, found.platform)
    keep_figures(session, found.id, report)

    def made() -> dict[str, Any]:
        return {"account": account_json(session, found.id), "figures": _told(report, args)[0]}

    label = session.view(found.id).label
    save(args, session, f"{label}: figures kept, {report.total:,} things counted", made)


def _told(report: Any, args: Namespace) -> tuple[dict[str, Any], str]:
    """Return a report as JSON and as text."""
    from optout_tui.journey.audit import sentence_for_letter
    from optout_tui.journey.audit_text import report_text

    there = _there(report, args)
    if not args.json:
        return {}, report_text(report, there, line_width())
    value = msgspec.to_builtins(report)
    value["problems"] = [{"member": one.member, "reason": one.reason} for one in report.problems]
    value["privacy_history"] = [
        {"on": on, "private": is_so} for on, is_so in report.privacy_history
    ]
    value["sentence"] = sentence_for_letter(report)
    if there is not None:
        value["training"] = there._asdict()
    return value, ""


def _there(report: Any, args: Namespace) -> Any:
    """Return what training may use where the person lives, if that was asked for."""
    if not (args.region or args.checklist or args.record):
        return None
    from optout_tui.cli.desk import desk_of
    from optout_tui.journey.audit import training_there
    from optout_tui.regions import find

    desk = desk_of(args)
    if name := args.checklist or (args.record and args.record[0]):
        code = desk.open(name).checklist.region
    else:
        code = find(desk.knowledge, args.region)
    return training_there(desk.knowledge, report, code)


def _show_item(args: Namespace) -> None:
    from optout_tui.audit.archive import item_at
    from optout_tui.journey.audit_text import item_text

    item = item_at(args.files, args.item)
    day = "" if item.at is None else datetime.fromtimestamp(item.at, UTC).date().isoformat()
    if args.json:
        kept = ("kind", "visibility", "text", "photos", "videos", "positions", "tags")
        value = {name: getattr(item, name) for name in kept}
        say_json({"item": args.item, "date": day or None, **value})
    else:
        say_text(item_text(args.item, item, day))


def _number(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > MOST_DIGITS or int(text) < 1:
        raise Refusal(f"--item {shown(text)} is no number from 1 on")
    return int(text)
