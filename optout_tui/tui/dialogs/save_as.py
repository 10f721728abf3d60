"""A text into a file whose name the person chooses."""

from collections.abc import Iterable

from textual.widget import Widget

from optout_tui.export.file import folder
from optout_tui.tui.dialogs.base import label
from optout_tui.tui.dialogs.writing import WritingDialog
from optout_tui.tui.widgets.fields import Field


class SaveAsDialog(WritingDialog):
    """Writes a text and answers with the file's path."""

    def __init__(self, title: str, text: str, name: str) -> None:
        """Write *text*; *name* is suggested, in the folder the program was started in."""
        super().__init__(title)
        self.text = text
        self.file_name = name

    def fields(self) -> Iterable[Widget]:
        """Yield the field for the file."""
        yield label("File")
        yield Field(str(folder() / self.file_name), id="file")

    def to_write(self) -> str:
        """Return the text as it was given."""
        return self.text
