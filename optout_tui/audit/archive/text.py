"""Text and dates from exports: text repaired where it is sure, dates as platforms write them."""

from datetime import UTC, datetime


def repaired(text: str) -> str:
    """Return *text* as it was written, where Meta escaped each byte of its UTF-8 by itself.

    Both steps must succeed for the whole text; otherwise it is kept as it is.
    """
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


_MONTHS = {
    name: n
    for n, name in enumerate(
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), 1
    )
}
_PARTS_OF_A_DATE = 6


def month_of(name: str) -> int:
    """Return the number of a month by its English name, also cut to three letters; 0 for none."""
    return _MONTHS.get(name[:3], 0)


def seconds_of_tweet(text: str) -> float | None:
    """Return seconds since 1970 for ``Wed Oct 10 20:19:24 +0000 2018``, or None."""
    parts = text.split()
    if len(parts) != _PARTS_OF_A_DATE or not month_of(parts[1]):
        return seconds_of(text)
    year, month, day = parts[5], month_of(parts[1]), parts[2]
    return seconds_of(f"{year}-{month:02}-{day:0>2}T{parts[3]}{parts[4]}")


def seconds_of(text: str) -> float | None:
    """Return seconds since 1970 for an ISO date or time, or None; without a zone it is UTC."""
    text = text.strip().removesuffix(" UTC").replace(" +", "+")
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    try:
        return when.timestamp()
    except (OverflowError, ValueError):
        return None
