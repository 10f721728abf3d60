"""What the law gives in a region, and what it does not, in the order in which it is told."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from optout_tui.checklist.words import day
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import RIGHT_NAMES, Regime
from optout_tui.rights import NO_PERIOD, authority_for, notes_for, regimes_for
from optout_tui.rights.words import NO_RIGHT, REACH_WORDS, RIGHT_WORDS

NO_RIGHT_SHORT = "no right found"
NO_RIGHT_WHOLE = f"{NO_RIGHT[0].upper()}{NO_RIGHT[1:]}."
ELSEWHERE = "Platforms' own switches may still work here: the list of platforms says which."


class Told(NamedTuple):
    """One thing said of the law, behind its label; a gap where all of it is empty.

    ``manner`` says how it stands out: a ``title`` sums up, a ``limit`` is one of a list.
    """

    label: str = ""
    text: str = ""
    manner: Literal["", "title", "limit", "warning"] = ""


GAP = Told()


def law_in_short(facts: Knowledge, region: str) -> str:
    """Return the law's short name, or that none was found."""
    return ", ".join(regime.law for regime in regimes_for(facts, region)) or NO_RIGHT_SHORT


def law_told(facts: Knowledge, region: str, today: date) -> Iterator[Told]:
    """Yield what the law gives in *region*: right, reach, time, authority, certainty, source."""
    regimes = regimes_for(facts, region)
    for regime in regimes:
        yield from (*_regime(facts, regime, region, today), GAP)
    if not regimes:
        yield from (Told("", NO_RIGHT_WHOLE, "title"), GAP, Told("", ELSEWHERE), GAP)
    for note in notes_for(facts, region):
        yield from (Told("", note.text), GAP)
        for source in note.sources:
            yield Told("Source", f"{source.title} · {source.tier}")
        yield Told("Checked", f"{day(note.checked)} · {note.confidence} confidence")


def _regime(facts: Knowledge, regime: Regime, region: str, today: date) -> Iterator[Told]:
    yield from (Told("", regime.summary, "title"), GAP, Told("Law", regime.law))
    if regime.in_force_from > today:
        yield Told("Not in force", f"until {day(regime.in_force_from)}", "warning")
    yield Told("Public posts", REACH_WORDS[regime.public_posts])
    yield from _reply_times(regime)
    authority = authority_for(facts, regime, region)
    if authority is not None:
        english = f" ({authority.english})" if authority.english else ""
        yield Told("Authority", f"{authority.name}{english}")
    yield Told("Checked", f"{day(regime.checked)} · {regime.confidence} confidence")
    yield from _what_is_not(regime)
    yield from _procedure(regime)
    yield from (GAP, Told("Source", f"{regime.title} · {regime.sources[0].tier}"))


def _what_is_not(regime: Regime) -> Iterator[Told]:
    missing = [RIGHT_WORDS[name] for name in RIGHT_NAMES if not regime.rights.named(name)]
    if missing:
        yield Told("No right to", ", ".join(missing))
    yield GAP
    yield from (Told("", limit, "limit") for limit in regime.limits)
    yield GAP


def _reply_times(regime: Regime) -> Iterator[Told]:
    """Yield each time to answer with the rights it holds for, or the one that holds for all."""
    times: dict[str, list[str]] = {}
    for name in RIGHT_NAMES:
        if (right := regime.rights.named(name)) is not None:
            clock = regime.clocks.get(right.clock)
            times.setdefault(clock.words if clock else NO_PERIOD, []).append(RIGHT_WORDS[name])
    for words, rights in times.items():
        alone = len(times) == 1
        yield Told("Reply due", words if alone else f"{words} (to {', '.join(rights)})")


def _procedure(regime: Regime) -> Iterator[Told]:
    if regime.cost:
        yield Told("Cost", regime.cost)
    if regime.identity:
        yield Told("Proof of you", regime.identity)
    if regime.internal_step is not None:
        yield Told("First", regime.internal_step.words)
    yield Told("Complain from", regime.complain_from)
    if regime.complain_by:
        yield Told("Complain by", regime.complain_by)
    yield from (Told("Not sure", doubt) for doubt in regime.doubts)
