"""A link, whole and with its real host, before anything opens it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from optout_tui.handoff.browser import can_open, open_link
from optout_tui.journey.sentences import SEVERAL_LINKS
from optout_tui.safety.links import host_of
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.dialogs.base import Dialog, words
from optout_tui.tui.flow import plain
from optout_tui.tui.widgets.listing import Listing


class LinkDialog(Dialog[None]):
    """Shows the step's links, the first to try on top. Nothing is opened by showing it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("y", "copy", "Copy")]
    ENTER = "enter Open in the browser   y Copy"

    def __init__(self, links: list[str]) -> None:
        """Show *links*."""
        super().__init__("Open this address?")
        self.links = links

    def fields(self) -> Iterable[Widget]:
        """Yield the links and the host of the one under the cursor."""
        if len(self.links) > 1:
            yield words(SEVERAL_LINKS)
        yield Listing((Option(plain(link)) for link in self.links), moved=self._name_host)
        yield Static(id="host", markup=False, classes="words")
        if not can_open():
            yield words(
                "No browser with a window was found here. Copy the address, or press r "
                "on the step for a QR code."
            )

    def on_mount(self) -> None:
        """Begin with the first link."""
        self._name_host()
        self.query_one(OptionList).focus()

    def _chosen(self) -> str:
        return self.links[self.query_one(OptionList).highlighted or 0]

    def _name_host(self) -> None:
        try:
            said = f"Leads to {host_of(self._chosen())}"
        except Refusal as error:
            said = str(error)
        self.query_one("#host", Static).update(plain(said))

    def answer(self) -> None:
        """Open the link; raises Refusal for an unsafe one, or where there is no browser."""
        if not open_link(self._chosen()):
            raise Refusal("no browser was found here; copy the address with y")

    def on_option_list_option_selected(self) -> None:
        """Enter on a line opens it."""
        self.action_take()

    def action_copy(self) -> None:
        """Send the address to the clipboard."""
        self.app.copy_text(self._chosen())
        self.dismiss(None)
