"""A line of the table that everything here ends in."""

from typing import NamedTuple


class Row(NamedTuple):
    """What was tried, how often, how often it went wrong, and a word on it."""

    what: str
    count: int
    bad: int
    note: str
