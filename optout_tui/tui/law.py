"""What the law gives in a region, as it is told on the Region screen."""

from datetime import date

from optout_tui.checklist.words import day
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import Reach, Regime, RightName
from optout_tui.rights import authority_for, notes_for, regimes_for
from optout_tui.tui.flow import GAP, Block, block, field

NO_RIGHT = "no right found"
NO_RIGHT_WHOLE = "No statutory right found in our table."

_CLOCKED: tuple[RightName, ...] = ("object", "erase", "access")

REACH: dict[Reach, str] = {
    "yes": "yes",
    "partly": "partly",
    "no": "no",
    "untested": "not tested in court",
}


def law_in_short(facts: Knowledge, region: str) -> str:
    """Return the law's short name, or that none was found."""
    return ", ".join(regime.law for regime in regimes_for(facts, region)) or NO_RIGHT


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


def _regime(facts: Knowledge, regime: Regime, region: str, today: date) -> list[Block]:
    blocks = [block(regime.summary, "bold"), GAP]
    blocks += [block(limit, bullet="· ") for limit in regime.limits]
    blocks += [GAP, field("Law", regime.law)]
    if regime.in_force_from > today:
        blocks.append(field("In force", f"from {day(regime.in_force_from)}", "$warning"))
    blocks.append(field("Public posts", REACH[regime.public_posts]))
    blocks.append(field("Reply due", _reply_time(regime)))
    authority = authority_for(facts, regime, region)
    if authority is not None:
        english = f" ({authority.english})" if authority.english else ""
        blocks.append(field("Authority", f"{authority.name}{english}"))
    blocks += [
        GAP,
        field("Source", f"{regime.title} · {regime.sources[0].tier}"),
        field("Checked", f"{day(regime.checked)} · {regime.confidence} confidence"),
    ]
    return blocks


def _reply_time(regime: Regime) -> str:
    """Return the time to answer an objection; where the law names none, the time it does name."""
    for name in _CLOCKED:
        right = regime.rights.named(name)
        if right is not None and right.clock:
            words = regime.clocks[right.clock].words
            return words if name == "object" else f"{words} ({name} only)"
    return "the law names no period"
