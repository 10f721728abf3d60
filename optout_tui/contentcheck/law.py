"""The law: regions and authorities that are there, addresses that are whole."""

from collections.abc import Iterator

from optout_tui.contentcheck.links import is_https, source_problems
from optout_tui.contentcheck.places import unknown_regions
from optout_tui.contentcheck.problem import Found
from optout_tui.contentcheck.wording import wording_problems
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import Authority, Regime


def regime_problems(regime: Regime, knowledge: Knowledge) -> Iterator[Found]:
    """Yield what is wrong with one body of law."""
    yield from unknown_regions(regime.regions, knowledge, "regions")
    if regime.authority and regime.authority not in {one.id for one in knowledge.authorities}:
        yield "authority", f'no authority named "{regime.authority}"'
    for name, clock in regime.clocks.items():
        if clock.holidays and knowledge.holidays(clock.holidays) is None:
            yield f"clocks.{name}.holidays", f'no calendar named "{clock.holidays}"'
    laws = {one.id for one in knowledge.regimes}
    for n, name in enumerate(regime.beside):
        if name not in laws:
            yield f"beside[{n}]", f'no law named "{name}"'
    yield from source_problems(regime.sources)
    yield from wording_problems(regime)


def authority_problems(knowledge: Knowledge) -> Iterator[Found]:
    """Yield what is wrong in the table of authorities."""
    seen: set[str] = set()
    for n, authority in enumerate(knowledge.authorities):
        where = f"authorities[{n}]"
        if authority.id in seen:
            yield f"{where}.id", f'"{authority.id}" is there twice'
        seen.add(authority.id)
        yield from unknown_regions(authority.regions, knowledge, f"{where}.regions")
        yield from _address_problems(authority, where)


def note_problems(knowledge: Knowledge) -> Iterator[Found]:
    """Yield what is wrong with what is said of the law in the table of regions."""
    for n, note in enumerate(knowledge.region_table.notes):
        where = f"notes[{n}]"
        yield from unknown_regions(note.regions, knowledge, f"{where}.regions")
        yield from unknown_regions(note.not_in, knowledge, f"{where}.not_in")
        yield from source_problems(note.sources, f"{where}.sources")
        for place, reason in wording_problems(note):
            yield f"{where}.{place}", reason


def _address_problems(authority: Authority, where: str) -> Iterator[Found]:
    for field, address in (("url", authority.url), ("form", authority.form)):
        if address and not is_https(address):
            yield f"{where}.{field}", f"{address} is no https address"
    for n, office in enumerate(authority.offices):
        for field, address in (("url", office.url), ("form", office.form)):
            if address and not is_https(address):
                yield f"{where}.offices[{n}].{field}", f"{address} is no https address"
