"""A link as a QR code: the next tap is on the phone."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from optout_tui.handoff.qr import qr_lines
from optout_tui.safety.links import host_of
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.dialogs.base import Dialog
from optout_tui.tui.flow import plain

NO_COLOR_WORDS = "Without colours a camera may not read this; then type the address."


class QrDialog(Dialog[None]):
    """Draws one link after the other; the address stands beneath it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,right", "other(1)", "Next link"),
        Binding("left", "other(-1)", "Link before"),
    ]
    ENTER = "enter Close"

    def __init__(self, links: list[str]) -> None:
        """Draw the first of *links*."""
        super().__init__("Point your phone's camera here")
        self.links = links
        self.at = 0

    def fields(self) -> Iterable[Widget]:
        """Yield the code and the address."""
        yield Static(id="qr", markup=False)
        yield Static(id="address", markup=False, classes="words")

    def on_mount(self) -> None:
        """Draw the first link."""
        self._draw()
        if len(self.links) > 1:
            box = self.query_one("#box")
            box.border_subtitle = plain("space Next link   enter Close")

    def on_resize(self) -> None:
        """Draw anew: a code that does not fit whole is not drawn at all."""
        self._draw()

    def _draw(self) -> None:
        code = self.query_one("#qr", Static)
        code.display = False
        try:
            said = self._drawn(code, self.links[self.at])
        except (Refusal, ValueError) as error:  # an unsafe link, or one too long for a code
            said = f"There is no code for this link: {error}"
        count = f"{self.at + 1} of {len(self.links)}: " if len(self.links) > 1 else ""
        self.query_one("#address", Static).update(plain(count + said, newlines=True))

    def _drawn(self, code: Static, link: str) -> str:
        """Draw *link* where it fits and return what to say beneath."""
        said = f"{link}\nLeads to {host_of(link)}"
        lines = qr_lines(link)
        if len(lines) + 6 > self.size.height or len(lines[0]) + 6 > self.size.width:
            return f"{said}\nThere is no room to draw the code here."
        code.display = True
        code.update(plain("\n".join(lines), newlines=True))
        return f"{said}\n{NO_COLOR_WORDS}" if self.app.no_color else said

    def action_other(self, by: int) -> None:
        """Draw another link."""
        self.at = (self.at + by) % len(self.links)
        self._draw()
