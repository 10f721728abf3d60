"""A folder to go about in: its folders, and the files in it that can be an export."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from optout_tui.checklist.words import day
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.audit_text import size_words
from optout_tui.tui.flow import plain
from optout_tui.tui.widgets.listing import Listing
from optout_tui.tui.widgets.rows import columns

ENDINGS = frozenset({".zip", ".json", ".js", ".csv", ".html", ".htm", ".txt"})
MOST = 2000
ABOVE = ".."
TICKED, OPEN = "[x]", "[ ]"


class Entry(NamedTuple):
    """One line: where it leads, and what is known of it."""

    path: Path
    is_folder: bool
    size: int = 0
    changed: float = 0.0


class FileList(Listing):
    """Shows one folder; what is ticked stays ticked while one goes from folder to folder."""

    class Chosen(Message):
        """Enter on a line."""

        def __init__(self, entry: Entry) -> None:
            """Say which."""
            super().__init__()
            self.entry = entry

    class Moved(Message):
        """Another folder is shown now, or another tick was made."""

    def __init__(self, folder: Path, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        """Begin in *folder*."""
        super().__init__(id=id, click_answers=True)
        self.folder = folder
        self.ticked: list[Path] = []
        self.entries: list[Entry] = []

    def enter(self, folder: Path, begins: str = "") -> None:
        """Show *folder*, of it only names that begin so; raises Refusal where it cannot be read."""
        came_from = self.folder
        self.entries = list(_entries(folder, begins))
        self.folder = folder
        names = [entry.path for entry in self.entries]
        first = 1 if len(names) > 1 and names[0] == folder.parent else 0
        self._draw(names.index(came_from) if came_from in names[first:] else first)
        self.post_message(self.Moved())

    def up(self) -> None:
        """Show the folder above; raises Refusal."""
        self.enter(self.folder.parent)

    @property
    def chosen(self) -> Entry | None:
        """The line under the cursor."""
        at = self.highlighted
        return self.entries[at] if at is not None and at < len(self.entries) else None

    def tick(self) -> None:
        """Tick what is under the cursor, or take its tick back; go on to the next line."""
        entry = self.chosen
        if entry is None or entry.path == self.folder.parent:
            return
        if entry.path in self.ticked:
            self.ticked.remove(entry.path)
        else:
            self.ticked.append(entry.path)
        at = self.highlighted or 0
        self._draw(min(at + 1, len(self.entries) - 1))
        self.post_message(self.Moved())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which line was chosen."""
        event.stop()
        if event.option_index < len(self.entries):
            self.post_message(self.Chosen(self.entries[event.option_index]))

    def _draw(self, chosen: int) -> None:
        lines = columns([self._cells(entry) for entry in self.entries], gap=2)
        self.set_options(Option(line) for line in lines)
        self.highlighted = min(chosen, len(lines) - 1) if lines else None

    def _cells(self, entry: Entry) -> tuple[Content, ...]:
        box = TICKED if entry.path in self.ticked else OPEN
        if entry.path == self.folder.parent:
            return plain("   "), plain(ABOVE), plain("the folder above", "$muted"), plain("")
        style = "$primary" if entry.path in self.ticked else ""
        if entry.is_folder:
            return (
                plain(box, style),
                plain(f"{entry.path.name}/"),
                plain("folder", "$muted"),
                plain(""),
            )
        return (
            plain(box, style),
            plain(entry.path.name, style),
            plain(size_words(entry.size), "$muted"),
            plain(_day_of(entry.changed), "$muted"),
        )


def _day_of(changed: float) -> str:
    try:
        return day(datetime.fromtimestamp(changed, UTC).astimezone().date())
    except (ValueError, OverflowError, OSError):  # a disk can say anything
        return ""


def _entries(folder: Path, begins: str) -> Iterator[Entry]:
    """Yield the folder above, then folders by name, then files, the newest first."""
    try:
        with os.scandir(folder) as found:
            names = [one for one, _ in zip(found, range(MOST), strict=False)]
            here = [entry for one in names if (entry := _entry(one, begins))]
    except OSError as error:
        raise Refusal(f"{folder}: {error.strerror or 'cannot be read'}") from None
    if folder.parent != folder and not begins:
        yield Entry(folder.parent, is_folder=True)
    yield from sorted((one for one in here if one.is_folder), key=lambda one: one.path.name.lower())
    yield from sorted((one for one in here if not one.is_folder), key=lambda one: -one.changed)


def _entry(found: os.DirEntry[str], begins: str) -> Entry | None:
    name = found.name
    if not name.lower().startswith(begins.lower()) or (name.startswith(".") and not begins):
        return None
    try:
        if found.is_dir():
            return Entry(Path(found.path), is_folder=True)
        known = found.stat()
    except OSError:
        return None
    if os.path.splitext(name)[1].lower() not in ENDINGS:  # noqa: PTH122 - no path of its own here
        return None
    return Entry(Path(found.path), is_folder=False, size=known.st_size, changed=known.st_mtime)
