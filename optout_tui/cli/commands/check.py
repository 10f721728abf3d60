"""``check``: whether checklist files are whole, and speak of things we know."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from optout_tui.checklist.model import FORMAT, MAX_HANDLE, Account, Checklist
from optout_tui.checklist.text import read_text
from optout_tui.cli.desk import desk_of
from optout_tui.cli.findings import report
from optout_tui.cli.parser import Parser
from optout_tui.contentcheck.judge import Judgement
from optout_tui.contentcheck.problem import Found, Problem
from optout_tui.guides.choose import find_step
from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.limits import BadFile, read_bytes
from optout_tui.safety.names import one_line_text
from optout_tui.safety.refusal import Refusal, shown

EXAMPLE = "optout-tui check personal.toml"


def arguments(parser: Parser) -> None:
    """Take files."""
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a checklist file")


def run(args: Namespace) -> int:
    """Judge each file and change none; exit status 2 where something was found."""
    knowledge = desk_of(args).knowledge
    found = [(str(path), one) for path in args.files for one in problems_in(path, knowledge)]
    problems = tuple(Problem(file, *one) for file, one in found)
    return report(args, Judgement(tuple(map(str, args.files)), problems))


def problems_in(path: Path, knowledge: Knowledge) -> Iterator[Found]:
    """Yield what is wrong with the checklist that *path* holds, as place and reason."""
    try:
        checklist = read_text(read_bytes(path), path.name)
    except BadFile as error:
        yield error.where, error.reason
        return
    if checklist.format > FORMAT:
        yield "format", f"format {checklist.format} is newer than this program, which only shows it"
    yield from _strange(checklist, knowledge)


def _strange(checklist: Checklist, knowledge: Knowledge) -> Iterator[Found]:
    if checklist.region not in knowledge.region_table.regions:
        yield "region", f"unknown region {shown(checklist.region)}"
    for n, account in enumerate(checklist.accounts):
        where = f"accounts[{n}]"
        guide = knowledge.find_guide(account.platform)
        if guide is None:
            yield f"{where}.platform", f"unknown platform {shown(account.platform)}"
            continue
        yield from _strange_account(account, guide, where)


def _strange_account(account: Account, guide: Guide, where: str) -> Iterator[Found]:
    try:
        one_line_text(account.handle, "handle", MAX_HANDLE)
    except Refusal as reason:
        yield f"{where}.handle", str(reason)
    if guide.route(account.route) is None:
        yield f"{where}.route", f"unknown route {shown(account.route)}"
    for m, mark in enumerate(account.steps):
        if mark.id not in guide.retired and find_step(guide, mark.id) is None:
            yield f"{where}.steps[{m}].id", f"unknown step {shown(mark.id)}"
