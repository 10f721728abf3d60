"""What the letter screen asks: which letter, which language, which file, when it was sent."""

from pathlib import Path

from optout_tui.checklist.words import LANGUAGES, day
from optout_tui.journey.letters import file_name, kinds_for, letter_sent
from optout_tui.journey.session import Session
from optout_tui.letters.letter import KIND_NAMES, Letter, LetterKind, Manner
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean
from optout_tui.tui.dialogs.answers import Posted
from optout_tui.tui.leaving import Refreshing
from optout_tui.tui.widgets.page import Page


class LetterAsks(Page):
    """The dialogs of the letter screen. Each is imported when it is first opened."""

    def __init__(
        self, session: Session, account_id: str, kind: LetterKind, request_id: str
    ) -> None:
        """Be about the letter of *kind* for an account of *session*."""
        super().__init__()
        self.session = session
        self.account_id = account_id
        self.kind: LetterKind = kind
        self.request_id = request_id
        self.manner = Manner()
        self.letter: Letter | None = None

    def redraft(self) -> None:
        """Write the letter anew."""

    # -- what can be done with it ------------------------------------------------

    def _whole(self) -> Letter | None:
        """Return the letter where nothing is missing in it, or say what is."""
        if self.letter is None:
            return None
        try:
            return self.letter.whole()
        except Refusal as error:
            self.app.say_no(error)
            return None

    def action_copy(self) -> None:
        """Send the letter to the clipboard."""
        if (letter := self._whole()) is not None:
            self.app.copy_text(letter.text, "the letter")

    def action_write(self) -> None:
        """Ask for a file's name and write the letter into it."""
        from optout_tui.tui.dialogs.save_as import SaveAsDialog

        if (letter := self._whole()) is not None:
            name = file_name(self.session, self.account_id, letter)
            dialog = SaveAsDialog("Write the letter", letter.text, name)
            self.app.push_screen(dialog, self._written)

    def _written(self, path: Path | None) -> None:
        if path is not None:
            self.app.notify(clean(f"Written: {path}"), timeout=10, markup=False)

    def action_sent(self) -> None:
        """Ask when and how it was sent, and record that."""
        from optout_tui.tui.dialogs.sent import SentDialog

        letter = self._whole()
        if letter is None:
            return

        def record(posted: Posted | None) -> None:
            if posted is not None:
                self._record(letter, posted)

        label = self.session.view(self.account_id).label
        self.app.push_screen(SentDialog(label, self.app.desk.today), record)

    def _record(self, letter: Letter, posted: Posted) -> None:
        made = self.app.attempt(
            lambda: letter_sent(
                self.session, self.account_id, letter, posted, request_id=self.request_id
            )
        )
        if made is not None:
            sent_on = day(posted.sent)
            self.app.notify(clean(f"Recorded: {letter.kind}, sent on {sent_on}."), markup=False)
            for screen in self.app.screen_stack:  # what lies beneath shows it too
                if isinstance(screen, Refreshing):
                    screen.take_in()

    # -- what an audit found -----------------------------------------------------

    def action_audit(self) -> None:
        """Show a sentence from the figures that were kept, or make an audit first."""
        from optout_tui.journey.figures import kept_sentence
        from optout_tui.tui.dialogs.grounds import GroundsDialog

        if sentence := kept_sentence(self.session, self.account_id):
            self.app.push_screen(GroundsDialog(sentence), self.take_words)
        else:
            self.app.show_audit(session=self.session, account_id=self.account_id)

    def take_words(self, words: str | None) -> None:
        """Take *words* into the letter."""

    # -- which letter ------------------------------------------------------------

    def action_kind(self) -> None:
        """Choose another letter."""
        from optout_tui.tui.dialogs.pick import PickDialog

        kinds = list(dict.fromkeys((*kinds_for(self.session, self.account_id), self.kind)))
        choices = [(kind, KIND_NAMES[kind]) for kind in kinds]

        def take(chosen: str | None) -> None:
            kind = next((one for one in kinds if one == chosen), None)
            if kind is not None:
                self.kind = kind
                self.redraft()

        self.app.push_screen(PickDialog("Which letter?", choices, self.kind), take)

    def action_language(self) -> None:
        """Choose the language of the letter, where there are several."""
        from optout_tui.tui.dialogs.pick import PickDialog

        if self.letter is None or len(self.letter.languages) == 1:
            self.app.notify("This letter is there in English only.", markup=False)
            return
        choices = [(code, LANGUAGES.get(code, code)) for code in self.letter.languages]

        def take(chosen: str | None) -> None:
            if chosen is not None:
                self.manner = self.manner._replace(language=chosen)
                self.redraft()

        now = self.letter.language
        self.app.push_screen(PickDialog("Which language?", choices, now), take)
