"""Every key of a screen, made from its bindings."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from optout_tui.tui.dialogs.read import ReadDialog
from optout_tui.tui.flow import GAP, Block, block, field, plain
from optout_tui.tui.widgets.bars import key_name

_WORDS = (
    "Nothing you type here leaves this computer. Every change is saved at once; leave whenever "
    "you like and come back to the same step.",
    "A right to object is not absolute: a company may refuse with reasons. No opt-out reaches "
    "models that are already trained, other people's posts about you, or outside scrapers.",
)


class HelpDialog(ReadDialog):
    """Answers nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("t", "tour", "Tour of the keys")]
    KEYS = "t Tour of the keys   esc Close"

    def __init__(self, title: str, bindings: Sequence[Binding]) -> None:
        """List *bindings*, those that have words."""
        super().__init__(f"Help: {title}" if title else "Help", _blocks(bindings))

    def action_tour(self) -> None:
        """Show the tour of the keys instead."""
        self.dismiss(None)
        self.app.show_tour()


def _blocks(bindings: Sequence[Binding]) -> list[Block]:
    keys = [field_of(binding) for binding in bindings if binding.description]
    return [*keys, GAP, *(made for text in _WORDS for made in (block(text), GAP))]


def field_of(binding: Binding) -> Block:
    """Return one line of the table: the key and what it does."""
    key: Content = plain(key_name(binding), "bold")
    return field("", "")._replace(label=key, body=plain(binding.tooltip or binding.description))
