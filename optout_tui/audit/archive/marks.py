"""Millions of texts remembered by a number each."""

from array import array
from bisect import bisect_left
from hashlib import blake2b

_BUCKETS = 4096


def number_of(text: str) -> int:
    """Return the number of eight bytes that stands for *text*; another text has another one."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest())


class Marks:
    """Tells whether a text was seen before; takes eight bytes for each, however long."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._seen: dict[int, array[int]] = {}

    def add(self, text: str) -> bool:
        """Remember *text*; return whether it is new."""
        bucket, place, number = self._place_of(text)
        if place < len(bucket) and bucket[place] == number:
            return False
        bucket.insert(place, number)
        return True

    def __contains__(self, text: str) -> bool:
        """Return whether *text* was seen."""
        if not self._seen:
            return False
        bucket, place, number = self._place_of(text)
        return place < len(bucket) and bucket[place] == number

    def __len__(self) -> int:
        """Return how many texts were seen."""
        return sum(map(len, self._seen.values()))

    def _place_of(self, text: str) -> "tuple[array[int], int, int]":
        number = number_of(text)
        bucket = self._seen.setdefault(number % _BUCKETS, array("Q"))
        return bucket, bisect_left(bucket, number), number
