from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import (
    Account,
    Checklist,
    Counted,
    Event,
    Evidence,
    Here,
    Request,
    StepMark,
)
from optout_tui.guides.seen import seen_hash
from optout_tui.library.knowledge import Knowledge

Plant = Callable[[str], Checklist]
"""Puts one text everywhere in a checklist where a person, or a file, can put text."""


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """A small world of its own: two platforms, one law. Real guides may change, this does not."""
    return Knowledge.from_folder(Path(__file__).parent / "knowledge")


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 11, 22)


def at(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def checklist(*accounts: Account, region: str = "DE", name: str = "Personal") -> Checklist:
    return Checklist(
        format=1,
        id="7f3a",
        name=name,
        revision=17,
        parent="sha256:" + "0" * 64,
        created=at(1),
        updated=at(20),
        region=region,
        labels="de",
        accounts=accounts,
    )


def objected(knowledge: Knowledge, handle: str, *events: Event) -> Account:
    """An account whose every step is done and whose objection is out since 10 November."""
    route = knowledge.guide("fotogram").route("objection")
    assert route is not None
    return Account(
        id=f"fotogram:{handle}",
        platform="fotogram",
        handle=handle,
        route="objection",
        steps=tuple(
            StepMark(id=step.id, state="done", at=at(10, 9 + n), seen=seen_hash(step))
            for n, step in enumerate(route.steps)
        ),
        requests=(
            Request(
                id="r1",
                kind="objection",
                sent=date(2026, 11, 10),
                received=date(2026, 11, 11),
                reference="Case 4711",
                events=events,
            ),
        ),
    )


@pytest.fixture(scope="session")
def finished(knowledge: Knowledge) -> Checklist:
    """Granted with a mail to show, and one platform where there is nothing to do."""
    granted = Event(kind="granted", on=date(2026, 11, 12), note="a short mail")
    account = objected(knowledge, "@anika", granted)
    mail = Evidence(kind="mail", at=at(12), reference="Message 99", note="in the Legal folder")
    plauder = Account(id="plauder", platform="plauder", route="none")

    return checklist(replace(account, evidence=(mail,), owner="Jana"), plauder)


@pytest.fixture(scope="session")
def unfinished() -> Checklist:
    """One step done, one skipped, one that did not work, one open but with a note."""
    steps = (
        StepMark(id="open-menu", state="done", at=at(10), seen="00000000"),
        StepMark(id="send", state="skipped", at=at(11)),
        StepMark(id="keep-mail", state="todo", at=at(11), note="ask Ben\nor Carla"),
        StepMark(id="open-form", state="problem", at=at(12), trouble="no-word"),
    )
    account = Account(
        id="fotogram:@anika", platform="fotogram", handle="@anika", route="objection", steps=steps
    )
    return checklist(account)


@pytest.fixture(scope="session")
def empty() -> Checklist:
    return checklist(name="Nobody yet")


@pytest.fixture(scope="session")
def limited() -> Checklist:
    """In the United States, where there is no opt-out, after a move from Germany."""
    steps = (
        StepMark(id="open-menu", state="done", at=at(2), note="when in Germany"),
        StepMark(id="private-account", state="done", at=at(10)),
        StepMark(id="old-posts", state="skipped", at=at(10)),
    )
    account = Account(
        id="fotogram:@anika", platform="fotogram", handle="@anika", route="limit", steps=steps
    )
    return checklist(account, region="US", name="Overseas")


@pytest.fixture(scope="session")
def refused(knowledge: Knowledge) -> Checklist:
    """Refused after a question and more time; beside it a request that no law sets a date for."""
    events = (
        Event(kind="question", on=date(2026, 11, 12), about="identity"),
        Event(kind="extension", on=date(2026, 11, 13)),
        Event(kind="reminder", on=date(2026, 11, 14), channel="email", reference="mail 3"),
        Event(kind="refused", on=date(2026, 11, 20), reason="no-grounds", note="one sentence"),
    )
    account = objected(knowledge, "@anika", *events)
    access = Request(
        id="r2",
        kind="access",
        sent=date(2026, 11, 15),
        received=date(2026, 11, 15),
        channel="letter",
    )
    held = (
        Evidence(kind="screenshot", at=at(10), file="sent.png", sha256="ab" * 32),
        Evidence(kind="check", at=at(10), passed=False, note="robots.txt"),
    )

    requests = (*account.requests, access)
    return checklist(replace(account, requests=requests, evidence=held))


@pytest.fixture(scope="session")
def unknown() -> Checklist:
    """An account on a platform that no guide knows, with a tick all the same."""
    steps = (StepMark(id="my-own-step", state="done", at=at(10), trouble="my-trouble"),)
    return checklist(
        Account(id="myblog:me", platform="myblog", handle="me", route="x", steps=steps)
    )


@pytest.fixture(params=["finished", "unfinished", "empty", "limited", "refused", "unknown"])
def any_checklist(request: pytest.FixtureRequest) -> Checklist:
    found: Checklist = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def plant() -> Plant:
    """Return what makes a checklist that says one text wherever text can be said."""

    def planted(text: str) -> Checklist:
        extra = {"colour": text, "list": [text], "table": {text: text}}
        mark = StepMark(
            id="open-form", state="problem", at=at(10), note=text, trouble=text, seen=text,
            extra=extra,
        )  # fmt: skip
        own_mark = StepMark(id=f"own {text}", state="done", at=at(9), note=text)
        events = tuple(
            Event(
                kind=kind, on=date(2026, 11, 12), reason=text, about=text, channel=text,
                reference=text, note=text, extra=extra,
            )
            for kind in ("question", "refused")
        )  # fmt: skip
        request = Request(
            id=f"r {text}", kind="objection", sent=date(2026, 11, 10), received=date(2026, 11, 10),
            reference=text, events=events, extra=extra,
        )  # fmt: skip
        held = Evidence(
            kind="mail", at=at(12), reference=text, file=text, sha256=text, note=text, extra=extra
        )
        counted = Counted(at=at(12), items={text: 1, "posts": 5}, by_year={"2024": 3}, public=4)
        account = Account(
            id=f"fotogram:{text}", platform="fotogram", handle=text, route="objection",
            owner=text, steps=(mark, own_mark), requests=(request,), evidence=(held,),
            audits=(counted,), extra=extra,
        )  # fmt: skip

        made = checklist(account, replace(account, id=f"fotogram:{text}#2", route=text))
        here = Here(account=account.id, step=text, extra=extra)
        return replace(made, id=text, parent=text, labels=text, here=here, extra=extra)

    return planted
