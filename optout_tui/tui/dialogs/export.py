"""Which format, which file, and whether handles and addresses go in."""

from collections.abc import Iterable
from pathlib import Path

from textual import on
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from optout_tui.export.file import AlreadyThere, default_name, folder, typed_path, write_export
from optout_tui.export.render import render
from optout_tui.journey.choices import FORMATS, READERS
from optout_tui.journey.session import Session
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.dialogs.base import Dialog, label
from optout_tui.tui.flow import plain
from optout_tui.tui.widgets.fields import Field
from optout_tui.tui.widgets.listing import Listing


class ExportDialog(Dialog[Path]):
    """Writes the export and answers with the file's path."""

    ENTER = "enter Write the file"

    def __init__(self, session: Session) -> None:
        """Export *session*."""
        super().__init__(f"Export {session.name}")
        self.session = session

    def fields(self) -> Iterable[Widget]:
        """Yield the formats, the file and the choice to redact."""
        yield label("Format")
        yield Listing((Option(plain(text)) for _, text in FORMATS), id="format")
        yield label("File")
        yield Field(id="file")
        yield label("For whom")
        yield Listing((Option(plain(text)) for _, text in READERS), id="reader")

    def on_mount(self) -> None:
        """Begin with Markdown."""
        self.query_one("#reader", OptionList).highlighted = 0
        listing = self.query_one("#format", OptionList)
        listing.highlighted = 0
        listing.focus()

    def _format(self) -> str:
        return FORMATS[self.query_one("#format", OptionList).highlighted or 0][0]

    @on(OptionList.OptionHighlighted, "#format")
    def suggest_file(self) -> None:
        """Suggest a file for the format, in the folder the program was started in."""
        name = default_name(self.session.name, self.app.desk.today, self._format())
        self.query_one("#file", Input).value = str(folder() / name)

    def answer(self) -> Path:
        """Write the file and return its path; raises Refusal, and then writes nothing."""
        return self._write(force=False)

    def _write(self, *, force: bool) -> Path:
        path = typed_path(self.query_one("#file", Input).value)
        session, desk = self.session, self.app.desk
        redact = READERS[self.query_one("#reader", OptionList).highlighted or 0][0]
        text = render(session.current, desk.knowledge, desk.today, self._format(), redact=redact)
        write_export(path, text, force=force)
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

        words = "What is in the file now is lost. The checklist itself is not touched by this."
        dialog = ConfirmDialog("A file of that name is there already", words, "Replace it")
        self.app.push_screen(dialog, lambda yes: self._replace() if yes else None)

    def _replace(self) -> None:
        try:
            self.dismiss(self._write(force=True))
        except Refusal as error:
            self.app.say_no(error)

    def on_option_list_option_selected(self) -> None:
        """Enter on a line writes the file."""
        self.action_take()
