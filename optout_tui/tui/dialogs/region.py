"""Another region, typed by name or code."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input

from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import find, name_of
from optout_tui.tui.dialogs.base import Dialog, label
from optout_tui.tui.widgets.fields import Field


class RegionDialog(Dialog[str]):
    """Answers with the region's code."""

    def __init__(self, facts: Knowledge, code: str) -> None:
        """Ask for a region of *facts*; *code* is the present one."""
        super().__init__("Another region")
        self.facts = facts
        self.code = code

    def fields(self) -> Iterable[Widget]:
        """Yield the field."""
        yield label("Its name or code, such as Germany, DE, California or US-CA")
        yield Field(name_of(self.facts, self.code), id="region")

    def on_mount(self) -> None:
        """Let the first key replace what stands there."""
        self.query_one(Input).action_select_all()

    def answer(self) -> str:
        """Return the code; raises Refusal for a region nobody knows, with the nearest names."""
        return find(self.facts, self.query_one(Input).value)
