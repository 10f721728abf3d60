"""What a step asks: when it was sent, what is held as proof, what went wrong, what came back."""

from datetime import date

from optout_tui.checklist.model import Channel, ReplyKind
from optout_tui.checklist.progress import StepView
from optout_tui.checklist.request_words import ABOUT_WORDS, REASON_WORDS
from optout_tui.checklist.words import KIND_WORDS
from optout_tui.guides.choose import open_routes
from optout_tui.journey.accounts import follow_route
from optout_tui.journey.proofs import proof
from optout_tui.journey.requests import Dispatch, reply, sent
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark, note
from optout_tui.library.guides import EvidenceKind
from optout_tui.plain.talk import Talk
from optout_tui.regions import chain
from optout_tui.safety.refusal import Refusal, shown

CHANNELS: tuple[tuple[Channel, str], ...] = (
    ("form", "with a form"),
    ("email", "by e-mail"),
    ("letter", "by letter"),
)
REPLIES: tuple[tuple[ReplyKind, str], ...] = (
    ("granted", "they did it"),
    ("refused", "they refused"),
    ("extension", "they need more time"),
    ("question", "they ask something"),
)
EVIDENCE: tuple[tuple[EvidenceKind, str], ...] = (
    ("mail", "a mail"),
    ("receipt", "a receipt or a case number"),
    ("screenshot", "a screenshot"),
)


def do_step(talk: Talk, session: Session, account_id: str, step: StepView) -> None:
    """Mark the step as done, after what it asks."""
    if step.step.sends is not None:
        dispatch = _dispatch(talk, session.place.today)
        sent(session, account_id, step.step.sends, dispatch, step=step.step)
    elif step.step.evidence is not None and step.step.leaves_proof:
        reference = talk.ask("What do you hold? A case number, a file's name, or nothing")
        proof(session, account_id, step.step.evidence, reference=reference, step=step.step)
    else:
        mark(session, account_id, step.step.id, "done")


def _dispatch(talk: Talk, today: date) -> Dispatch:
    day = talk.ask_for("Sent on", lambda typed: _day(typed, today), today.isoformat())
    channel = talk.choose("How?", CHANNELS)
    return Dispatch(day, channel=channel, reference=talk.ask("Its case number, or nothing"))


def _day(typed: str, today: date) -> date:
    try:
        found = date.fromisoformat(typed)
    except ValueError:
        raise Refusal(f"{shown(typed, 30)} is no date; write it as {today.isoformat()}") from None
    if found > today:
        raise Refusal(f"{found} lies ahead")
    return found


def ask_problem(talk: Talk, session: Session, account_id: str, step: StepView) -> None:
    """List what is known to go wrong, say what to do about it, and record the choice."""
    known = [(trouble.id, trouble.sign) for trouble in step.step.troubles]
    chosen = talk.choose("What went wrong?", [*known, ("", "something else")])
    mark(session, account_id, step.step.id, "problem", chosen)
    trouble = next((one for one in step.step.troubles if one.id == chosen), None)
    if trouble is None:
        talk.say("Marked as a problem. A note helps you to remember what it was.")
        return
    talk.say(f"What to do: {' '.join(trouble.cure.split())}")
    if trouble.route and talk.yes("The guide says to follow another way then. Follow it?"):
        follow_route(session, account_id, trouble.route)


def ask_note(talk: Talk, session: Session, account_id: str, step: StepView) -> None:
    """Ask for a note at this step."""
    old = step.mark.note if step.mark else ""
    note(session, account_id, step.step.id, talk.ask("Your note", old))


def ask_way(talk: Talk, session: Session, account_id: str) -> None:
    """Offer the other ways that do as well here."""
    view = session.view(account_id)
    if view.guide is None or view.route is None:
        return
    routes = open_routes(view.guide, chain(session.knowledge, session.checklist.region))
    choices = [(route.id, f"{route.title} ({KIND_WORDS[route.kind]})") for route in routes]
    now = next((n for n, (key, _) in enumerate(choices, 1) if key == view.route.id), 1)
    follow_route(session, account_id, talk.choose("Which way?", choices, now))


def ask_reply(talk: Talk, session: Session, account_id: str) -> None:
    """Record what a company answered to the newest request."""
    if not session.view(account_id).requests:
        talk.say("Nothing was sent for this account yet.")
        return
    kind = talk.choose("What came back?", REPLIES)
    today = session.place.today
    on = talk.ask_for("When?", lambda typed: _day(typed, today), today.isoformat())
    reason = talk.choose("Why?", [*REASON_WORDS.items()]) if kind == "refused" else ""
    about = talk.choose("What do they ask?", [*ABOUT_WORDS.items()]) if kind == "question" else None
    words = talk.ask("Their words, or nothing")
    reply(session, account_id, kind, on=on, reason=reason, about=about, note=words)


def ask_proof(talk: Talk, session: Session, account_id: str) -> None:
    """Record what the person holds, without ticking anything."""
    kind = talk.choose("What do you hold?", EVIDENCE)
    proof(session, account_id, kind, reference=talk.ask("Its case number or file name"))
