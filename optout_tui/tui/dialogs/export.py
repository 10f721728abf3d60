"""Which format, which file, and whether handles and addresses go in."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from optout_tui.export.file import default_name, folder
from optout_tui.export.render import render
from optout_tui.journey.choices import FORMATS, READERS
from optout_tui.journey.session import Session
from optout_tui.tui.dialogs.base import label
from optout_tui.tui.dialogs.writing import WritingDialog
from optout_tui.tui.flow import plain
from optout_tui.tui.widgets.fields import Field
from optout_tui.tui.widgets.listing import Listing


class ExportDialog(WritingDialog):
    """Writes the export and answers with the file's path."""

    LOST = "What is in the file now is lost. The checklist itself is not touched by this."

    def __init__(self, session: Session) -> None:
        """Export *session*."""
        super().__init__(f"Export {session.name}")
        self.session = session

    def fields(self) -> Iterable[Widget]:
        """Yield the formats, the file and the choice to redact."""
        yield label("Format")
        formats = (Option(plain(text)) for _, text in FORMATS)
        yield Listing(formats, id="format", moved=self._suggest_file)
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
        self._suggest_file()

    def _format(self) -> str:
        return FORMATS[self.query_one("#format", OptionList).highlighted or 0][0]

    def _suggest_file(self) -> None:
        """Suggest a file for the format, in the folder the program was started in."""
        name = default_name(self.session.name, self.app.desk.today, self._format())
        self.query_one("#file", Input).value = str(folder() / name)

    def to_write(self) -> str:
        """Return the export as it was chosen; raises Refusal."""
        session, desk = self.session, self.app.desk
        redact = READERS[self.query_one("#reader", OptionList).highlighted or 0][0]
        return render(session.current, desk.knowledge, desk.today, self._format(), redact=redact)

    def on_option_list_option_selected(self) -> None:
        """Enter on a line writes the file."""
        self.action_take()
