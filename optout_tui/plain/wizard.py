"""The whole wizard on lines, from the first question to the export and whatever comes later."""

from typing import TextIO

from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.plain.letters import due_letter
from optout_tui.plain.opening import open_checklist, pick_checklist
from optout_tui.plain.talk import Back, Enough, Leave, Talk
from optout_tui.plain.visit import GoTo, Visit
from optout_tui.plain.walk import Walk
from optout_tui.safety.refusal import Refusal

WELCOME = (
    "OptOut walks you through each platform's own settings, to keep what you post out of AI"
    " training.",
    "Nothing leaves this computer. It is not legal advice.",
    "Type ? for help, back to go back, quit to leave.",
)


def run(desk: Desk, name: str | None, source: TextIO, out: TextIO) -> int:
    """Run the wizard until it is left and return the exit status, 0.

    Whatever was answered is saved. Raises Refusal, with everything saved before, where nobody
    seems to read the questions, and where something could not be saved.
    """
    talk = Talk(source, out)
    talk.say(*WELCOME)
    way = _Way(talk, desk)
    why = ""
    try:
        way.go(GoTo(name or ""))
    except Enough as enough:
        why = str(enough)
    except Leave:
        pass
    finally:
        way.close()
    talk.say(way.how_to_go_on)
    if why:
        raise Refusal(f"{why}; stopped, and all that was answered before is saved")
    return 0


class _Way:
    """From checklist to checklist."""

    def __init__(self, talk: Talk, desk: Desk) -> None:
        self.talk = talk
        self.desk = desk
        self.visit: Visit | None = None
        self.last = ""
        self.is_saved = True

    def go(self, there: GoTo) -> None:
        while True:
            try:
                self._enter(there)
            except GoTo as elsewhere:
                there = elsewhere
                self.close()

    def _enter(self, there: GoTo) -> None:
        """Open the checklist and walk through it."""
        session = self._open(there.name)
        self.visit = visit = Visit(self.talk, self.desk, session)
        self.last = session.name
        try:
            if there.letter:
                due_letter(visit, there.account, there.letter, there.request)
        except Back:
            pass
        except Refusal as reason:
            self.talk.no(str(reason))
        Walk(visit, there.account).go()

    def _open(self, name: str) -> Session:
        if not name:
            return pick_checklist(self.talk, self.desk)
        try:
            return open_checklist(self.talk, self.desk, name)
        except Back:
            raise GoTo from None
        except Refusal as reason:
            if not self.last:  # it was named from outside
                raise
            self.talk.no(str(reason))
            raise GoTo from None

    def close(self) -> None:
        """Put everything on disk. Raises Refusal where that cannot be done."""
        visit, self.visit = self.visit, None
        if visit is not None:
            self.is_saved = visit.leave()

    @property
    def how_to_go_on(self) -> str:
        """The last line."""
        if not self.last:
            return "Begin again with: optout-tui --plain"
        said = "All is saved. " if self.is_saved else ""
        return f'{said}Go on with: optout-tui --plain "{self.last}"'
