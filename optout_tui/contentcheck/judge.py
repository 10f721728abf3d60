"""Files of knowledge judged: loaded one by one, then held against every rule."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from optout_tui.contentcheck.ages import age_problems, age_reason
from optout_tui.contentcheck.files import is_folder
from optout_tui.contentcheck.law import authority_problems, note_problems, regime_problems
from optout_tui.contentcheck.links import link_problems, source_problems, unused_sources
from optout_tui.contentcheck.places import region_problems
from optout_tui.contentcheck.problem import Found, Problem
from optout_tui.contentcheck.routes import route_problems
from optout_tui.contentcheck.steps import step_problems
from optout_tui.contentcheck.wording import wording_problems
from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import Regime
from optout_tui.library.load import load_guide, load_regime
from optout_tui.library.own import load_own
from optout_tui.safety.limits import BadFile

T = TypeVar("T")


class Judgement(NamedTuple):
    """The files that were looked at, in that order, and what was found in them."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def judge_guide(guide: Guide, knowledge: Knowledge, today: date | None = None) -> Iterator[Found]:
    """Yield what is wrong with *guide*; with *today* also what was checked too long ago."""
    yield from link_problems(guide)
    yield from step_problems(guide)
    yield from route_problems(guide)
    yield from region_problems(guide, knowledge)
    yield from source_problems(guide.sources)
    yield from unused_sources(guide)
    yield from wording_problems(guide)
    if today is not None:
        yield from age_problems(guide, today)


def judge_regime(
    regime: Regime, knowledge: Knowledge, today: date | None = None
) -> Iterator[Found]:
    """Yield what is wrong with *regime*; with *today* also that it was checked too long ago."""
    yield from regime_problems(regime, knowledge)
    if today is not None and (reason := age_reason(regime.checked, today)):
        yield "checked", reason


def judge_files(paths: Iterable[Path], knowledge: Knowledge, today: date | None) -> Judgement:
    """Judge guides by file, or all ``*.toml`` of a folder; they are read and left as they are.

    They load as a person's own do, so that what is said here holds for those.
    """
    files: list[str] = []
    problems: list[Problem] = []
    for path in paths:
        found = sorted(path.glob("*.toml")) if is_folder(path) else [path]
        files += map(str, found or [path])
        if not found:
            problems.append(Problem(str(path), "", "holds no guide: no file *.toml"))
        for file in found:
            told = _loaded(file, load_own, lambda guide: judge_guide(guide, knowledge, today))
            problems += (Problem(str(file), *one) for one in told)
    return Judgement(tuple(files), tuple(problems))


def judge_own(
    folder: Path, left_out: Iterable[BadFile], knowledge: Knowledge, today: date | None
) -> Judgement:
    """Judge the person's own guides: those in *knowledge*, and those of *folder* left out of it."""
    problems = []
    for one in left_out:
        file = folder if one.file == folder.name else folder / one.file
        problems.append(Problem(str(file), one.where, one.reason))
    files = [problem.file for problem in problems]
    for guide in knowledge.guides():
        if knowledge.is_own(guide.id):
            files.append(str(folder / f"{guide.id}.toml"))
            found = judge_guide(guide, knowledge, today)
            problems += (Problem(files[-1], *one) for one in found)
    return Judgement(tuple(files), tuple(problems))


def judge_ours(folder: Path, knowledge: Knowledge, today: date | None) -> Judgement:
    """Judge all knowledge in *folder*, of which *knowledge* was made."""
    guides = sorted((folder / "platforms").glob("*.toml"))
    regimes = sorted((folder / "regimes").glob("*.toml"))
    judged: list[tuple[str, Iterable[Found]]] = [
        *((path.name, _judge_guide_file(path, knowledge, today)) for path in guides),
        *((path.name, _judge_regime_file(path, knowledge, today)) for path in regimes),
        ("authorities.toml", authority_problems(knowledge)),
        ("regions.toml", note_problems(knowledge)),
    ]
    return Judgement(
        tuple(file for file, _ in judged),
        tuple(Problem(file, *one) for file, found in judged for one in found),
    )


def _judge_guide_file(path: Path, knowledge: Knowledge, today: date | None) -> Iterator[Found]:
    return _loaded(path, load_guide, lambda guide: judge_guide(guide, knowledge, today))


def _judge_regime_file(path: Path, knowledge: Knowledge, today: date | None) -> Iterator[Found]:
    return _loaded(path, load_regime, lambda regime: judge_regime(regime, knowledge, today))


def _loaded(
    path: Path, load: Callable[[Path], T], judge: Callable[[T], Iterator[Found]]
) -> Iterator[Found]:
    """Yield why *path* does not load, or else what judging finds in it."""
    try:
        record = load(path)
    except BadFile as error:
        yield error.where, error.reason
    else:
        yield from judge(record)
