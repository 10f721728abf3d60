"""A sentence from an audit, to be read and changed before it goes into a letter."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from optout_tui.tui.dialogs.base import Dialog, words
from optout_tui.tui.widgets.fields import NoteField

ADVICE = (
    "This goes into your reasons, under “What of yours is public there”. Change it as you like. "
    "Your own reasons come first: figures alone do not tell why it matters to you."
)


class GroundsDialog(Dialog[str]):
    """Answers with the sentence as the person wants it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,ctrl+j", "take", "Take it", show=False, priority=True),
        Binding("escape", "dismiss_with_nothing", "Cancel", show=False, priority=True),
    ]
    ENTER = "ctrl+s Take it"

    def __init__(self, sentence: str) -> None:
        """Begin with *sentence*."""
        super().__init__("A sentence for your letter")
        self.sentence = sentence

    def fields(self) -> Iterable[Widget]:
        """Yield the advice and the field."""
        yield words(ADVICE)
        yield NoteField(self.sentence, id="sentence")

    def answer(self) -> str:
        """Return the sentence."""
        return self.query_one(TextArea).text.strip()
