"""What judging files found: one line a problem, or the contract's JSON."""

from argparse import Namespace

from optout_tui.cli.output import complain, say, say_json
from optout_tui.contentcheck.judge import Judgement
from optout_tui.contentcheck.problem import Problem

FOUND_SOMETHING = 2


def report(args: Namespace, judgement: Judgement, *, quiet: bool = False) -> int:
    """Print what was found in each file and return the exit status: 2 where anything was.

    With *quiet*, nothing found is nothing said.
    """
    files = list(dict.fromkeys(judgement.files))
    bad = {problem.file for problem in judgement.problems}
    if args.json:
        say_json([_json(file, judgement.problems) for file in files])
    else:
        for problem in judgement.problems:
            say(line_of(problem))
        if not bad and not quiet:
            say(f"{_count(len(files))} looked at, nothing found")
    if bad:
        complain(f"{len(bad)} of {_count(len(files))} with problems")
    return FOUND_SOMETHING if bad else 0


def line_of(problem: Problem) -> str:
    """Return *problem* as one line, as editors take it: ``FILE:LINE:COLUMN: where: reason``."""
    place = f":{problem.line}:{problem.column}" if problem.line else ""
    told = [f"{problem.file}{place}", *filter(None, (problem.where, problem.reason))]
    return ": ".join(told) + (f" [{problem.rule}]" if problem.rule else "")


def _json(file: str, problems: tuple[Problem, ...]) -> dict[str, object]:
    own = [problem for problem in problems if problem.file == file]
    return {"file": file, "ok": not own, "problems": [_problem_json(problem) for problem in own]}


def _problem_json(problem: Problem) -> dict[str, object]:
    told: dict[str, object] = {"where": problem.where, "reason": problem.reason}
    if problem.rule:
        place = {"line": problem.line or None, "column": problem.column or None}
        told |= {"rule": problem.rule, **place}
    return told


def _count(files: int) -> str:
    return f"{files} file" if files == 1 else f"{files} files"
