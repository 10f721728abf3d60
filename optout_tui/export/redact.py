"""A checklist without what tells whose it is: handles, notes, references, file names."""

import re
from collections import Counter
from hashlib import blake2b
from typing import get_args

from msgspec.structs import replace

from optout_tui.checklist.made_words import KINDS_MADE
from optout_tui.checklist.model import (
    About,
    Account,
    Channel,
    Checklist,
    Counted,
    Event,
    Evidence,
    Reason,
    Request,
    StepMark,
)
from optout_tui.guides.choose import find_step
from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import name_of

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_YEAR = re.compile(r"[0-9]{4}")
_SEEN = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{24})?")


def redacted(checklist: Checklist, knowledge: Knowledge) -> Checklist:
    """Return *checklist* with the same states, proofs and dates, and nobody to be found in it.

    Everything is built anew from what the program itself wrote or knows: free text, fields
    it does not know, digests of files and ids that hold a handle do not come along. The
    checklist's own name stays. Its id changes, so that the copy is nobody's revision.
    Raises Refusal for a region nobody knows.
    """
    name_of(knowledge, checklist.region)
    counts: Counter[str] = Counter()
    accounts = []
    for account in checklist.accounts:
        counts[account.platform] += 1
        guide = knowledge.find_guide(account.platform)
        accounts.append(_account(account, guide, f"account {counts[account.platform]}"))
    return Checklist(
        format=checklist.format,
        id=blake2b(f"redacted {checklist.id}".encode(errors="replace"), digest_size=8).hexdigest(),
        name=checklist.name,
        revision=checklist.revision,
        created=checklist.created,
        updated=checklist.updated,
        region=checklist.region,
        labels=checklist.labels if _LANGUAGE.fullmatch(checklist.labels) else "en",
        accounts=tuple(accounts),
    )


def _account(account: Account, guide: Guide | None, name: str) -> Account:
    """Keep no id of a step or a route that no guide knows: a person may have typed it."""
    known_route = guide is not None and guide.route(account.route) is not None
    marks = enumerate(account.steps, start=1)
    return Account(
        id=f"{account.platform}:{name}",
        platform=account.platform,
        handle=name,
        route=account.route if known_route else "",
        steps=tuple(_mark(mark, guide, f"unknown-{n}") for n, mark in marks),
        requests=tuple(
            _request(request, f"r{n}") for n, request in enumerate(account.requests, start=1)
        ),
        evidence=tuple(_evidence(evidence) for evidence in account.evidence),
        audits=tuple(_counted(counted) for counted in account.audits),
    )


def _mark(mark: StepMark, guide: Guide | None, stand_in: str) -> StepMark:
    step = find_step(guide, mark.id) if guide else None
    troubles = [trouble.id for trouble in step.troubles] if step else []
    return StepMark(
        id=mark.id if step else stand_in,
        state=mark.state,
        at=mark.at,
        seen=mark.seen if _SEEN.fullmatch(mark.seen) else "",
        trouble=mark.trouble if mark.trouble in troubles else "",
    )


def _request(request: Request, name: str) -> Request:
    return Request(
        id=name,
        kind=request.kind,
        sent=request.sent,
        received=request.received,
        channel=request.channel,
        events=tuple(_event(event) for event in request.events),
    )


def _event(event: Event) -> Event:
    """Keep a reason that is one of the known codes; any other is free text like a note."""
    return Event(
        kind=event.kind,
        on=event.on,
        reason=event.reason if event.reason in get_args(Reason) else "",
        about=event.about if event.about in get_args(About) else "",
        channel=event.channel if event.channel in get_args(Channel) else "",
    )


def _evidence(evidence: Evidence) -> Evidence:
    return Evidence(kind=evidence.kind, at=evidence.at, passed=evidence.passed)


def _counted(counted: Counted) -> Counted:
    """Keep the figures; a kind or a year that nobody knows is what a person typed."""
    return replace(
        counted,
        extra={},
        items={kind: count for kind, count in counted.items.items() if kind in KINDS_MADE},
        by_year={year: n for year, n in counted.by_year.items() if _YEAR.fullmatch(year)},
    )
