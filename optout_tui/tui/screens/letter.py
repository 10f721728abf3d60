"""Letter: on the left what only the person can say, on the right the letter as it grows."""

from collections.abc import Iterable
from typing import ClassVar
from weakref import WeakKeyDictionary

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static, TextArea

from optout_tui.checklist.words import LANGUAGES
from optout_tui.journey.letters import draft, suggested_kind
from optout_tui.journey.session import Session
from optout_tui.letters.grounds import ADVICE, FIELDS, joined, own_words
from optout_tui.letters.letter import DRAFT, KIND_NAMES, LetterKind, OwnWords
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.flow import block, plain
from optout_tui.tui.leaving import Refreshing
from optout_tui.tui.letter_words import letter_blocks
from optout_tui.tui.screens.letter_asks import LetterAsks
from optout_tui.tui.widgets.fields import NoteField
from optout_tui.tui.widgets.page import MORE
from optout_tui.tui.widgets.prose import Prose

AT_FIRST = 4
"""How many questions the first frame has room for: a field costs more than all else here."""

_typed: WeakKeyDictionary[Session, dict[str, list[str]]] = WeakKeyDictionary()
"""What was typed for each account, kept while the checklist is open: it is on no disk."""


class LetterScreen(LetterAsks, Refreshing):
    """Drafts a letter for one account, and records it once it is sent."""

    TITLE_HELP = "The letter"
    AUTO_FOCUS = "#letter"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Your words", priority=True),
        Binding("shift+tab", "app.focus_previous", "Field before", show=False, priority=True),
        Binding("y", "copy", "Copy"),
        Binding("x", "write", "Write a file"),
        Binding("m", "sent", "Mark as sent"),
        Binding("k", "kind", "Kind"),
        Binding("s", "short", "Short"),
        Binding("a", "audit", "A sentence from an audit", show=False),
        Binding("g", "language", "Language of the letter", show=False),
        Binding("e", "english", "In English, to read", show=False),
        Binding("pagedown", "read(1)", "Read on", show=False, priority=True),
        Binding("pageup", "read(-1)", "Read back", show=False, priority=True),
        Binding("ctrl+p", "app.command_palette", "Everything by name", show=False),
        Binding("escape", "back", "Out of the field, then back", show=False),
        Binding("q", "app.leave", "Leave", show=False),
        MORE,
    ]

    def __init__(
        self,
        session: Session,
        account_id: str,
        kind: LetterKind | None = None,
        request_id: str = "",
    ) -> None:
        """Draft for *account_id* the letter of *kind*, or what comes next."""
        super().__init__(
            session, account_id, kind or suggested_kind(session, account_id), request_id
        )
        self.in_english = False
        self._answers = _answers_of(session, account_id)

    @property
    def shows_saving(self) -> bool:
        """It edits a checklist: sending is recorded."""
        return True

    def body(self) -> Iterable[Widget]:
        """Yield the word that it is a draft, the questions and the letter."""
        yield Static(plain(DRAFT), markup=False, classes="banner -shown")
        with Horizontal(classes="split"):
            with VerticalScroll(id="own", can_focus=False):
                yield Static(plain(ADVICE), id="advice", markup=False, classes="label")
                yield from self._questions(0, AT_FIRST)
            yield Prose(id="letter", classes="pane")

    def on_mount(self) -> None:
        """Show the letter; its keys work until the person goes into a field."""
        super().on_mount()
        self.redraft()
        self.call_after_refresh(self._ask_the_rest)

    async def _ask_the_rest(self) -> None:
        """Ask what the first frame had no room for, unless the person has left already."""
        if self.is_attached:
            await self.query_one("#own").mount_all(self._questions(AT_FIRST, len(FIELDS)))

    def _questions(self, begin: int, end: int) -> Iterable[Widget]:
        """Yield the questions from *begin* on, each with its field."""
        for number in range(begin, end):
            name = f"question-{number}"
            yield Static(plain(FIELDS[number]), id=name, markup=False, classes="label")
            yield NoteField(self._answers[number], id=f"answer-{number}")

    @on(events.DescendantFocus)
    def show_the_question(self, event: events.DescendantFocus) -> None:
        """Keep the question in sight above the field that is answered."""
        if isinstance(event.widget, NoteField):
            own, question = self.query_one("#own"), f"#question-{_number(event.widget)}"
            label = self.query_one(question)
            self.call_after_refresh(own.scroll_to_widget, label, top=True, animate=False)

    # -- the letter as it grows --------------------------------------------------

    @on(TextArea.Changed)
    def grow(self, event: TextArea.Changed) -> None:
        """Write the letter anew with what was typed."""
        number = _number(event.text_area)
        if self._answers[number] != event.text_area.text:
            self._answers[number] = event.text_area.text
            self.redraft()

    def take_words(self, words: str | None) -> None:
        """Put *words* below the first answer and write the letter anew."""
        if words:
            keep_words(self.session, self.account_id, words)
            self.query_one("#answer-0", NoteField).text = self._answers[0]
            self.redraft()

    def own_words(self) -> OwnWords:
        """Return what was typed so far."""
        return own_words(self._answers)

    def redraft(self) -> None:
        """Write the letter anew, or say why there is none; what is read stays in sight."""
        pane = self.query_one("#letter", Prose)
        try:
            self.letter = draft(
                self.session,
                self.account_id,
                self.kind,
                self.own_words(),
                self.manner,
                request_id=self.request_id,
            )
        except Refusal as error:
            self.letter = None
            pane.show([block(str(error), "$error")])
        else:
            at = pane.scroll_offset
            pane.show(letter_blocks(self.letter, in_english=self.in_english))
            pane.scroll_to(at.x, at.y, animate=False)
        self._say_where()

    def _say_where(self) -> None:
        view = self.session.view(self.account_id)
        place = plain(view.label, "bold") + plain(f"  {KIND_NAMES[self.kind]}", "$muted")
        language = LANGUAGES.get(self.letter.language, "") if self.letter else ""
        self.set_place(place, f"{'short · ' if self.manner.short else ''}{language}")
        title = f"To {self.letter.to}" if self.letter else "No letter"
        self.query_one("#letter").border_title = plain(title)

    def take_in(self) -> None:
        """Write the letter anew with what another program changed; leave a removed account."""
        if self.session.checklist.account(self.account_id) is None:
            self.app.show_checklist(self.session)
        else:
            self.redraft()

    # -- how it is shown ---------------------------------------------------------

    def action_short(self) -> None:
        """Change between the whole letter and the form that fits a text box."""
        self.manner = self.manner._replace(short=not self.manner.short)
        self.redraft()

    def action_english(self) -> None:
        """Show what the letter says in English, or the letter again."""
        self.in_english = not self.in_english
        self.redraft()

    def action_read(self, pages: int) -> None:
        """Scroll the letter."""
        pane = self.query_one("#letter", Prose)
        pane.scroll_page_down() if pages > 0 else pane.scroll_page_up()

    def action_back(self) -> None:
        """Leave the field; from the letter, go back to where the person came from."""
        if isinstance(self.focused, TextArea):
            self.query_one("#letter").focus()
        else:
            self.app.pop_screen()


def keep_words(session: Session, account_id: str, words: str) -> None:
    """Put *words* below the answer to the first question, which asks what is public there."""
    answers = _answers_of(session, account_id)
    answers[0] = joined([answers[0], words])


def _answers_of(session: Session, account_id: str) -> list[str]:
    return _typed.setdefault(session, {}).setdefault(account_id, [""] * len(FIELDS))


def _number(field: Widget) -> int:
    """Return which of the fields that is."""
    return int((field.id or "").removeprefix("answer-"))
