"""``doctor``: whether every file is what it should be, and the cure where one is not."""

from argparse import Namespace
from typing import Any

from optout_tui.cli.desk import desk_of
from optout_tui.cli.output import complain, say, say_json
from optout_tui.cli.parser import Parser
from optout_tui.journey.desk import Desk
from optout_tui.journey.files import Health, look_at_all
from optout_tui.safety.limits import BadFile

EXAMPLE = "optout-tui doctor"
FOUND_SOMETHING = 2


def arguments(_parser: Parser) -> None:
    """Take nothing of its own."""


def run(args: Namespace) -> int:
    """Look at every file and change none; exit status 2 where something was found."""
    desk = desk_of(args)
    found = look_at_all(desk)
    if args.json:
        say_json([_json(one) for one in found] + _guides_json(desk))
    else:
        say(str(desk.data_dir))
        lines = [line for one in found for line in _lines(desk, one)]
        lines += [f"  guides/{error.file}: {_reason(error)}" for error in desk.guide_problems]
        for line in lines or ["  nothing lies there yet"]:
            say(line)
    ill = sum(bool(one.ills) for one in found) + len(desk.guide_problems)
    if ill:
        complain(f"{ill} {'file' if ill == 1 else 'files'} with problems")
    return FOUND_SOMETHING if ill else 0


def _lines(desk: Desk, one: Health) -> list[str]:
    name = one.path.relative_to(desk.data_dir).as_posix()
    about = "" if one.revision is None else f"revision {one.revision}, {_backups(one.backups)}"
    if not one.ills:
        return [f"  {name}: whole, {about}"]
    lines = []
    for ill in one.ills:
        place = f"{ill.where}: " if ill.where else ""
        lines.append(f"  {name}: {place}{ill.reason}" + (f"; {ill.cure}" if ill.cure else ""))
    return lines


def _backups(count: int) -> str:
    return f"{count} backup" if count == 1 else f"{count} backups"


def _json(one: Health) -> dict[str, Any]:
    return {
        "file": str(one.path),
        "ok": not one.ills,
        "revision": one.revision,
        "backups": one.backups,
        "problems": [ill._asdict() for ill in one.ills],
    }


def _guides_json(desk: Desk) -> list[dict[str, Any]]:
    return [
        {
            "file": str(desk.guides_folder / error.file),
            "ok": False,
            "revision": None,
            "backups": 0,
            "problems": [{"where": error.where, "reason": error.reason, "cure": ""}],
        }
        for error in desk.guide_problems
    ]


def _reason(error: BadFile) -> str:
    return f"{error.where}: {error.reason}" if error.where else error.reason
