"""Counting: items stream in, nothing of them is kept but numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from optout_tui.audit.archive.model import (
    ALWAYS,
    KINDS,
    MADE,
    SEEN,
    VISIBILITIES,
    Item,
    Kind,
    Visibility,
)
from optout_tui.audit.archive.repeats import Repeats
from optout_tui.audit.archive.years import STARTS, UNDATED, place_of, time_of, year_at


class Tally:
    """The numbers of one platform's export so far."""

    def __init__(self, repeats: Repeats | None = None, wanted: int = 0) -> None:
        """Begin at zero; the item number *wanted*, from 1 on, is kept to be shown."""
        self.words = self.positions = self.tags = self.repeated = self.records = self.number = 0
        self.oldest, self.newest = STARTS[-1], 0.0
        self.wanted: Item | None = None
        self._counts: Counter[tuple[Kind, int, Visibility]] = Counter()
        self._hung: Counter[tuple[Kind, Visibility]] = Counter()
        self._wanted_number = wanted
        self._repeats = repeats

    def add(self, items: Iterable[Item], source: int = 0) -> None:
        """Count *items*, which come from the file of number *source*."""
        if self._repeats is not None:
            items = self._new(items, self._repeats, source)
        if self._wanted_number:
            items = self._numbered(items)
        counts = self._counts
        oldest, newest, words = self.oldest, self.newest, 0
        for item in items:
            at = item.at
            year = UNDATED if at is None else place_of(at)
            if at is not None and year and item.kind != "messages":
                oldest = at if at < oldest else oldest
                newest = at if at > newest else newest
            counts[item.kind, year, item.visibility] += item.count
            if item.text:
                words += len(item.text.split())
            if item.photos or item.videos or item.positions or item.tags:
                self._add_hung(item)
        self.oldest, self.newest = oldest, newest
        self.words += words

    def _new(self, items: Iterable[Item], repeats: Repeats, source: int) -> Iterator[Item]:
        for item in items:
            is_known = item.kind != "messages" or item.at is not None
            if is_known and repeats.is_repeated(item, source):
                self.repeated += 1
            else:
                yield item

    def _numbered(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            if item.kind in MADE:
                self.number += 1
                if self.number == self._wanted_number:
                    item.at = item.at if time_of(item.at) else None
                    self.wanted = item
            yield item

    def _add_hung(self, item: Item) -> None:
        """Count what hangs on an item; a story's picture is the story."""
        self.positions += item.positions
        self.tags += item.tags
        if item.kind in SEEN:
            self._hung["photos", item.visibility] += item.photos
            self._hung["videos", item.visibility] += item.videos

    def kinds(self) -> dict[Kind, int]:
        """Return how many there are of each kind."""
        found: Counter[Kind] = Counter()
        for (kind, _, _), count in self._counts.items():
            found[kind] += count
        for (kind, _), count in self._hung.items():
            found[kind] += count
        return {kind: found[kind] for kind in KINDS if found[kind] or kind in ALWAYS}

    def visibility(self) -> dict[Visibility, int]:
        """Return how many posts, photos and videos are in each of the three states."""
        found: Counter[Visibility] = Counter()
        for (kind, _, state), count in self._counts.items():
            found[state] += count if kind in SEEN else 0
        for (_, state), count in self._hung.items():
            found[state] += count
        return {state: found[state] for state in VISIBILITIES}

    def by_kind(self) -> dict[Kind, dict[str, int]]:
        """Return how many of each kind were made in each year, the years in order."""
        found: dict[Kind, Counter[str]] = {}
        for (kind, year, _), count in self._counts.items():
            if year != UNDATED:
                found.setdefault(kind, Counter())[year_at(year)] += count
        return {kind: dict(sorted(found[kind].items())) for kind in KINDS if kind in found}

    def by_year(self) -> dict[str, int]:
        """Return how many things were made in each year, without private messages."""
        found: Counter[str] = Counter()
        for kind, years in self.by_kind().items():
            if kind in MADE:
                found.update(years)
        return dict(sorted(found.items()))

    def days(self) -> tuple[str | None, str | None]:
        """Return the first and the last ISO day (UTC); None where nothing was dated."""
        if not self.newest:
            return None, None
        first, last = (datetime.fromtimestamp(at, UTC) for at in (self.oldest, self.newest))
        return first.date().isoformat(), last.date().isoformat()
