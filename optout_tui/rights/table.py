"""The law of a region as the JSON of the ``rights`` command: text, numbers, lists, None."""

from datetime import date
from typing import Any

from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import RIGHT_NAMES, Authority, Regime, RegionNote, Right
from optout_tui.library.records import Source
from optout_tui.regions import find, name_of
from optout_tui.rights.deadlines import NO_PERIOD, deadline_of
from optout_tui.rights.regimes import authority_for, in_force, notes_for, regimes_for

Json = dict[str, Any]


def rights_json(knowledge: Knowledge, code: str, received: date | None, today: date) -> Json:
    """Return everything the ``rights`` command prints for a region; dates are ISO 8601 text.

    *code* may be anything :func:`regions.find` takes. With *received* each right with a
    period bears the days its answer is due. Raises Refusal for a region nobody knows.
    """
    region = find(knowledge, code)
    return {
        "region": region,
        "name": name_of(knowledge, region),
        "regimes": rights_table(knowledge, region, received, today=today),
        "notes": [_note(note) for note in notes_for(knowledge, region)],
    }


def rights_table(
    knowledge: Knowledge, code: str, received: date | None = None, *, today: date
) -> list[Json]:
    """Return one entry for each body of law there, the most specific first.

    A law that starts after *today* has ``in_force`` false; one that started after *received*
    gives no dates for it.
    """
    return [
        _regime(knowledge, regime, code, received, today) for regime in regimes_for(knowledge, code)
    ]


def _regime(
    knowledge: Knowledge, regime: Regime, code: str, received: date | None, today: date
) -> Json:
    given = {name: regime.rights.named(name) for name in RIGHT_NAMES}
    return {
        "id": regime.id,
        "law": regime.law,
        "title": regime.title,
        "summary": regime.summary,
        "limits": list(regime.limits),
        "in_force": in_force(regime, today),
        "in_force_from": regime.in_force_from.isoformat(),
        "public_posts": regime.public_posts,
        "rights": {
            name: None if right is None else _right(knowledge, regime, right, received)
            for name, right in given.items()
        },
        "complain_from": regime.complain_from,
        "complain_by": regime.complain_by,
        "confidence": regime.confidence,
        "checked": regime.checked.isoformat(),
        "authority": _authority(authority_for(knowledge, regime, code)),
        "sources": [_source(source) for source in regime.sources],
    }


def _right(knowledge: Knowledge, regime: Regime, right: Right, received: date | None) -> Json:
    clock = regime.clocks.get(right.clock)
    table: Json = {
        "article": right.article,
        "statutory": clock is not None,
        "clock": clock.words if clock else NO_PERIOD,
        "due": None,
        "latest": None,
        "note": right.note,
    }
    if received is not None and in_force(regime, received):
        dates = deadline_of(knowledge, regime, right, received)
        table["due"] = dates.due.isoformat() if dates.due else None
        table["latest"] = dates.latest.isoformat() if dates.latest else None
        if dates.unknown:
            table["unknown"] = dates.unknown
    return table


def _authority(authority: Authority | None) -> Json | None:
    if authority is None:
        return None
    return {
        "name": authority.name,
        "english": authority.english,
        "url": authority.url,
        "form": authority.form,
        "email": authority.email,
        "languages": list(authority.languages),
        "offices": [{"place": office.place, "url": office.url} for office in authority.offices],
        "note": authority.note,
        "dated": authority.dated,
        "checked": authority.checked.isoformat(),
    }


def _note(note: RegionNote) -> Json:
    return {
        "text": note.text,
        "confidence": note.confidence,
        "checked": note.checked.isoformat(),
        "sources": [_source(source) for source in note.sources],
    }


def _source(source: Source) -> Json:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "tier": source.tier,
        "dated": source.dated,
        "read": source.read.isoformat(),
        "note": source.note,
    }
