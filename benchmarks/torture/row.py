"""A line of the table that everything here ends in."""

from typing import NamedTuple


class Row(NamedTuple):
    """What was tried, how often, how often it went wrong, and a word on it."""

    what: str
    count: int  # type: ignore[assignment]  # a tuple's own method, which nobody calls
    bad: int
    note: str
