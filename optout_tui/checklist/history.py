"""What became of a request, read from its events."""

from collections.abc import Iterable
from datetime import date

from optout_tui.checklist.model import Event, EventKind, Request
from optout_tui.rights import Question

FINAL: frozenset[EventKind] = frozenset({"granted", "refused"})
COMPLAINTS: frozenset[EventKind] = frozenset({"company-complaint", "appeal", "complaint"})

_RUNS_ON = frozenset({"form", "address", "language"})
"""What a company may ask for while its time runs: none of it leaves open who asks for what."""


def final_replies(request: Request) -> list[Event]:
    """Return what ended the wait for an answer, the newest last: the last one typed counts."""
    return [event for event in request.events if event.kind in FINAL]


def since_final_reply(request: Request) -> tuple[Event, ...]:
    """Return what was noted after the newest final reply; everything where there is none."""
    places = [n for n, event in enumerate(request.events) if event.kind in FINAL]
    return request.events[places[-1] + 1 :] if places else request.events


def complaint_about_refusal(request: Request) -> Event | None:
    """Return the newest complaint or appeal against the newest refusal, or None."""
    final = final_replies(request)
    if not final or final[-1].kind != "refused":
        return None
    return newest(since_final_reply(request), COMPLAINTS)


def is_open(request: Request) -> bool:
    """Return whether an answer is still to come: to the request, or to a complaint about it."""
    return not final_replies(request) or complaint_about_refusal(request) is not None


def questions(request: Request) -> tuple[Question, ...]:
    """Return the questions that may stop the clock, each with the day it was settled.

    An answer settles every question that was asked until that day; so does a final reply.
    """
    settled = sorted(e.on for e in request.events if e.kind == "answer" or e.kind in FINAL)
    return tuple(
        Question(asked.on, next((day for day in settled if day >= asked.on), None))
        for asked in request.events
        if asked.kind == "question" and asked.about not in _RUNS_ON
    )


def has_open_question(request: Request) -> bool:
    """Return whether the company asked something, whatever it was, that was not answered."""
    answers = [event.on for event in request.events if event.kind == "answer"]
    asked = [event.on for event in request.events if event.kind == "question"]
    return any(all(day < on for day in answers) for on in asked)


def extended_on(request: Request) -> date | None:
    """Return the day the company first said that it needs more time, or None."""
    days = [event.on for event in request.events if event.kind == "extension"]
    return min(days, default=None)


def newest(events: Iterable[Event], kinds: frozenset[EventKind]) -> Event | None:
    """Return the last noted of *events* that is of *kinds*, or None."""
    return next((event for event in reversed(tuple(events)) if event.kind in kinds), None)
