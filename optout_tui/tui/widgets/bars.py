"""The line on top (where I am, how far) and the line at the bottom (what I can press)."""

from typing import NamedTuple

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from optout_tui.tui.flow import plain

KEY_NAMES = {
    "question_mark": "?",
    "space": "space",
    "enter": "enter",
    "escape": "esc",
    "shift+tab": "shift+tab",
    "slash": "/",
    "ctrl+p": "ctrl+p",
    "pagedown": "page down",
    "pageup": "page up",
}


TOO_SMALL = "This window is too small. Please make it at least 40 × 12."


def key_name(binding: Binding) -> str:
    """Return how the binding's first key is written on the screen."""
    if binding.key_display:
        return binding.key_display
    key = binding.key.split(",")[0]
    return KEY_NAMES.get(key, key)


class TopBar(Widget):
    """One line: where I am on the left, how far on the right.

    In a window without room for anything it has the window to itself, and says so.
    """

    place: reactive[Content] = reactive(Content(""))
    progress: reactive[str] = reactive("")

    def render(self) -> Content:
        """Return the line; the right side gives way before the left is cut."""
        if self.screen.has_class("-tiny") or self.screen.has_class("-flat"):
            return Content(TOO_SMALL)
        width = self.content_size.width
        right = plain(self.progress, "$muted")
        if self.place.cell_length + right.cell_length + 2 > width:
            right = Content("")
        left = self.place.truncate(max(width - right.cell_length, 0), ellipsis=True)
        return left + " " * max(width - left.cell_length - right.cell_length, 0) + right


class _Target(NamedTuple):
    start: int
    end: int
    action: str


class KeyBar(Widget):
    """One line: the keys that matter here and fit, ``?`` for the rest, and whether all is saved."""

    status: reactive[str] = reactive("")
    keys: reactive[tuple[Binding, ...]] = reactive(())

    def __init__(self) -> None:
        """Begin with no keys; the screen sets them."""
        super().__init__()
        self._targets: list[_Target] = []

    def render(self) -> Content:
        """Return the line: whole words only, the last key is always ``? More``."""
        width = self.content_size.width
        status = self._status()
        room = width - (status.cell_length + 2 if status.plain else 0)
        if status.plain and room < width // 3:
            status = _whole_words(status, width // 2)
            room = width - status.cell_length - 2
        line = self._keys_within(room)
        return line + " " * max(width - line.cell_length - status.cell_length, 0) + status

    def _status(self) -> Content:
        if not self.status:
            return Content("")
        failed = self.status.startswith("NOT")
        return plain(self.status, "bold $error" if failed else "$primary")

    def _keys_within(self, room: int) -> Content:
        *first, last = self.keys or (None,)
        if last is None:
            return Content("")
        self._targets = []
        line = Content("")
        needed = _label(last).cell_length
        for binding in first:
            label = _label(binding)
            if line.cell_length + label.cell_length + 6 + needed > room:
                break
            line = self._add(line, label, binding)
        return self._add(line, _label(last), last)

    def _add(self, line: Content, label: Content, binding: Binding) -> Content:
        if line.plain:
            line += "   "
        start = line.cell_length
        self._targets.append(_Target(start, start + label.cell_length, binding.action))
        return line + label

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for target in self._targets:
            if target.start <= offset.x < target.end:
                await self.screen.run_action(target.action)


def _whole_words(text: Content, room: int) -> Content:
    """Return as much of *text* as fits *room* cells, cut between two words."""
    words = text.truncate(room, ellipsis=True)
    end = words.plain.rfind(" ")
    return words if end < 0 else words[:end] + "…"


def _label(binding: Binding) -> Content:
    return plain(key_name(binding), "bold") + " " + plain(binding.description, "$muted")
