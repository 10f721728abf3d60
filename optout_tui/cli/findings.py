"""What judging files found: one line a problem, or the contract's JSON."""

from argparse import Namespace

from optout_tui.cli.output import complain, say, say_json
from optout_tui.contentcheck.judge import Judgement
from optout_tui.contentcheck.problem import Problem

FOUND_SOMETHING = 2


def report(args: Namespace, judgement: Judgement) -> int:
    """Print what was found in each file and return the exit status: 2 where anything was."""
    files = list(dict.fromkeys(judgement.files))
    bad = {problem.file for problem in judgement.problems}
    if args.json:
        say_json([_json(file, judgement.problems) for file in files])
    else:
        for problem in judgement.problems:
            say(": ".join(part for part in problem if part))
        if not bad:
            say(f"{_count(len(files))} looked at, nothing found")
    if bad:
        complain(f"{len(bad)} of {_count(len(files))} with problems")
    return FOUND_SOMETHING if bad else 0


def _json(file: str, problems: tuple[Problem, ...]) -> dict[str, object]:
    own = [problem for problem in problems if problem.file == file]
    told = [{"where": problem.where, "reason": problem.reason} for problem in own]
    return {"file": file, "ok": not own, "problems": told}


def _count(files: int) -> str:
    return f"{files} file" if files == 1 else f"{files} files"
