"""Judges all knowledge as of a day and says how much there is: ``python -m tests.content``.

``make content`` runs it. It fails for whatever ``guides check`` finds, for what was checked
more than 180 days ago, and for what is hard to read; after 90 days it only says so.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from optout_tui.cli.findings import line_of
from optout_tui.cli.layout import table
from optout_tui.contentcheck.judge import judge_ours
from optout_tui.contentcheck.problem import Problem
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.source import KNOWLEDGE
from tests.content import figures, readability, released, texts

ONLY_TOLD = "checked-old"


def main(words: Sequence[str] | None = None, folder: Path = KNOWLEDGE) -> int:
    """Print what is found and the table; 1 where something fails, else 0."""
    args = _arguments().parse_args(words)
    knowledge = Knowledge.from_folder(folder)
    guides = list(knowledge.guides())
    if args.released:
        _say(str(released.write(folder, guides)))
        return 0
    found = list(_found(folder, knowledge, args.today, args.texts))
    for problem in found:
        _say(line_of(problem))
    _say(table(figures.HEADINGS, figures.rows(guides, args.today), whole=(0,)))
    return int(any(problem.rule != ONLY_TOLD for problem in found))


def _found(
    folder: Path, knowledge: Knowledge, today: date, notes: Path | None
) -> Iterator[Problem]:
    yield from judge_ours(folder, knowledge, today).problems
    for guide in knowledge.guides():
        yield from readability.hard_texts(guide)
    if notes is not None:
        yield from texts.copies(knowledge.guides(), notes)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.content", description=__doc__)
    today = date.today()  # noqa: DTZ011 - the day where this runs is meant
    parser.add_argument(
        "--today", type=date.fromisoformat, default=today, help="the day to judge ages on"
    )
    parser.add_argument(
        "--texts", type=Path, metavar="FOLDER", help="texts at hand, of which nothing may be copied"
    )
    parser.add_argument(
        "--released",
        action="store_true",
        help="only add today's steps to the list of released ones",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
