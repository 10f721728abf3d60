"""One number out of many."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input

from optout_tui.safety.refusal import Refusal
from optout_tui.tui.dialogs.base import Dialog, label
from optout_tui.tui.widgets.fields import Field

DIGITS = 9


class NumberDialog(Dialog[int]):
    """Answers with a number from 1 on."""

    def __init__(self, title: str, asked: str, value: int) -> None:
        """Ask *asked*, suggesting *value*."""
        super().__init__(title)
        self.asked = asked
        self.value = value

    def fields(self) -> Iterable[Widget]:
        """Yield the field."""
        yield label(self.asked)
        yield Field(str(self.value), id="number", max_length=DIGITS)

    def answer(self) -> int:
        """Return the number; raises Refusal for what is none."""
        typed = self.query_one(Input).value.strip()
        if not (typed.isascii() and typed.isdecimal() and int(typed)):
            raise Refusal(f"{typed or 'nothing'} is no number from 1 on")
        return int(typed)
