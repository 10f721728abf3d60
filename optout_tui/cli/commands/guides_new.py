"""``guides new``: a guide to be filled in, as a file."""

import re
from argparse import Namespace
from datetime import date
from pathlib import Path

from optout_tui.cli.desk import desk_of
from optout_tui.cli.output import say, say_exactly, say_json
from optout_tui.cli.parser import Parser
from optout_tui.library.knowledge import knowledge
from optout_tui.library.records import as_table
from optout_tui.safety.refusal import Refusal, shown

EXAMPLE = "\n".join(
    [
        "optout-tui guides new photopia",
        "optout-tui guides new instagram --copy",
    ]
)
TEMPLATE = Path(__file__).parent.parent / "guide_template.toml"

COPIED = "# Begun as a copy of our guide. In your data folder, guides/ID.toml stands in for it.\n\n"

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 60


def arguments(parser: Parser) -> None:
    """Take the id of a platform, and where the file is to go."""
    parser.add_argument("platform", metavar="PLATFORM", help="a short name, such as photopia")
    parser.add_argument(
        "--output", metavar="FILE", help="another file than PLATFORM.toml here; - is the screen"
    )
    parser.add_argument(
        "--copy", action="store_true", help="begin with our guide to that platform, to change it"
    )
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")


def run(args: Namespace) -> None:
    """Write the template or the copy, and say where; a guide we have is not begun anew."""
    platform = args.platform
    if not _ID.fullmatch(platform) or len(platform) > LONGEST:
        raise Refusal(
            f"{shown(platform)} cannot be a platform's id; take small letters, digits and hyphens"
        )
    text = _copy(platform) if args.copy else _template(platform, desk_of(args).today)
    if args.output == "-":
        _print(args, text)
        return
    path = _written(args, text)
    if args.json:
        say_json({"platform": platform, "path": str(path)})
    else:
        say(str(path))


def _template(platform: str, today: date) -> str:
    if knowledge().find_guide(platform) is not None:
        raise Refusal(f"there is a guide to {platform} already; take a copy of it with --copy")
    values = {
        "$id": platform,
        "$name": platform.replace("-", " ").capitalize(),
        "$today": today.isoformat(),
    }
    text = TEMPLATE.read_text("utf-8")
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text


def _copy(platform: str) -> str:
    """Return our guide as the text of a file; raises Refusal where we have none."""
    from optout_tui.checklist.toml import to_toml  # a template needs neither it nor what follows

    return COPIED + to_toml(as_table(knowledge().guide(platform)))


def _print(args: Namespace, text: str) -> None:
    if args.json:
        say_json({"platform": args.platform, "path": None, "text": text})
    else:
        say_exactly(text)


def _written(args: Namespace, text: str) -> Path:
    from optout_tui.export.file import write_export  # printing does not need it

    name = f"{args.platform}.toml"
    path = Path(args.output or name).absolute()
    if path.name != name:
        raise Refusal(f"a guide to {args.platform} is found under the name {name} alone")
    write_export(path, text, force=args.force)
    return path
