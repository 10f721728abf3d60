"""Fields to type in: what is pasted or suggested is cleaned before a terminal sees it."""

from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from optout_tui.safety.text import clean


class Field(Input):
    """One line."""

    def validate_value(self, value: str) -> str:
        """Return *value* as it may be shown: what is seen is what is kept."""
        return clean(value)


class NoteField(TextArea):
    """Several lines; tab goes to the next field."""

    def __init__(self, text: str, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Begin with *text*."""
        shown = clean(text, newlines=True)
        super().__init__(shown, id=id, show_line_numbers=False, tab_behavior="focus")

    def edit(self, edit: Edit) -> EditResult:
        """Clean what comes in, by whichever way."""
        edit.text = clean(edit.text, newlines=True)
        return super().edit(edit)
