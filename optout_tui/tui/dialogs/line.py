"""One line of text."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input

from optout_tui.safety.names import checklist_name
from optout_tui.tui.dialogs.base import Dialog, label
from optout_tui.tui.widgets.fields import Field


class LineDialog(Dialog[str]):
    """Asks for a checklist's name and answers with one that can be a file's name."""

    def __init__(self, title: str, asked: str, value: str) -> None:
        """Ask *asked*, suggesting *value*."""
        super().__init__(title)
        self.asked = asked
        self.value = value

    def fields(self) -> Iterable[Widget]:
        """Yield the field."""
        yield label(self.asked)
        yield Field(self.value, id="line")

    def answer(self) -> str:
        """Return the name; raises Refusal for one that no file can bear."""
        return checklist_name(self.query_one(Input).value)
