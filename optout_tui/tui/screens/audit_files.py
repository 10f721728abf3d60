"""The audit's file picker: a folder to go about in, a path to type, several parts at once."""

import os.path
from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.widgets import Input, Static

from optout_tui.audit.site.addresses import is_web
from optout_tui.export.file import folder, typed_path
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.flow import plain
from optout_tui.tui.screens.audit_run import AuditRun
from optout_tui.tui.widgets.files import Entry, FileList


class AuditFiles(AuditRun):
    """The part of the audit in which the person says what is to be read."""

    @staticmethod
    def beginning() -> Path:
        """Return the folder in which downloads lie, or the one the program was started in."""
        downloads = Path.home() / "Downloads"
        return downloads if os.path.isdir(downloads) else folder()  # noqa: PTH112 - never raises

    def read_files(self, files: Sequence[Path]) -> None:
        """Read *files*."""

    @property
    def list(self) -> FileList:
        """The folder that is shown."""
        return self.query_one(FileList)

    def _enter(self, there: Path, begins: str = "") -> None:
        try:
            self.list.enter(there, begins)
        except Refusal as reason:
            self.app.say_no(reason)

    @on(FileList.Moved)
    def show_folder(self) -> None:
        """Say which folder that is, and how much is ticked."""
        field = self.query_one("#path", Input)
        if not field.has_focus:
            with self.prevent(Input.Changed):
                field.value = f"{self.list.folder}"
        count = len(self.list.ticked)
        told = f"{count} ticked. Press s to read them together." if count else ""
        self.query_one("#ticked", Static).update(plain(told, "$primary"))

    @on(FileList.Chosen)
    def take(self, event: FileList.Chosen) -> None:
        """Go into a folder; read a file, with whatever is ticked."""
        self._take(event.entry)

    def _take(self, entry: Entry) -> None:
        if entry.is_folder:
            self._enter(entry.path)
        elif entry.path.name.lower() == "robots.txt":
            self.app.show_site(given=str(entry.path))
        else:
            self.read_files([*self.list.ticked, entry.path])

    @on(Input.Changed, "#path")
    def complete(self, event: Input.Changed) -> None:
        """Show what the path leads to that is being typed."""
        try:
            path = typed_path(event.value)
        except Refusal:
            return
        is_whole = event.value.endswith(("/", "\\"))
        there = path if is_whole else path.parent
        if os.path.isdir(there):  # noqa: PTH112 - says no where a path raises
            self._enter(there, "" if is_whole else path.name)

    @on(Input.Submitted, "#path")
    def take_path(self, event: Input.Submitted) -> None:
        """Take what was typed: a folder to look into, or a file to read."""
        event.stop()
        if is_web(event.value.strip()):
            self.app.show_site(given=event.value.strip())
            return
        try:
            self._take_typed(typed_path(event.value))
        except Refusal as reason:
            self.app.say_no(reason)

    def _take_typed(self, path: Path) -> None:
        if os.path.isdir(path):  # noqa: PTH112 - says no where a path raises
            self.list.focus()
            self.list.enter(path)
        elif os.path.lexists(path):
            self.read_files([*self.list.ticked, path])
        else:
            raise Refusal(f"there is no {path}")

    def action_open(self) -> None:
        """Go into the folder under the cursor, or read the file."""
        if (entry := self.list.chosen) is not None:
            self._take(entry)

    def action_tick(self) -> None:
        """Tick what is under the cursor: a part, or a whole folder."""
        self.list.tick()

    def action_start(self) -> None:
        """Read what is ticked; where nothing is, what is under the cursor."""
        chosen = self.list.chosen
        files = self.list.ticked or ([chosen.path] if chosen else [])
        if files:
            self.read_files(files)

    def action_type(self) -> None:
        """Type where the file lies."""
        field = self.query_one("#path", Input)
        field.focus()
        field.action_end()

    def action_up(self) -> None:
        """Show the folder above."""
        self._enter(self.list.folder.parent)
