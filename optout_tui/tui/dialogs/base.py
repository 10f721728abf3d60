"""A small box in front of a screen: a question, an answer, and escape for none."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from optout_tui.safety.refusal import Refusal
from optout_tui.tui.flow import plain

if TYPE_CHECKING:
    from optout_tui.tui.app import OptOutApp

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None]):
    """Asks one thing. ``fields`` yields what is asked; ``take`` answers on enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss_with_nothing", "Cancel"),
        Binding("enter", "take", "OK", show=False),
        Binding("ctrl+c", "app.copy_or_leave", "Copy or leave", show=False),
        Binding("tab", "app.focus_next", "Next field", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", "Field before", show=False, priority=True),
    ]
    """Tab comes before the field that has the focus, or what is typed next would end up there."""
    ENTER: ClassVar[str] = "enter OK"

    app: "OptOutApp"

    def __init__(self, title: str) -> None:
        """Write *title* on the box's upper edge."""
        super().__init__()
        self.question = title

    def compose(self) -> ComposeResult:
        """Yield the box."""
        with VerticalScroll(id="box", can_focus=False) as box:
            box.border_title = plain(self.question)
            box.border_subtitle = plain(f"{self.ENTER}   esc Cancel")
            yield from self.fields()

    def fields(self) -> Iterable[Widget]:
        """Yield what is asked."""
        return ()

    def answer(self) -> Answer | None:
        """Return the answer. Raises Refusal for one that cannot be taken."""
        return None

    def action_take(self) -> None:
        """Answer, or say why the answer cannot be taken."""
        try:
            self.dismiss(self.answer())
        except Refusal as error:
            self.app.say_no(error)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in a field answers."""
        event.stop()
        self.action_take()

    def action_dismiss_with_nothing(self) -> None:
        """Answer nothing."""
        self.dismiss(None)


def words(text: str) -> Static:
    """Return a paragraph of the dialog."""
    return Static(plain(text), classes="words")


def label(text: str) -> Static:
    """Return the label over a field."""
    return Static(plain(text), classes="label")
