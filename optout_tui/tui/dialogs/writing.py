"""A dialog whose answer is a file, written when it is taken and never over another unasked."""

from pathlib import Path
from typing import ClassVar

from textual.widgets import Input

from optout_tui.export.file import AlreadyThere, typed_path, write_export
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.dialogs.base import Dialog


class WritingDialog(Dialog[Path]):
    """Writes a text into the file that the field ``#file`` names, and answers with its path."""

    ENTER = "enter Write the file"
    LOST: ClassVar[str] = "What is in the file now is lost."
    """What is said before a file is replaced."""

    def to_write(self) -> str:
        """Return the text that goes into the file; raises Refusal."""
        raise NotImplementedError

    def answer(self) -> Path:
        """Write the file and return its path; raises Refusal, and then writes nothing."""
        return self._write(force=False)

    def _write(self, *, force: bool) -> Path:
        path = typed_path(self.query_one("#file", Input).value)
        write_export(path, self.to_write(), force=force)
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
        dialog = ConfirmDialog(title, self.LOST, "Replace it")
        self.app.push_screen(dialog, lambda yes: self._replace() if yes else None)

    def _replace(self) -> None:
        try:
            self.dismiss(self._write(force=True))
        except Refusal as error:
            self.app.say_no(error)
