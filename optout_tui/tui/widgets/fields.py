"""Fields to type in: what is pasted or suggested is cleaned before a terminal sees it."""

from collections.abc import Callable
from typing import Any

from textual.dom import DOMNode
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from optout_tui.safety.text import clean


class Field(Input):
    """One line."""

    typed: Callable[[], None] | None = None
    """Called whenever something was typed, before the frame that shows it; a message comes after.

    What hangs on the text is then drawn together with it.
    """

    def watch_value(self) -> None:
        """Tell at once that the text changed."""
        if self.is_mounted and self.typed is not None:
            self.typed()

    def validate_value(self, value: str) -> str:
        """Return *value* as it may be shown: what is seen is what is kept."""
        return clean(value)


class NoteField(TextArea):
    """Several lines; tab goes to the next field."""

    def __init__(self, text: str, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Begin with *text*."""
        shown = clean(text, newlines=True)
        super().__init__(shown, id=id, show_line_numbers=False, tab_behavior="focus")

    def watch(
        self, obj: DOMNode, attribute_name: str, callback: Callable[..., Any], init: bool = True
    ) -> None:
        """Watch *obj*; hear of another theme by a signal instead, which can be unsubscribed from.

        A watcher of the app is kept by it for as long as nothing changes: for ever, in effect.
        """
        if obj is self.app and attribute_name == "theme":
            self.app.theme_changed_signal.subscribe(self, lambda _: callback())
        else:
            super().watch(obj, attribute_name, callback, init)

    def on_unmount(self) -> None:
        """Be let go of."""
        self.app.theme_changed_signal.unsubscribe(self)

    def edit(self, edit: Edit) -> EditResult:
        """Clean what comes in, by whichever way."""
        edit.text = clean(edit.text, newlines=True)
        return super().edit(edit)
