"""What happened to a request, as the letters after it tell it."""

from datetime import date
from typing import Any, NamedTuple

from optout_tui.checklist.history import has_open_question
from optout_tui.checklist.model import Event, Request
from optout_tui.checklist.progress import AccountView, RequestView
from optout_tui.checklist.request_words import REASON_WORDS
from optout_tui.letters.speech import Speech
from optout_tui.letters.texts import Lines
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import RIGHT_FOR, Regime
from optout_tui.rights import regimes_for
from optout_tui.rights.regimes import in_force

_REPLIES = ("granted", "refused", "extension", "question")
_ENCLOSED = (*_REPLIES, "answer", "reminder", "company-complaint", "appeal")


class Basis(NamedTuple):
    """The law a request rests on. ``regime`` is the place's own where no right was found.

    ``article`` is empty there: nothing may be claimed under it.
    """

    regime: Regime | None
    article: str


def basis_of(knowledge: Knowledge, region: str, view: RequestView) -> Basis:
    """Return the law that the request of a person living in *region* rests on."""
    received, law = view.request.received, view.law
    regimes = [one for one in regimes_for(knowledge, region) if in_force(one, received)]
    if law is None:
        return Basis(next(iter(regimes), None), "")
    return Basis(next(one for one in regimes if one.id == law.regime), law.article)


def last_reply(request: Request) -> Event | None:
    """Return the newest thing the company wrote, or None."""
    replies = (event for event in reversed(request.events) if event.kind in _REPLIES)
    return max(replies, key=lambda event: event.on, default=None)


def has_had(request: Request, kind: str) -> bool:
    """Return whether such an event is among those of *request*."""
    return any(event.kind == kind for event in request.events)


def facts(view: RequestView, basis: Basis, today: date, speech: Speech) -> dict[str, Any]:
    """Return what a letter about the request needs, in the words of *speech*."""
    request, reply = view.request, last_reply(view.request)
    is_asked = reply is not None and reply.kind == "question" and has_open_question(request)
    counts = is_asked or (reply is not None and reply.kind == "refused")
    step = basis.regime.internal_step if basis.regime else None
    clock = basis.regime.clocks.get(step.clock) if basis.regime and step else None
    return {
        "asked": _asked(request, speech),
        "sent": speech.day(request.sent),
        "their_reference": request.reference,
        "due": speech.day(view.due) if view.due else "",
        "latest": speech.day(view.latest) if view.latest else "",
        "late": view.state == "overdue",
        "past_due": view.due is not None and today > view.due,
        "rule": _rule(request, basis, speech),
        "outcome": reply.kind if reply and counts else "",
        "outcome_day": speech.day(reply.on) if reply else "",
        "reason": _their_words(reply) if reply else "",
        "answered": reply is not None,
        "step_within": speech.within(clock),
    }


def _their_words(reply: Event) -> str:
    """Return why the company refused in its own words; a code of ours is none of them."""
    return reply.note or ("" if reply.reason in REASON_WORDS else reply.reason)


def _asked(request: Request, speech: Speech) -> str:
    return speech.say("asked", request_kind=request.kind)


def _rule(request: Request, basis: Basis, speech: Speech) -> str:
    """Return the longest lawful period in words, empty where the law names none."""
    regime = basis.regime
    right = regime.rights.named(RIGHT_FOR[request.kind]) if regime else None
    clock = regime.clocks.get(right.clock) if regime and right else None
    return speech.period(clock, longest=True) if clock else ""


def story(view: RequestView, speech: Speech) -> Lines:
    """Return a line for everything that happened, the oldest first."""
    asked = _asked(view.request, speech)
    days = sorted(_happenings(view), key=lambda one: one[0])
    said = (speech.say("event", event=what, on=speech.day(on), asked=asked) for on, what in days)
    return Lines("\n".join(f"- {line}" for line in said))


def _happenings(view: RequestView) -> list[tuple[date, str]]:
    request = view.request
    found: list[tuple[date, str]] = [(request.sent, "sent")]
    if request.received != request.sent:
        found.append((request.received, "received"))
    found += [(event.on, event.kind) for event in request.events]
    if view.state == "overdue" and view.latest:
        found.append((view.latest, "overdue"))
    return found


def enclosures(account: AccountView, view: RequestView, speech: Speech) -> Lines:
    """Return a numbered line for everything that belongs with a complaint."""
    asked = _asked(view.request, speech)
    lines = [speech.say("enclosure", event=what, asked=asked) for what in ("sent", "proof")]
    lines += [
        f"{speech.say('enclosure', event=event.kind, asked=asked)}, {speech.day(event.on)}"
        for event in view.request.events
        if event.kind in _ENCLOSED
    ]
    lines += [
        held.reference or held.file
        for held in account.account.evidence
        if held.kind != "check" and (held.reference or held.file)
    ]
    return Lines("\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1)))
