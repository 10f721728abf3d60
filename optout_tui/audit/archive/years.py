"""Years told from seconds since 1970 (UTC), quickly enough for millions of items."""

from bisect import bisect_right
from datetime import UTC, datetime

FIRST, _AFTER = 1990, 2101
STARTS = [datetime(year, 1, 1, tzinfo=UTC).timestamp() for year in range(FIRST, _AFTER + 1)]
"""When each year begins. No platform is older than the first: a date before is a slip."""

UNDATED = 0


def place_of(at: float) -> int:
    """Return the place of the year *at* lies in, from 1 on; UNDATED where it cannot be right."""
    return bisect_right(STARTS, at) if at < STARTS[-1] else UNDATED


def year_at(place: int) -> str:
    """Return the year of that place."""
    return str(FIRST + place - 1)


def time_of(at: float | None) -> str:
    """Return the ISO time (UTC) of *at*; empty where it cannot be right."""
    if at is None or not place_of(at):
        return ""
    return datetime.fromtimestamp(at, UTC).isoformat()
