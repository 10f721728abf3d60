"""Formats of checklist files: older ones are brought forward in memory, newer ones only shown."""

from collections.abc import Callable, Mapping
from typing import Any

from optout_tui.checklist.model import FORMAT

Table = dict[str, Any]

FORWARD: Mapping[int, Callable[[Table], Table]] = {}
"""What turns a table of format n into one of format n + 1. Format 1 is the first."""


def brought_forward(
    table: Table, forward: Mapping[int, Callable[[Table], Table]] = FORWARD, to: int = FORMAT
) -> Table:
    """Return *table* with the fields of format *to*; its ``format`` still says what the file has.

    A newer table comes back as it is. The file itself changes with the next save, which
    keeps the old one as a pinned backup.
    """
    version = table.get("format")
    if not isinstance(version, int) or isinstance(version, bool):
        return table
    for step in sorted(forward):  # never every number from a version that a hand typed
        table = forward[step](table) if version <= step < to else table
    return table | {"format": version}
