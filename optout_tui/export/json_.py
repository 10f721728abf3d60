"""The checklist as JSON: exact values, the shape of ``status`` and what surrounds it."""

import json
from datetime import date
from typing import Any

from optout_tui.checklist.model import Checklist, Event, Evidence
from optout_tui.checklist.words import OWN_GUIDE
from optout_tui.export.escapes import spell_out_json
from optout_tui.export.records import AccountReport, Report, RequestLine, StepLine
from optout_tui.export.status import status_json
from optout_tui.export.words import iso_moment
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.records import source_json

FORMAT = 1
"""Grows when a key changes its meaning or goes away."""


def as_json(report: Report, checklist: Checklist, knowledge: Knowledge) -> str:
    """Return *report*, made from *checklist*, as JSON text with a newline at its end."""
    status = status_json(checklist, knowledge, report.exported)
    value = {
        "format": FORMAT,
        "exported": report.exported.isoformat(),
        "program": report.program,
        "redacted": report.redacted,
        "checklist": {
            "name": report.name,
            "region": report.region,
            "region_name": report.region_name,
            "labels": report.language,
            "revision": report.revision,
            "state": report.state,
            "summary": report.summary,
        },
        "accounts": [
            _account(shape, account)
            for shape, account in zip(status["accounts"], report.accounts, strict=True)
        ],
        "not_done": list(report.not_done),
    }
    return spell_out_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _account(shape: dict[str, Any], account: AccountReport) -> dict[str, Any]:
    steps = zip(shape["steps"], account.steps, strict=True)
    requests = zip(shape["requests"], account.requests, strict=True)
    evidence = zip(shape["evidence"], account.evidence, strict=True)
    route = account.route
    return shape | {
        "platform_name": account.platform_name,
        "company": account.company,
        "owner": account.owner,
        "applies": account.applies,
        "training": _training(account),
        "route_title": route.title if route else None,
        "effect": route.effect if route else None,
        "confidence": route.confidence if route else None,
        "checked": route.checked.isoformat() if route else None,
        "checked_lately": not route.old if route else None,
        "guide": OWN_GUIDE if account.yours else None,
        "yours": account.yours,
        "route_note": route.note if route else None,
        "not_covered": list(route.not_covered) if route else [],
        "undone_by": list(route.undone_by) if route else [],
        "steps": [step | _trouble(line) | _ways(line) for step, line in steps],
        "other_steps": [_other_step(line) for line in account.other_steps],
        "requests": [one | _beside(line) for one, line in requests],
        "evidence": [one | _held(line) for one, line in evidence],
        "check_again": {
            "on": _iso(account.check_again),
            "after": list(account.check_again_after),
        },
        "sources": [source_json(source) for source in account.sources],
    }


def _training(account: AccountReport) -> dict[str, Any] | None:
    facts = account.training
    if facts is None:
        return None
    return {
        "default": facts.default,
        "since": facts.since,
        "uses": list(facts.uses),
        "note": facts.note,
        "confidence": facts.confidence,
    }


def _trouble(line: StepLine) -> dict[str, Any]:
    return {"trouble": line.trouble, "sign": line.sign}


def _ways(line: StepLine) -> dict[str, Any]:
    """Return the labels to tap; ``seen`` is null where none was seen in the person's language."""
    return {
        "ways": [
            {"device": way.device, "menu": list(way.menu), "seen": list(way.seen) or None}
            for way in line.ways
        ]
    }


def _other_step(line: StepLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "stage": line.stage,
        "title": line.title,
        "state": line.state,
        "at": iso_moment(line.at) if line.at else None,
        "note": line.note,
        **_trouble(line),
    }


def _beside(line: RequestLine) -> dict[str, Any]:
    return {
        "rule": line.rule,
        "law": line.law,
        "time": line.time,
        "events": [_event(e) for e in line.events],
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "kind": event.kind,
        "on": event.on.isoformat(),
        "reason": event.reason,
        "about": event.about,
        "channel": event.channel,
        "reference": event.reference,
        "note": event.note,
    }


def _held(evidence: Evidence) -> dict[str, Any]:
    return {"file": evidence.file, "sha256": evidence.sha256, "passed": evidence.passed}


def _iso(when: date | None) -> str | None:
    return when.isoformat() if when else None
