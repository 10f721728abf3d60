"""Files of knowledge judged: loaded one by one, then held against every rule."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from optout_tui.contentcheck.ages import age_problem, age_problems
from optout_tui.contentcheck.context import Context
from optout_tui.contentcheck.crawlers import crawler_ages, crawler_problems
from optout_tui.contentcheck.files import is_folder
from optout_tui.contentcheck.law import authority_problems, note_problems, regime_problems
from optout_tui.contentcheck.loading import UNREADABLE, broken_rules
from optout_tui.contentcheck.positions import Positions
from optout_tui.contentcheck.problem import Found, Problem
from optout_tui.contentcheck.released import RELEASED, Released
from optout_tui.contentcheck.rules import JUDGED, LAW
from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import Regime
from optout_tui.library.load import load_guide, load_regime, load_table
from optout_tui.library.own import MAX_BYTES, load_own
from optout_tui.safety.limits import BadFile, read_bytes

Told = tuple[str, str, str]
"""The rule that is broken, the place and the reason."""


class Judgement(NamedTuple):
    """The files that were looked at, in that order, and what was found in them."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def judge_guide(guide: Guide, context: Context, today: date | None = None) -> Iterator[Told]:
    """Yield what is wrong with *guide*; with *today* also what was checked too long ago."""
    for rule in JUDGED:
        if rule.judge is not None:
            yield from ((rule.id, *found) for found in rule.judge(guide, context))
    if today is not None:
        yield from age_problems(guide, today)


def judge_regime(regime: Regime, knowledge: Knowledge, today: date | None = None) -> Iterator[Told]:
    """Yield what is wrong with *regime*; with *today* also that it was checked too long ago."""
    yield from _law(regime_problems(regime, knowledge))
    if today is not None:
        yield from age_problem(regime.checked, today, "checked")


def judge_files(paths: Iterable[Path], knowledge: Knowledge, today: date | None) -> Judgement:
    """Judge guides by file, or all ``*.toml`` of a folder; they are read and left as they are.

    They load as a person's own do, so that what is said here holds for those.
    """
    context = Context(knowledge)
    files: list[str] = []
    problems: list[Problem] = []
    for path in paths:
        found = sorted(path.glob("*.toml")) if is_folder(path) else [path]
        files += map(str, found or [path])
        if not found:
            problems.append(Problem(str(path), "", "holds no guide: no file *.toml", UNREADABLE))
        for file in found:
            problems += _judge_guide_file(file, str(file), load_own, context, today)
    return Judgement(tuple(files), tuple(problems))


def judge_own(
    folder: Path, left_out: Iterable[BadFile], knowledge: Knowledge, today: date | None
) -> Judgement:
    """Judge the person's own guides: those in *knowledge*, and those of *folder* left out of it."""
    context = Context(knowledge)
    files: list[str] = []
    problems: list[Problem] = []
    for error in left_out:
        if error.file == folder.name:
            files.append(str(folder))
            problems.append(Problem(files[-1], error.where, error.reason, UNREADABLE))
        else:
            files.append(str(folder / error.file))
            problems += _not_loaded(folder / error.file, files[-1], error)
    for guide in knowledge.guides():
        if knowledge.is_own(guide.id):
            path = folder / f"{guide.id}.toml"
            files.append(str(path))
            problems += _placed(path, str(path), judge_guide(guide, context, today))
    return Judgement(tuple(files), tuple(problems))


def judge_ours(folder: Path, knowledge: Knowledge, today: date | None) -> Judgement:
    """Judge all knowledge in *folder*, of which *knowledge* was made.

    Raises BadFile where the list of what was released cannot be read.
    """
    context = Context(knowledge, load_table(folder / RELEASED, Released))
    files: list[str] = []
    problems: list[Problem] = []
    for path in sorted((folder / "platforms").glob("*.toml")):
        files.append(path.name)
        problems += _judge_guide_file(path, path.name, load_guide, context, today)
    for path in sorted((folder / "regimes").glob("*.toml")):
        files.append(path.name)
        problems += _placed(path, path.name, _regime_in(path, knowledge, today))
    for name, found in _tables(knowledge, today).items():
        files.append(name)
        problems += _placed(folder / name, name, found)
    return Judgement(tuple(files), tuple(problems))


def _tables(knowledge: Knowledge, today: date | None) -> dict[str, Iterator[Told]]:
    crawlers = knowledge.crawlers
    old = () if today is None else crawler_ages(crawlers, today)
    return {
        "authorities.toml": _law(authority_problems(knowledge)),
        "crawlers.toml": chain(_law(crawler_problems(crawlers)), old),
        "regions.toml": _law(note_problems(knowledge)),
    }


def judge_compiled(knowledge: Knowledge, today: date | None) -> Judgement:
    """Judge all knowledge as the wheel carries it: without files, so no line can be named."""
    context = Context(knowledge)
    found: dict[str, Iterable[Told]] = {}
    for guide in knowledge.guides():
        if not knowledge.is_own(guide.id):
            found[f"{guide.id}.toml"] = judge_guide(guide, context, today)
    for regime in knowledge.regimes:
        found[f"{regime.id}.toml"] = judge_regime(regime, knowledge, today)
    found |= _tables(knowledge, today)
    problems = (
        Problem(file, where, reason, rule)
        for file, told in found.items()
        for rule, where, reason in told
    )
    return Judgement(tuple(found), tuple(problems))


def _judge_guide_file(
    path: Path, name: str, load: Callable[[Path], Guide], context: Context, today: date | None
) -> Iterator[Problem]:
    """Yield why *path* does not load, or else what judging finds in it; it is told as *name*."""
    try:
        guide = load(path)
    except BadFile as error:
        yield from _not_loaded(path, name, error)
    else:
        yield from _placed(path, name, judge_guide(guide, context, today))


def _not_loaded(path: Path, name: str, error: BadFile) -> Iterator[Problem]:
    try:
        content = read_bytes(path, MAX_BYTES)
    except BadFile:
        yield Problem(name, error.where, error.reason, UNREADABLE)
        return
    positions: Positions | None = None
    for rule, where, reason, told in broken_rules(content, error):
        place = told
        if place is None and rule != UNREADABLE:
            positions = positions or _positions(content)
            place = positions.of(where)
        yield Problem(name, where, reason, rule, *(place or (0, 0)))


def _regime_in(path: Path, knowledge: Knowledge, today: date | None) -> Iterator[Told]:
    try:
        regime = load_regime(path)
    except BadFile as error:
        yield LAW.id, error.where, error.reason
    else:
        yield from judge_regime(regime, knowledge, today)


def _placed(path: Path, name: str, found: Iterable[Told]) -> Iterator[Problem]:
    """Yield *found* with lines and columns of *path*, which is read only where there is any."""
    positions: Positions | None = None
    for rule, where, reason in found:
        positions = positions or _positions(read_bytes(path))
        yield Problem(name, where, reason, rule, *positions.of(where))


def _positions(content: bytes) -> Positions:
    return Positions(content.decode("utf-8-sig", "replace"))


def _law(found: Iterable[Found]) -> Iterator[Told]:
    return ((LAW.id, *one) for one in found)
