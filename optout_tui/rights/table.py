"""The law of a region as the JSON of the ``rights`` command: text, numbers, lists, None."""

from datetime import date
from typing import Any

from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import RIGHT_NAMES, Authority, Office, Regime, RegionNote, Right
from optout_tui.library.records import source_json
from optout_tui.regions import find, name_of
from optout_tui.rights.deadlines import NO_PERIOD, deadline_of
from optout_tui.rights.regimes import authority_for, in_force, notes_for, regimes_for
from optout_tui.safety.refusal import Refusal

Json = dict[str, Any]


def rights_json(knowledge: Knowledge, code: str, received: date | None, today: date) -> Json:
    """Return everything the ``rights`` command prints for a region; dates are ISO 8601 text.

    *code* may be anything :func:`regions.find` takes. With *received* each right with a
    period bears the days its answer is due. Raises Refusal for a region nobody knows, and
    for a day of receipt before any law there gave a right.
    """
    region = find(knowledge, code)
    if received is not None:
        _check_received(knowledge, region, received)
    return {
        "region": region,
        "name": name_of(knowledge, region),
        "regimes": rights_table(knowledge, region, received, today=today),
        "notes": [_note(note) for note in notes_for(knowledge, region)],
    }


def _check_received(knowledge: Knowledge, region: str, received: date) -> None:
    laws = regimes_for(knowledge, region)
    if laws and not any(in_force(regime, received) for regime in laws):
        first = min(laws, key=lambda regime: regime.in_force_from)
        raise Refusal(
            f"received {received} lies before the law: {first.law} gives rights from "
            f"{first.in_force_from} on; give a later day"
        )


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
        "doubts": list(regime.doubts),
        "not_given": [name for name, right in given.items() if right is None],
        "beside": list(regime.beside),
        "in_force": in_force(regime, today),
        "in_force_from": regime.in_force_from.isoformat(),
        "public_posts": regime.public_posts,
        "rights": {
            name: None if right is None else _right(knowledge, regime, right, received)
            for name, right in given.items()
        },
        "cost": regime.cost,
        "identity": regime.identity,
        "confirm": _confirm(knowledge, regime, received),
        "internal_step": _internal_step(regime),
        "complain_from": regime.complain_from,
        "complain_by": regime.complain_by,
        "confidence": regime.confidence,
        "checked": regime.checked.isoformat(),
        "authority": _authority(authority_for(knowledge, regime, code)),
        "sources": [source_json(source) for source in regime.sources],
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
        "doubt": clock.doubt if clock else "",
    }
    if received is not None and in_force(regime, received):
        dates = deadline_of(knowledge, regime, right, received)
        table["due"] = dates.due.isoformat() if dates.due else None
        table["latest"] = dates.latest.isoformat() if dates.latest else None
        if dates.unknown:
            table["unknown"] = dates.unknown
    return table


def _confirm(knowledge: Knowledge, regime: Regime, received: date | None) -> Json | None:
    """Return by when a company must say that a request arrived; None without such a duty."""
    if not regime.confirm_within:
        return None
    duty = Right(article="", clock=regime.confirm_within, sources=())
    table = _right(knowledge, regime, duty, received)
    return {"clock": table["clock"], "due": table["due"]}


def _internal_step(regime: Regime) -> Json | None:
    step = regime.internal_step
    if step is None:
        return None
    clock = regime.clocks.get(step.clock)
    return {
        "kind": step.kind,
        "words": step.words,
        "clock": clock.words if clock else NO_PERIOD,
        "doubt": clock.doubt if clock else "",
    }


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
        "offices": [_office(office) for office in authority.offices],
        "note": authority.note,
        "dated": authority.dated,
        "checked": authority.checked.isoformat(),
    }


def _office(office: Office) -> Json:
    return {
        "place": office.place,
        "name": office.name,
        "url": office.url,
        "form": office.form,
        "email": office.email,
        "dated": office.dated,
    }


def _note(note: RegionNote) -> Json:
    return {
        "text": note.text,
        "confidence": note.confidence,
        "checked": note.checked.isoformat(),
        "sources": [source_json(source) for source in note.sources],
    }
