"""The whole wizard on lines, from the first question to the export."""

from typing import TextIO

from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.plain.finish import ask_export, summary_lines
from optout_tui.plain.guide import Walk
from optout_tui.plain.setting_up import ask_accounts, pick_checklist
from optout_tui.plain.talk import Back, Leave, Talk

WELCOME = (
    "OptOut walks you through each platform's own settings, to keep what you post out of AI"
    " training.",
    "Nothing leaves this computer. It is not legal advice.",
    "Type ? for help, back to go back, quit to leave.",
)


def run(desk: Desk, name: str | None, source: TextIO, out: TextIO) -> int:
    """Run the wizard until it is done or left and return the exit status, 0.

    Whatever was answered is saved. Raises Refusal, with everything saved before.
    """
    talk = Talk(source, out)
    talk.say(*WELCOME)
    session = desk.open(name) if name is not None else None
    try:
        session = session or _begin(talk, desk)
        _go_through(talk, session)
    except Leave:
        pass
    finally:
        if session is not None:
            session.save()
    if session is not None:
        talk.say(f'All is saved. Go on with: optout-tui --plain "{session.name}"')
    return 0


def _begin(talk: Talk, desk: Desk) -> Session:
    while True:
        try:
            return pick_checklist(talk, desk)
        except Back:
            talk.say("This is the first question.")


def _go_through(talk: Talk, session: Session) -> None:
    """Accounts, steps, summary, export; ``back`` leads from each to the one before."""
    stages = (_accounts, _steps, _end)
    at = 1 if session.checklist.accounts else 0
    while at < len(stages):
        try:
            stages[at](talk, session)
            session.save()
            at += 1
        except Back:
            at = max(at - 1, 0)


def _accounts(talk: Talk, session: Session) -> None:
    ask_accounts(talk, session)


def _steps(talk: Talk, session: Session) -> None:
    Walk(talk, session, "phone").all()


def _end(talk: Talk, session: Session) -> None:
    talk.say(*summary_lines(session))
    ask_export(talk, session)
