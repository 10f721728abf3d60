"""What the readers of CSV exports share."""

from collections.abc import Iterable

from optout_tui.audit.archive.reader import Row


def cell(row: Row, *names: str) -> str:
    """Return the cell under the first of *names* that the row has; empty where it has none."""
    return next((row[name].strip() for name in names if row.get(name)), "")


def folded(words: Iterable[str]) -> frozenset[str]:
    """Return *words* as they are compared."""
    return frozenset(word.casefold() for word in words)
