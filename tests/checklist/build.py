"""Accounts in a few words, and what follows for them."""

from datetime import UTC, date, datetime
from typing import Any

from msgspec.structs import replace

from optout_tui.checklist.model import (
    Account,
    Checklist,
    Event,
    EventKind,
    Evidence,
    Request,
    StepMark,
)
from optout_tui.checklist.progress import AccountView, view_account
from optout_tui.library.guides import EvidenceKind
from optout_tui.library.kinds import RequestKind
from optout_tui.library.knowledge import Knowledge
from tests.conftest import TODAY

STEPS = ("open-menu", "open-form", "send", "keep-mail")
"""Photopia's objection route."""


def at(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def mark(step: str, state: Any = "done", when: datetime | None = None, **more: Any) -> StepMark:
    return StepMark(id=step, state=state, at=when or at(10), **more)


def all_done(*steps: str) -> tuple[StepMark, ...]:
    return tuple(mark(step) for step in steps or STEPS)


def request(
    *events: Event, kind: RequestKind = "objection", day: date = TODAY, n: int = 1
) -> Request:
    return Request(id=f"r{n}", kind=kind, sent=day, received=day, events=events)


def event(kind: EventKind, day: date = TODAY) -> Event:
    return Event(kind=kind, on=day)


def held(kind: EvidenceKind, *, when: datetime | None = None, passed: bool = False) -> Evidence:
    return Evidence(kind=kind, at=when or at(12), passed=passed)


def account(platform: str = "photopia", route: str = "objection", **said: Any) -> Account:
    return Account(id=f"{platform}:@anika", platform=platform, handle="@anika", route=route, **said)


def view(
    knowledge: Knowledge, what: Account, region: str = "DE", today: date = TODAY
) -> AccountView:
    return view_account(what, region, knowledge, today)


def with_account(checklist: Checklist, account: Account) -> Checklist:
    """Return *checklist* with *account* as its last one."""
    return replace(checklist, accounts=(*checklist.accounts, account))
