"""What is asked about requests: when one went out, what one holds, what came back."""

from pathlib import Path

from optout_tui.checklist.history import has_open_question, is_open
from optout_tui.export.file import typed_path
from optout_tui.journey.choices import (
    CHANNELS,
    FOLLOW_UP_CHANNELS,
    FOLLOW_UPS,
    HELD,
    HELD_WHILE_WAITING,
    REASONS,
    REPLIES,
    SUBJECTS,
)
from optout_tui.journey.proofs import keep
from optout_tui.journey.requests import Dispatch, follow_up, reply, sent
from optout_tui.journey.sentences import NOTHING_SENT
from optout_tui.journey.summary import request_said
from optout_tui.library.guides import Step
from optout_tui.library.kinds import RequestKind
from optout_tui.plain.answers import CLOCK, Answers
from optout_tui.plain.talk import in_turn
from optout_tui.plain.visit import Visit
from optout_tui.safety.refusal import Refusal


def ask_dispatch(visit: Visit) -> Dispatch:
    """Ask when and how something was sent, and under which reference."""
    given = Answers(visit.talk, visit.session.place.today)

    def channel() -> bool:
        given.channel = visit.talk.choose("How?", CHANNELS)
        return True

    visit.talk.say(CLOCK)
    in_turn(
        given.ask_day,
        channel,
        given.ask_arrival,
        lambda: given.ask_words("Their reference, if they gave one"),
    )
    return given.dispatch()


def ask_sent(visit: Visit, account_id: str, step: Step, kind: RequestKind) -> None:
    """Ask when and how the request of *step* went out, and tick the step."""
    sent(visit.session, account_id, kind, ask_dispatch(visit), step=step)
    tell_requests(visit, account_id)


def ask_proof(visit: Visit, account_id: str, step: Step | None) -> None:
    """Ask what the person holds, and tick *step* where it is one that leaves it."""
    requests = visit.session.find_account(account_id).requests
    waiting = [one for one in requests if is_open(one)]
    given = Answers(visit.talk, visit.session.place.today, waiting)
    choices = HELD_WHILE_WAITING if waiting else HELD
    kind = step.evidence if step and step.evidence else "mail"
    first = next((n for n, one in enumerate(choices, 1) if one.kind == kind), 1)

    def held() -> bool:
        lines = [(one, one.words) for one in choices]
        given.held = visit.talk.choose("What do you hold?", lines, first)
        return True

    def file() -> bool:
        found = _file_at(given.words)
        given.file = None
        if found is None:
            return False
        question = f"There is such a file, {found.name}. Is that it?"
        if visit.talk.yes(question, explain="Its name and its digest are kept. It stays there."):
            given.file, given.words = found, ""
        return True

    in_turn(
        held,
        lambda: given.held.answer is not None and given.ask_request(),
        lambda: given.ask_words("Where to find it again: a subject, a case number, a file"),
        file,
    )
    keep(
        visit.session,
        account_id,
        given.held.kind,
        file=given.file,
        reference=given.words,
        step=step,
        answer=given.held.answer,
        request_id=given.request,
    )


def _file_at(typed: str) -> Path | None:
    """The file that was named, where there is one."""
    try:
        path = typed_path(typed)
        return path if path.is_file() else None
    except (Refusal, OSError, ValueError):  # it is a subject or a number, not a path
        return None


def ask_reply(visit: Visit, account_id: str) -> None:
    """Ask what came back to which request, when, and why or about what."""
    requests = visit.session.find_account(account_id).requests
    if not requests:
        visit.talk.say(NOTHING_SENT)
        return
    given = Answers(visit.talk, visit.session.place.today, requests)

    def kind() -> bool:
        given.reply = visit.talk.choose("What do they say?", REPLIES)
        return True

    def more() -> bool:
        given.reason = given.about = None
        if given.reply == "refused":
            given.reason = visit.talk.choose("Why?", REASONS)
        elif given.reply == "question":
            given.about = visit.talk.choose("About what?", SUBJECTS)
        return given.reply in ("refused", "question")

    in_turn(
        kind,
        more,
        given.ask_request,
        lambda: given.ask_day("When"),
        lambda: given.ask_words("Their words or reference"),
    )
    reply(
        visit.session,
        account_id,
        given.reply,
        on=given.on,
        request_id=given.request,
        reason=given.reason or "",
        about=given.about,
        note=given.words,
    )
    tell_requests(visit, account_id)


def ask_follow_up(visit: Visit, account_id: str) -> None:
    """Ask what went out about which request: a reminder, a complaint, an answer."""
    requests = visit.session.find_account(account_id).requests
    if not requests:
        visit.talk.say(NOTHING_SENT)
        return
    given = Answers(visit.talk, visit.session.place.today, requests)
    asked = any(has_open_question(one) for one in requests)

    def kind() -> bool:
        kinds = [one for one in FOLLOW_UPS if asked or one[0] != "answer"]
        given.written = visit.talk.choose("What did you send?", kinds)
        return True

    def channel() -> bool:
        given.channel = visit.talk.choose("How?", FOLLOW_UP_CHANNELS)
        return True

    in_turn(
        kind,
        given.ask_request,
        given.ask_day,
        channel,
        lambda: given.ask_words("Their reference, if they gave one"),
    )
    follow_up(visit.session, account_id, given.written, given.dispatch(), given.request)
    tell_requests(visit, account_id)


def tell_requests(visit: Visit, account_id: str) -> None:
    """Say how the requests of an account stand now."""
    views = visit.session.view(account_id).requests
    visit.talk.say(*(f"Sent: {request_said(view)}." for view in views))
