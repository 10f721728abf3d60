"""``merge``: what another copy of a checklist says, joined into it."""

from argparse import Namespace
from pathlib import Path

from optout_tui.checklist.merge import Side
from optout_tui.cli.desk import desk_of
from optout_tui.cli.output import say, say_json
from optout_tui.cli.parser import Parser, one_of
from optout_tui.cli.saving import named
from optout_tui.journey.files import join_file
from optout_tui.journey.session import Conflict
from optout_tui.safety.refusal import Refusal

EXAMPLE = 'optout-tui merge Personal "Personal.sync-conflict-20261122-101500-ABCDEFG.toml"'

SIDES: dict[str, Side] = {"mine": "ours", "file": "theirs"}


def arguments(parser: Parser) -> None:
    """Take a name, a file, and whose word holds where both differ."""
    parser.add_argument("name", metavar="NAME", help="a checklist")
    parser.add_argument("file", metavar="FILE", type=Path, help="another copy of it")
    parser.add_argument(
        "--prefer",
        metavar="SIDE",
        type=one_of("side", SIDES),
        help=f"{' or '.join(SIDES)}: whose word holds where both changed the same thing",
    )


def run(args: Namespace) -> None:
    """Join both by what each changed since they were the same; refuse where both differ."""
    desk = desk_of(args)
    before = desk.open(args.name).revision
    try:
        session = join_file(desk, args.name, args.file, SIDES.get(args.prefer or ""))
    except Conflict as conflict:
        raise Refusal(f"{conflict}; say whose word holds with --prefer mine or file") from None
    if args.json:
        say_json(named(session))
    elif session.revision == before:
        say(f"{session.name}: already says all that {args.file.name} says")
    else:
        say(f"{session.name}: merged with {args.file.name} · Saved, revision {session.revision}")
