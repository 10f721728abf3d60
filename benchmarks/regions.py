"""The law of every region, worked out after loading: beside one look through the same regions."""

from datetime import date

from benchmarks.figures import Figure, in_pairs
from optout_tui.library.knowledge import Knowledge, knowledge
from optout_tui.library.law import RIGHT_NAMES
from optout_tui.regions import chain
from optout_tui.rights import regimes_for
from optout_tui.rights.deadlines import deadline_of

RECEIVED = date(2026, 11, 22)


def all_regions(count: int) -> Figure:
    """Measure every right with its clock and its days, for all regions there are."""
    facts = knowledge()
    pairs = in_pairs(lambda: _rights(facts), lambda: _places(facts), count)
    total = len(facts.region_table.regions)
    return Figure(f"rights and days of {total} regions", "their groups alone", pairs)


def _rights(facts: Knowledge) -> None:
    for code in facts.region_table.regions:
        for regime in regimes_for(facts, code):
            for name in RIGHT_NAMES:
                if (right := regime.rights.named(name)) is not None:
                    deadline_of(facts, regime, right, RECEIVED)


def _places(facts: Knowledge) -> None:
    for code in facts.region_table.regions:
        chain(facts, code)
