"""A checklist account by account, in the shape that ``status --json`` prints."""

from datetime import date
from typing import Any

from optout_tui.checklist.changed import changes_after
from optout_tui.checklist.model import Checklist, Counted, Evidence
from optout_tui.checklist.progress import (
    AccountView,
    RequestView,
    StepView,
    view_accounts,
)
from optout_tui.checklist.standing import state_of
from optout_tui.export.words import iso_moment
from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge


def status_json(checklist: Checklist, knowledge: Knowledge, today: date) -> dict[str, Any]:
    """Return what the contract calls ``status``: plain values, ready for JSON.

    Days are ISO dates, moments ISO in UTC with ``Z``, what is not there is null or "".
    Raises Refusal for a region nobody knows.
    """
    views = view_accounts(checklist, knowledge, today)
    return {
        "format": checklist.format,
        "name": checklist.name,
        "region": checklist.region,
        "revision": checklist.revision,
        "state": state_of(tuple(view.state for view in views)),
        "accounts": [account_json(view) for view in views],
    }


def account_json(view: AccountView) -> dict[str, Any]:
    """Return one account; ``kind`` is null where no guide is known."""
    return {
        "id": view.account.id,
        "platform": view.account.platform,
        "handle": view.account.handle,
        "route": view.route.id if view.route else view.account.route,
        "kind": view.route.kind if view.route else None,
        "state": view.state,
        "proof": view.proof,
        "steps": [_step(step, view.guide) for step in view.steps],
        "requests": [_request(request) for request in view.requests],
        "evidence": [_evidence(evidence) for evidence in view.account.evidence],
        "audits": [_figures(counted) for counted in view.account.audits],
    }


def _step(view: StepView, guide: Guide | None) -> dict[str, Any]:
    since = changes_after(guide, view.mark) if view.changed else ()
    return {
        "id": view.step.id,
        "stage": view.step.stage,
        "title": view.step.title,
        "state": view.state,
        "at": iso_moment(view.mark.at) if view.mark else None,
        "note": view.mark.note if view.mark else "",
        "changed": view.changed,
        "changed_parts": list(view.parts),
        "changed_since": [{"on": one.on, "text": one.text} for one in since],
    }


def _request(view: RequestView) -> dict[str, Any]:
    request = view.request
    return {
        "id": request.id,
        "kind": request.kind,
        "sent": request.sent.isoformat(),
        "received": request.received.isoformat(),
        "reference": request.reference,
        "channel": request.channel,
        "due": view.due.isoformat() if view.due else None,
        "latest": view.latest.isoformat() if view.latest else None,
        "state": view.state,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "kind": evidence.kind,
        "at": iso_moment(evidence.at),
        "reference": evidence.reference,
        "note": evidence.note,
    }


def _figures(counted: Counted) -> dict[str, Any]:
    """Return the figures of an audit; null where the export does not record something."""
    days = {
        "oldest": counted.oldest.isoformat() if counted.oldest else None,
        "newest": counted.newest.isoformat() if counted.newest else None,
    }
    return {
        "at": iso_moment(counted.at),
        "items": dict(counted.items),
        "by_year": dict(counted.by_year),
        "visibility": {
            "public": counted.public,
            "not_public": counted.not_public,
            "not_recorded": counted.not_recorded,
        },
        **days,
        "words": counted.words,
        "positions": counted.positions,
        "tags": counted.tags,
        "shared_chats": counted.shared_chats,
        "account_private": counted.account_private,
        "training_setting": counted.training,
    }
