"""The same thing in two exports is counted once."""

from array import array
from bisect import bisect_left

from optout_tui.audit.archive.marks import number_of
from optout_tui.audit.archive.model import Item

_BUCKETS = 4096
_SOURCES = 256


class Repeats:
    """Remembers what was seen, eight bytes for each item, and in which file.

    Within one file nothing is taken for a repetition: who writes "Yes" twice wrote it twice.
    """

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._seen = [array("Q") for _ in range(_BUCKETS)]

    def is_repeated(self, item: Item, source: int) -> bool:
        """Return whether an earlier file held *item*, and remember it."""
        key = (item.kind, item.at, item.id or item.text, item.photos, item.videos)
        number = number_of(repr(key))
        bucket = self._seen[number % _BUCKETS]
        base, own = number - number % _SOURCES, source % _SOURCES
        place = bisect_left(bucket, base)
        if place < len(bucket) and bucket[place] - bucket[place] % _SOURCES == base:
            return bucket[place] % _SOURCES != own
        bucket.insert(place, base + own)
        return False
