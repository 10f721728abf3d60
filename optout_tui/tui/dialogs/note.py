"""A note of several lines."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from optout_tui.tui.dialogs.base import Dialog
from optout_tui.tui.widgets.fields import NoteField


class NoteDialog(Dialog[str]):
    """Asks for a note; an empty one takes the old one away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,ctrl+j", "take", "Keep", show=False, priority=True),
        Binding("escape", "dismiss_with_nothing", "Cancel", show=False, priority=True),
    ]
    ENTER = "ctrl+s Keep"

    def __init__(self, title: str, text: str) -> None:
        """Begin with *text*."""
        super().__init__(f"Note: {title}")
        self.text = text

    def fields(self) -> Iterable[Widget]:
        """Yield the field."""
        yield NoteField(self.text, id="note")

    def answer(self) -> str:
        """Return the note."""
        return self.query_one(TextArea).text
