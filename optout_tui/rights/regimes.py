"""Which bodies of law, notes and authorities there are for a region."""

from datetime import date

from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import Authority, Regime, RegionNote
from optout_tui.regions import WORLD, chain


def regimes_for(knowledge: Knowledge, code: str) -> tuple[Regime, ...]:
    """Return the bodies of law for a region, the most specific first, in force or not yet.

    Empty where the table holds none. Raises Refusal for a code nobody knows.
    """
    return knowledge.regimes_in(chain(knowledge, code))


def in_force(regime: Regime, on: date) -> bool:
    """Return whether the law gives its rights on that day."""
    return regime.in_force_from <= on


def notes_for(knowledge: Knowledge, code: str) -> tuple[RegionNote, ...]:
    """Return what must be said of the law there, beside or instead of a right.

    Notes for ``*`` come only where there is neither a regime nor a note of its own.
    """
    links = chain(knowledge, code)
    notes = [note for note in knowledge.region_table.notes if _speaks_of(note, links)]
    own = tuple(note for note in notes if WORLD not in note.regions)
    if own or regimes_for(knowledge, code):
        return own
    return tuple(notes)


def authority_for(knowledge: Knowledge, regime: Regime, code: str) -> Authority | None:
    """Return whom to complain to under *regime* for a person living in *code*, or None.

    It is the one the regime names; where it names none, the region's own.
    """
    if regime.authority:
        named = (one for one in knowledge.authorities if one.id == regime.authority)
        return next(named, None)
    links = chain(knowledge, code)
    near = [one for one in knowledge.authorities if set(one.regions).intersection(links)]
    return min(near, key=lambda one: _closest(one.regions, links), default=None)


def _closest(regions: tuple[str, ...], links: tuple[str, ...]) -> int:
    """Return the place in *links* of the most specific region that is among *regions*."""
    return next(place for place, link in enumerate(links) if link in regions)


def _speaks_of(note: RegionNote, links: tuple[str, ...]) -> bool:
    return bool(set(note.regions).intersection(links)) and not set(note.not_in).intersection(links)
