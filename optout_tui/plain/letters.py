"""A letter, drafted by questions, read out, written into a file, and recorded once it is sent."""

from optout_tui.checklist.words import LANGUAGES
from optout_tui.handoff.clipboard import copy
from optout_tui.journey.letters import draft, file_name, kinds_for, letter_sent, suggested_kind
from optout_tui.journey.sentences import IN_ENGLISH
from optout_tui.letters.grounds import ADVICE, EXAMPLE, FIELDS, QUESTIONS, own_words
from optout_tui.letters.letter import (
    DRAFT,
    KIND_NAMES,
    KINDS,
    Letter,
    LetterKind,
    Manner,
    is_follow_up,
)
from optout_tui.plain.answers import Answers
from optout_tui.plain.finish import write_file
from optout_tui.plain.requests import ask_dispatch, tell_requests
from optout_tui.plain.talk import Back, in_turn
from optout_tui.plain.visit import Visit
from optout_tui.safety.refusal import Refusal

HELP_WITH_REASONS = f"{ADVICE}\nSo they may sound; yours must be your own: {EXAMPLE}"
TAKEN_AWAY = "-"


class LetterTalk:
    """One letter for one account, from its kind to the day it was sent."""

    def __init__(self, visit: Visit, account_id: str, kind: LetterKind, request_id: str) -> None:
        """Begin with a letter of *kind*, about the request of that id where one is named."""
        self.visit = visit
        self.talk = visit.talk
        self.account_id = account_id
        self.kind: LetterKind = kind
        self.request_id = request_id
        self.manner = Manner()
        self.in_english = False
        self.written = False
        self.listed: list[tuple[str, str]] = []
        self.own = visit.answers(account_id)

    def go(self, *, ask_kind: bool = True) -> None:
        """Ask which letter, what only the person can say, and what to do with it."""
        if ask_kind:
            self._ask_kind()
        letter = self._draft()
        if letter.needs_grounds and not any(self.own):
            self.talk.say("", "The law there wants your own reasons.", ADVICE)
            self._ask_own()
        self._tell(self._draft())
        while self._one():
            pass

    def _draft(self) -> Letter:
        own, request = own_words(self.own), self.request_id
        session = self.visit.session
        return draft(session, self.account_id, self.kind, own, self.manner, request_id=request)

    def _one(self) -> bool:
        """Ask what to do with the letter, do it, and return whether to ask again."""
        letter = self._draft()
        view = self.visit.session.view(self.account_id)
        self.talk.place = f"a letter for {view.label}: {KIND_NAMES[self.kind]}"
        choices = self._choices(letter)
        default = len(choices) if self.written else 1
        short, self.listed = self.listed == choices, choices
        try:
            chosen = self.talk.choose("What now?", choices, default, explain=DRAFT, short=short)
            if chosen == "end":
                return False
        except Back:
            return False
        try:
            self._do(chosen, letter)
        except Back:
            pass
        except Refusal as reason:
            self.talk.no(str(reason))
        return True

    def _choices(self, letter: Letter) -> list[tuple[str, str]]:
        ready = [
            ("file", "write it into a file"),
            ("sent", "it is sent: record that"),
            ("copy", "copy it"),
        ]
        choices = [] if letter.problem else ready
        choices.append(("words", "your own words: reasons, which data, where to answer"))
        if self._new_sentence():
            choices.append(("audit", "take a sentence from your audit into your reasons"))
        other = "the whole letter" if self.manner.short else "a short form that fits a text box"
        choices.append(("short", other))
        if len(letter.languages) > 1:
            choices.append(("language", "another language"))
        if letter.english:
            choices.append(("english", "read it in English" if not self.in_english else "as sent"))
        choices += [("kind", "another letter"), ("end", "go back")]
        return choices

    def _do(self, chosen: str, letter: Letter) -> None:
        match chosen:
            case "file":
                name = file_name(self.visit.session, self.account_id, letter)
                write_file(self.talk, name, lambda: letter.whole().text)
                self.written = True
                return
            case "copy":
                copied = copy(letter.whole().text)
                self.talk.say("It is copied." if copied else "No clipboard was found here.")
                self.written = self.written or copied
                return
            case "sent":
                self._record(letter)
                return
            case "words":
                self._ask_own()
            case "audit":
                self.visit.take_into_reasons(self.account_id, self._new_sentence())
            case "short":
                self.manner = self.manner._replace(short=not self.manner.short)
            case "language":
                lines = [(code, LANGUAGES.get(code, code)) for code in letter.languages]
                chosen = self.talk.choose("Which language?", lines)
                self.manner = self.manner._replace(language=chosen)
            case "english":
                self.in_english = not self.in_english
            case _:
                self._ask_kind()
        self._tell(self._draft())

    def _new_sentence(self) -> str:
        """Return what the kept figures say, unless it stands in the reasons already."""
        if not self.visit.session.find_account(self.account_id).audits:
            return ""
        from optout_tui.journey.figures import kept_sentence  # few letters need it

        sentence = kept_sentence(self.visit.session, self.account_id)
        return "" if sentence in self.own[0] else sentence

    def _record(self, letter: Letter) -> None:
        dispatch = ask_dispatch(self.visit)
        session = self.visit.session
        letter_sent(session, self.account_id, letter, dispatch, request_id=self.request_id)
        tell_requests(self.visit, self.account_id)
        self.visit.save()
        self.written = True

    # -- asking ------------------------------------------------------------------

    def _ask_kind(self) -> None:
        session = self.visit.session
        kinds = list(dict.fromkeys((*kinds_for(session, self.account_id), self.kind)))
        lines = [(kind, KIND_NAMES[kind]) for kind in kinds]
        kind = self.talk.choose("Which letter?", lines, kinds.index(self.kind) + 1, explain=DRAFT)
        request = ""
        if is_follow_up(kind):
            requests = session.find_account(self.account_id).requests
            asked = Answers(self.talk, session.place.today, requests)
            asked.ask_request()
            request = asked.request
        before = self.kind, self.request_id
        self.kind, self.request_id = kind, request
        try:
            self._draft()
        except Refusal:
            self.kind, self.request_id = before
            raise

    def _ask_own(self) -> None:
        """Ask what only the person can say; Enter keeps what was answered before."""
        told = list(self.own)

        def ask(number: int) -> bool:
            question = FIELDS[number]
            explain = HELP_WITH_REASONS if number < len(QUESTIONS) else ""
            typed = self.talk.ask(question, told[number], explain)
            told[number] = "" if typed == TAKEN_AWAY else typed
            return True

        self.talk.say(f"Enter leaves a question out; {TAKEN_AWAY} takes an answer away.")
        in_turn(*(lambda n=n: ask(n) for n in range(len(FIELDS))))
        self.own[:] = told

    # -- telling -----------------------------------------------------------------

    def _tell(self, letter: Letter) -> None:
        talk = self.talk
        talk.say("", DRAFT, f"To {letter.to}", "")
        if self.in_english and letter.english:
            talk.say(IN_ENGLISH, "")
        talk.say_text(letter.english if self.in_english and letter.english else letter.text)
        talk.say("", "Beside the letter")
        talk.say(*(f"  {note}" for note in letter.notes if note != DRAFT))
        if letter.problem:
            talk.say(f"Not ready: {letter.problem}.")


def ask_letter(visit: Visit, account_id: str, wished: LetterKind | None) -> None:
    """Draft a letter for an account: *wished*, or what comes next, suggested first."""
    kind = wished or suggested_kind(visit.session, account_id)
    LetterTalk(visit, account_id, kind, "").go()


def due_letter(visit: Visit, account_id: str, kind: str, request_id: str) -> None:
    """Draft the letter of that *kind* that is due about a request."""
    found = next(one for one in KINDS if one == kind)
    LetterTalk(visit, account_id, found, request_id).go(ask_kind=False)
