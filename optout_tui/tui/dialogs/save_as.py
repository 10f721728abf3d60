"""A text into a file whose name the person chooses."""

from collections.abc import Iterable
from pathlib import Path

from textual.widget import Widget
from textual.widgets import Input

from optout_tui.export.file import AlreadyThere, folder, typed_path, write_export
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.dialogs.base import Dialog, label
from optout_tui.tui.widgets.fields import Field


class SaveAsDialog(Dialog[Path]):
    """Writes a text and answers with the file's path."""

    ENTER = "enter Write the file"

    def __init__(self, title: str, text: str, name: str) -> None:
        """Write *text*; *name* is suggested, in the folder the program was started in."""
        super().__init__(title)
        self.text = text
        self.file_name = name

    def fields(self) -> Iterable[Widget]:
        """Yield the field for the file."""
        yield label("File")
        yield Field(str(folder() / self.file_name), id="file")

    def answer(self) -> Path:
        """Write the file and return its path; raises Refusal, and then writes nothing."""
        return self._write(force=False)

    def _write(self, *, force: bool) -> Path:
        path = typed_path(self.query_one("#file", Input).value)
        write_export(path, self.text, force=force)
        return path

    def action_take(self) -> None:
        """Write the file; where one stands there already, ask first."""
        try:
            self.dismiss(self.answer())
        except AlreadyThere:
            self._ask_to_replace()
        except Refusal as error:
            self.app.say_no(error)

    def _ask_to_replace(self) -> None:
        from optout_tui.tui.dialogs.confirm import ConfirmDialog  # late: hardly ever asked

        title = "A file of that name is there already"
        dialog = ConfirmDialog(title, "What is in the file now is lost.", "Replace it")
        self.app.push_screen(dialog, lambda yes: self._replace() if yes else None)

    def _replace(self) -> None:
        try:
            self.dismiss(self._write(force=True))
        except Refusal as error:
            self.app.say_no(error)
