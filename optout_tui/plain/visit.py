"""A person at one checklist: what they talk over, and how it is saved while they do."""

from typing import NoReturn

from optout_tui.checklist.model import Checklist
from optout_tui.journey.choices import SIDES
from optout_tui.journey.desk import Desk
from optout_tui.journey.sentences import both_kept
from optout_tui.journey.session import Conflict, Session
from optout_tui.letters.grounds import FIELDS
from optout_tui.plain.talk import Back, Talk
from optout_tui.regions import name_of
from optout_tui.safety.refusal import Refusal

MOST_SHOWN = 6


class GoTo(Exception):
    """The person goes to another checklist, or to the list of them where none is named.

    ``account`` is where to begin there; ``letter`` and ``request`` a letter to begin with.
    """

    def __init__(
        self, name: str = "", account: str = "", letter: str = "", request: str = ""
    ) -> None:
        """Go to the checklist of that *name*."""
        super().__init__(name)
        self.name = name
        self.account = account
        self.letter = letter
        self.request = request


class Visit:
    """One open checklist, and the talk about it."""

    def __init__(self, talk: Talk, desk: Desk, session: Session) -> None:
        """Talk about *session*; say what is to be known before it is saved."""
        self.talk = talk
        self.desk = desk
        self.session = session
        self.exported = False
        self._disputed: Checklist | None = None
        """What a question is open about: it is not asked again until something changes."""
        self.own_words: dict[str, list[str]] = {}
        """What was answered for each account's letters; it is on no disk."""
        if word := session.word_before_saving:
            talk.say(word)

    @property
    def region_name(self) -> str:
        """Where the person lives."""
        return name_of(self.session.knowledge, self.session.checklist.region)

    def answers(self, account_id: str) -> list[str]:
        """Return what was answered for an account's letters, to be changed in place."""
        return self.own_words.setdefault(account_id, [""] * len(FIELDS))

    def take_into_reasons(self, account_id: str, sentence: str) -> None:
        """Put *sentence* behind the answer that says what is public there, once."""
        own = self.answers(account_id)
        if sentence not in own[0]:
            own[0] = f"{own[0]} {sentence}".strip()

    def save(self) -> None:
        """Put what changed on disk and say so, and take in what another program changed.

        What cannot be saved stays in memory; the next change tries again.
        """
        session = self.session
        if session.checklist is self._disputed:
            return
        changed = session.has_changes
        try:
            session.put()
        except Conflict as conflict:
            session.take_in()
            self._dispute(conflict)
            return
        except Refusal as reason:
            self.talk.say(f"NOT saved: {reason}")
            return
        if session.take_in():
            self.talk.say(f"Another program changed {session.name}: its changes are in.")
        if changed:
            self.talk.say(f"Saved, revision {session.revision}.")

    def _dispute(self, conflict: Conflict) -> None:
        """Keep our side in a file of its own, and ask which side holds."""
        self._disputed = self.session.checklist
        try:
            copy = self.session.keep_beside()
        except Refusal as reason:
            self.talk.say(f"NOT saved: {conflict}; {reason}")
            return
        name = self.session.name
        self.talk.say("", f"{name} was changed in two places.", *differences(conflict))
        self.talk.say(both_kept(copy))
        try:
            side = self.talk.choose("Which one holds?", SIDES, 0)
            self.talk.say(f"Saved, revision {self.session.settle(side)}.")
            self._disputed = None
        except Back:
            self.talk.say("Both stay as they are for now.")
        except Refusal as reason:
            self.talk.say(f"NOT saved: {reason}")

    def leave(self) -> bool:
        """Put everything on disk, the place where the person stopped too; return whether it is.

        Where two sides are in conflict, ours is kept beside, and that is said. Raises Refusal
        where it could not be saved and is kept nowhere.
        """
        try:
            self.session.save()
        except Conflict as conflict:
            self._leave_in_conflict(conflict)
            return False
        except Refusal as reason:
            _not_saved(str(reason))
        return True

    def _leave_in_conflict(self, conflict: Conflict) -> None:
        try:
            copy = self.session.keep_beside()
        except Refusal as reason:
            _not_saved(f"{conflict}; {reason}")
        self.talk.say(f"NOT saved: {conflict}. Your side is kept in {copy}.")


def differences(conflict: Conflict) -> list[str]:
    """Return what two sides say, a line for each thing they differ in."""
    shown = conflict.differences[:MOST_SHOWN]
    lines = [f"  {one.where}: {one.ours} here, {one.theirs} there" for one in shown]
    if more := len(conflict.differences) - len(shown):
        lines.append(f"  and {more} more")
    return lines or [f"  {conflict}"]


def _not_saved(reason: str) -> NoReturn:
    raise Refusal(f"NOT saved: {reason}") from None
