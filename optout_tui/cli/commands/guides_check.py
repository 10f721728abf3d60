"""``guides check``: whether guides hold what they must, ours and a person's own."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from optout_tui.cli.desk import desk_of
from optout_tui.cli.findings import report
from optout_tui.cli.parser import Parser
from optout_tui.contentcheck.judge import (
    Judgement,
    judge_compiled,
    judge_files,
    judge_ours,
    judge_own,
)
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.source import KNOWLEDGE

EXAMPLE = "\n".join(
    [
        "optout-tui guides check",
        "optout-tui guides check mastodon.toml",
    ]
)


def arguments(parser: Parser) -> None:
    """Take files or folders, or none for ours and those in the person's data folder."""
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="a guide, or a folder")
    parser.add_argument("--ages", action="store_true", help="also name what was checked long ago")


def run(args: Namespace) -> int:
    """Judge each guide and change none; exit status 2 where something was found."""
    desk = desk_of(args)
    today = desk.today if args.ages else None
    if args.paths:
        return report(args, judge_files(args.paths, desk.knowledge, today), quiet=True)
    ours = _ours(desk.knowledge, today)
    own = judge_own(desk.guides_folder, desk.guide_problems, desk.knowledge, today)
    found = Judgement(ours.files + own.files, ours.problems + own.problems)
    return report(args, found, quiet=True)


def _ours(knowledge: Knowledge, today: date | None) -> Judgement:
    """Judge our files where they are: in a checkout. A wheel carries what was made of them."""
    if KNOWLEDGE.exists():
        return judge_ours(KNOWLEDGE, knowledge, today)
    return judge_compiled(knowledge, today)
