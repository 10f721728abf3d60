"""What the law gives in a region, as blocks for the Region screen."""

from datetime import date

from optout_tui.journey.law import GAP as NOTHING
from optout_tui.journey.law import Told, law_told
from optout_tui.library.knowledge import Knowledge
from optout_tui.tui.flow import GAP, Block, block, field


def law_blocks(facts: Knowledge, region: str, today: date) -> list[Block]:
    """Return what the law gives in *region*: right, reach, time, authority, certainty, source."""
    return [_block(told) for told in law_told(facts, region, today)]


def _block(told: Told) -> Block:
    if told == NOTHING:
        return GAP
    if told.label:
        return field(told.label, told.text, "$warning" if told.manner == "warning" else "")
    style = "bold" if told.manner == "title" else ""
    return block(told.text, style, bullet="· " if told.manner == "limit" else "")
