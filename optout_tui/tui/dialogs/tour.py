"""The tour of the keys: a few cards with one key each, never in the way of who knows them."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from optout_tui.tui.dialogs.base import Dialog
from optout_tui.tui.flow import block, lay_out, plain

CARDS = (
    ("space", "Tick a step in the guide once you have done it. It is saved at once."),
    ("p", "Something looks different? Here stands what may go wrong, and what to do then."),
    ("r", "Draws the step's link as a code for your phone's camera."),
    ("enter", "Goes on to what comes next: a step, an account, at the end the summary."),
    ("?", "Shows every key of the screen you are on, and this tour again."),
)
"""Each key, and what it is for."""

CARD_WIDTH = 50


class TourDialog(Dialog[None]):
    """Shows one card after the other. A key that is not the tour's ends it and does its work."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "turn(1)", "Next card"),
        Binding("left", "turn(-1)", "Card before"),
    ]

    def __init__(self) -> None:
        """Begin with the first card."""
        super().__init__("The keys")
        self.at = 0

    def fields(self) -> Iterable[Widget]:
        """Yield the card."""
        yield Static(id="card", markup=False)

    def on_mount(self) -> None:
        """Show the first card."""
        self._draw()

    def on_resize(self) -> None:
        """Wrap the card anew."""
        self._draw()

    def _draw(self) -> None:
        key, what = CARDS[self.at]
        box = self.query_one("#box")
        onward = "enter Next" if self.at + 1 < len(CARDS) else "enter Close"
        box.border_title = plain(f"The keys, {self.at + 1} of {len(CARDS)}")
        box.border_subtitle = plain(f"{onward}   esc Skip")
        width = min(CARD_WIDTH, self.size.width - 8)
        card = [block(plain(key, "bold $primary")), block(what)]
        self.query_one("#card", Static).update(lay_out(card, width))

    def action_turn(self, by: int) -> None:
        """Show another card; after the last one the tour is over."""
        self.at = max(self.at + by, 0)
        if self.at < len(CARDS):
            self._draw()
        else:
            self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Give way to whoever knows the key already."""
        if event.key in ("enter", "right", "left", "escape") or event.key.startswith("ctrl+"):
            return
        event.stop()
        event.prevent_default()
        self.dismiss(None)
        self.app.call_later(self.app.post_message, events.Key(event.key, event.character))
