"""HTML exports to look at in a browser: a busy one, one of hard words, one with nothing in it."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from optout_tui.checklist.model import (
    Account,
    Checklist,
    Event,
    Evidence,
    Request,
    StepMark,
    StepState,
)
from optout_tui.export.render import render
from optout_tui.guides.choose import route_for
from optout_tui.library.guides import Step
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain

TODAY = date(2026, 11, 22)
LONG = "an_account_with_a_name_that_goes_on_and_on_without_a_single_place_to_break_it_" * 2
WORDS = "One sentence of a note, as people write them. " * 12


def export(name: str, knowledge: Knowledge) -> str:
    """Return the text of the page of that name."""
    return render(PAGES[name](knowledge), knowledge, TODAY, "html")


def busy(knowledge: Knowledge) -> Checklist:
    """Return a brand's checklist with every state, reply and kind of evidence in it."""
    granted = _request("r1", Event(kind="granted", on=date(2026, 11, 12), note="a short mail"))
    asked = _request(
        "r2",
        Event(kind="question", on=date(2026, 11, 12), about="identity"),
        Event(kind="answer", on=date(2026, 11, 13)),
        Event(kind="extension", on=date(2026, 11, 14)),
        Event(kind="reminder", on=date(2026, 11, 15), channel="email", reference="mail 3"),
        Event(kind="refused", on=date(2026, 11, 20), reason="no_match", note=WORDS),
    )
    mail = Evidence(kind="mail", at=_at(12), reference="Message 99", note=WORDS)
    receipt = Evidence(kind="receipt", at=_at(13), file="/home/anika/receipt.pdf", sha256="0f" * 32)
    return _checklist(
        "Studio Nord",
        "DE",
        _account(knowledge, "DE", "instagram", "@studio.nord", "done", granted, evidence=(mail,)),
        _account(knowledge, "DE", "facebook", "Studio Nord", "done", asked, evidence=(receipt,)),
        _account(knowledge, "DE", "x", "@studionord", "problem"),
        _account(knowledge, "DE", "linkedin", "", "skipped"),
        _account(knowledge, "DE", "chatgpt", "", None),
        _account(knowledge, "DE", "reddit", "u/studionord", "done"),
        _account(knowledge, "DE", "mastodon", "@nord@example.org", None),
    )


def hard(knowledge: Knowledge) -> Checklist:
    """Return a checklist of words that are long, wide, or run from right to left."""
    mail = Evidence(kind="mail", at=_at(12), reference=LONG, note="\n".join([LONG, "日本語 " * 40]))
    return _checklist(
        "שלום عالم 日本語のチェックリスト",
        "BR",
        _account(
            knowledge, "BR", "instagram", LONG, "problem", _request(LONG[:60]), evidence=(mail,)
        ),
        _account(knowledge, "BR", "website", "日本語" * 20, "done"),
    )


def abroad(knowledge: Knowledge) -> Checklist:
    """Return a checklist from where there is no opt-out."""
    return _checklist(
        "Abroad",
        "US",
        _account(knowledge, "US", "instagram", "@anika", "done"),
        _account(knowledge, "US", "youtube", "", None),
    )


def empty(_: Knowledge) -> Checklist:
    """Return a checklist without accounts."""
    return _checklist("Nobody yet", "DE")


PAGES: dict[str, Callable[[Knowledge], Checklist]] = {
    "busy": busy,
    "hard": hard,
    "abroad": abroad,
    "empty": empty,
}


def _account(
    knowledge: Knowledge,
    region: str,
    platform: str,
    handle: str,
    state: StepState | None,
    *requests: Request,
    evidence: tuple[Evidence, ...] = (),
) -> Account:
    route = route_for(knowledge.guide(platform), chain(knowledge, region))
    marks = tuple(_mark(step, state) for step in route.steps) if state else ()
    return Account(
        id=f"{platform}:{handle}" if handle else platform,
        platform=platform,
        handle=handle,
        route=route.id,
        owner="Jana",
        steps=marks,
        requests=requests,
        evidence=evidence,
    )


def _mark(step: Step, state: StepState) -> StepMark:
    wrong = state == "problem"
    trouble = step.troubles[0].id if wrong and step.troubles else ""
    return StepMark(id=step.id, state=state, at=_at(10), trouble=trouble, note=WORDS * wrong)


def _request(reference: str, *events: Event) -> Request:
    return Request(
        id="r1",
        kind="objection",
        sent=date(2026, 11, 10),
        received=date(2026, 11, 11),
        reference=reference,
        events=events,
    )


def _checklist(name: str, region: str, *accounts: Account) -> Checklist:
    return Checklist(
        format=1,
        id="7f3a",
        name=name,
        revision=17,
        created=_at(1),
        updated=_at(20),
        region=region,
        accounts=accounts,
    )


def _at(day: int) -> datetime:
    return datetime(2026, 11, day, 12, tzinfo=UTC)
