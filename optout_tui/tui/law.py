"""What the law gives in a region, and what it does not, as it is told on the Region screen."""

from collections.abc import Iterator
from datetime import date

from optout_tui.checklist.words import day
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import RIGHT_NAMES, Regime
from optout_tui.rights import NO_PERIOD, authority_for, notes_for, regimes_for
from optout_tui.rights.words import NO_RIGHT, REACH_WORDS, RIGHT_WORDS
from optout_tui.tui.flow import GAP, Block, block, field

NO_RIGHT_SHORT = "no right found"
NO_RIGHT_WHOLE = f"{NO_RIGHT[0].upper()}{NO_RIGHT[1:]}."


def law_in_short(facts: Knowledge, region: str) -> str:
    """Return the law's short name, or that none was found."""
    return ", ".join(regime.law for regime in regimes_for(facts, region)) or NO_RIGHT_SHORT


def law_blocks(facts: Knowledge, region: str, today: date) -> list[Block]:
    """Return what the law gives in *region*: right, reach, time, authority, certainty, source."""
    blocks: list[Block] = []
    for regime in regimes_for(facts, region):
        blocks += [*_regime(facts, regime, region, today), GAP]
    if not blocks:
        blocks = [
            block(NO_RIGHT_WHOLE, "bold"),
            GAP,
            block("Platforms' own switches may still work here: the next screen says which."),
            GAP,
        ]
    for note in notes_for(facts, region):
        blocks += [block(note.text), GAP]
        for source in note.sources:
            blocks.append(field("Source", f"{source.title} · {source.tier}"))
        blocks.append(field("Checked", f"{day(note.checked)} · {note.confidence} confidence"))
    return blocks


def _regime(facts: Knowledge, regime: Regime, region: str, today: date) -> Iterator[Block]:
    yield from (block(regime.summary, "bold"), GAP, field("Law", regime.law))
    if regime.in_force_from > today:
        yield field("Not in force", f"until {day(regime.in_force_from)}", "$warning")
    yield field("Public posts", REACH_WORDS[regime.public_posts])
    yield from _reply_times(regime)
    authority = authority_for(facts, regime, region)
    if authority is not None:
        english = f" ({authority.english})" if authority.english else ""
        yield field("Authority", f"{authority.name}{english}")
    yield field("Checked", f"{day(regime.checked)} · {regime.confidence} confidence")
    yield from _what_is_not(regime)
    yield from _procedure(regime)
    yield from (GAP, field("Source", f"{regime.title} · {regime.sources[0].tier}"))


def _what_is_not(regime: Regime) -> Iterator[Block]:
    missing = [RIGHT_WORDS[name] for name in RIGHT_NAMES if not regime.rights.named(name)]
    if missing:
        yield field("No right to", ", ".join(missing))
    yield GAP
    yield from (block(limit, bullet="· ") for limit in regime.limits)
    yield GAP


def _reply_times(regime: Regime) -> Iterator[Block]:
    """Yield each time to answer with the rights it holds for, or the one that holds for all."""
    times: dict[str, list[str]] = {}
    for name in RIGHT_NAMES:
        if (right := regime.rights.named(name)) is not None:
            clock = regime.clocks.get(right.clock)
            times.setdefault(clock.words if clock else NO_PERIOD, []).append(RIGHT_WORDS[name])
    for words, rights in times.items():
        alone = len(times) == 1
        yield field("Reply due", words if alone else f"{words} (to {', '.join(rights)})")


def _procedure(regime: Regime) -> Iterator[Block]:
    if regime.cost:
        yield field("Cost", regime.cost)
    if regime.identity:
        yield field("Proof of you", regime.identity)
    if regime.internal_step is not None:
        yield field("First", regime.internal_step.words)
    yield field("Complain from", regime.complain_from)
    if regime.complain_by:
        yield field("Complain by", regime.complain_by)
    yield from (field("Not sure", doubt) for doubt in regime.doubts)
