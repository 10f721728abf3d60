"""The checklist itself, as the text that another machine can take in again."""

from optout_tui.checklist.model import Checklist
from optout_tui.checklist.text import write_text
from optout_tui.export.escapes import spell_out_toml


def as_toml(checklist: Checklist) -> str:
    """Return *checklist* as TOML, fields of a newer program included.

    Raises Refusal for text that no TOML file can hold.
    """
    return spell_out_toml(write_text(checklist))
