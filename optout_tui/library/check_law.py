"""What must hold inside one regime before it loads."""

from collections.abc import Iterable, Iterator
from datetime import date

from optout_tui.library.law import RIGHT_NAMES, Clock, Regime
from optout_tui.safety.limits import BadFile

Problem = tuple[str, str]
"""Where in the file, and what is wrong there."""


def check_regime(regime: Regime, file: str) -> None:
    """Raise BadFile for the first thing in *regime* that does not hold together."""
    for where, reason in regime_problems(regime):
        raise BadFile(file, reason, where)


def regime_problems(regime: Regime) -> Iterator[Problem]:
    """Yield everything in *regime* that does not hold together, as place and reason."""
    known = [source.id for source in regime.sources]
    for n, name in enumerate(known):
        if name in known[:n]:
            yield f"sources[{n}].id", f'source id "{name}" is used twice'
    for name, clock in regime.clocks.items():
        yield from _clock_problems(clock, f"clocks.{name}", known)
    yield from _right_problems(regime, known)
    if regime.internal_step is not None:
        yield from _missing_clock(regime, regime.internal_step.clock, "internal_step.clock")
    for field in ("confirm_within", "complain_within", "complain_at_latest"):
        yield from _missing_clock(regime, getattr(regime, field), field)
    yield from _date_problems(regime)


def _date_problems(regime: Regime) -> Iterator[Problem]:
    """A year or a month will do for a date, but it must be one that the calendar has."""
    for n, source in enumerate(regime.sources):
        try:
            date.fromisoformat(f"{source.dated or '2000'}-01-01"[: max(len(source.dated), 10)])
        except ValueError:
            yield f"sources[{n}].dated", f'"{source.dated}" is no date'


def _clock_problems(clock: Clock, where: str, known: Iterable[str]) -> Iterator[Problem]:
    yield from _unsourced(clock.sources, known, f"{where}.sources")
    if clock.unit == "working-days" and not clock.holidays:
        yield f"{where}.holidays", "working days cannot be counted without a calendar"


def _right_problems(regime: Regime, known: Iterable[str]) -> Iterator[Problem]:
    given = [(name, right) for name in RIGHT_NAMES if (right := regime.rights.named(name))]
    if not given:
        yield "rights", "a regime must give at least one right"
    for name, right in given:
        yield from _missing_clock(regime, right.clock, f"rights.{name}.clock")
        yield from _unsourced(right.sources, known, f"rights.{name}.sources")


def _missing_clock(regime: Regime, clock: str, where: str) -> Iterator[Problem]:
    if clock and clock not in regime.clocks:
        yield where, f'no clock named "{clock}"'


def _unsourced(sources: Iterable[str], known: Iterable[str], where: str) -> Iterator[Problem]:
    for n, name in enumerate(sources):
        if name not in known:
            yield f"{where}[{n}]", f'no source named "{name}"'
