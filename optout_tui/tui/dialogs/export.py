"""Which format, which file, and whether handles and addresses go in."""

from collections.abc import Iterable
from pathlib import Path

from textual import on
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from optout_tui.export.file import AlreadyThere, default_name, write_export
from optout_tui.export.render import render
from optout_tui.journey.session import Session
from optout_tui.safety.names import one_line_text
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.dialogs.base import Dialog, label
from optout_tui.tui.flow import plain
from optout_tui.tui.widgets.fields import Field
from optout_tui.tui.widgets.listing import Listing

FORMAT_WORDS = (
    ("md", "Markdown: text that reads well anywhere"),
    ("html", "HTML: one page that prints well"),
    ("csv", "CSV: a table"),
    ("ics", "iCalendar: the days, for your calendar"),
    ("json", "JSON: for other programs"),
    ("toml", "TOML: the checklist itself, to take along"),
)

MAX_PATH = 4000

READERS = (
    "for those who may read everything",
    "for others: without handles, notes and references",
)


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
        yield Listing((Option(plain(text)) for _, text in FORMAT_WORDS), id="format")
        yield label("File")
        yield Field(id="file")
        yield label("For whom")
        yield Listing((Option(plain(text)) for text in READERS), id="reader")

    def on_mount(self) -> None:
        """Begin with Markdown."""
        self.query_one("#reader", OptionList).highlighted = 0
        listing = self.query_one("#format", OptionList)
        listing.highlighted = 0
        listing.focus()

    def _format(self) -> str:
        return FORMAT_WORDS[self.query_one("#format", OptionList).highlighted or 0][0]

    @on(OptionList.OptionHighlighted, "#format")
    def suggest_file(self) -> None:
        """Suggest a file for the format, in the folder the program was started in."""
        name = default_name(self.session.name, self.app.desk.today, self._format())
        self.query_one("#file", Input).value = str(_folder() / name)

    def answer(self) -> Path:
        """Write the file and return its path; raises Refusal, and then writes nothing."""
        return self._write(force=False)

    def _write(self, *, force: bool) -> Path:
        path = _path(self.query_one("#file", Input).value)
        session, desk = self.session, self.app.desk
        redact = self.query_one("#reader", OptionList).highlighted == 1
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


def _folder() -> Path:
    """Return the folder the program was started in, or the person's own where it is gone."""
    try:
        return Path.cwd()
    except OSError:
        return Path.home()


def _path(typed: str) -> Path:
    """Return the path that was typed; raises Refusal for one that can be none."""
    typed = one_line_text(typed, "file's name", MAX_PATH)
    if not typed:
        raise Refusal("the file needs a name")
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        raise Refusal(f"nobody here is called {typed.split('/')[0]}") from None
