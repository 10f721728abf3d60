"""The least a program with this toolkit can do: one line, which says what key was pressed."""

from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

READY = "ready"


class Bare(App[None]):
    """The floor that start-up and keys are measured against."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def __init__(self) -> None:
        """Begin with no key pressed."""
        super().__init__()
        self.pressed = 0

    def compose(self) -> ComposeResult:
        """Yield the line."""
        yield Static(READY)

    def on_key(self, event: events.Key) -> None:
        """Say which key was pressed, and the how manyth it was."""
        self.pressed += 1
        self.query_one(Static).update(f"{event.key} {self.pressed}")


if __name__ == "__main__":
    Bare().run()
