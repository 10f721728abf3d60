"""Regions found by what people type: English name, own name, nickname or code."""

from collections.abc import Callable, Iterator
from enum import IntEnum
from weakref import WeakKeyDictionary

import msgspec

from optout_tui.library.knowledge import Knowledge
from optout_tui.regions.folding import fold, slip
from optout_tui.regions.places import name_of, parent_of
from optout_tui.safety.refusal import Refusal, shown, unknown

MIN_INSIDE = 2
MIN_SLIP = 4
"""Shorter words than this are too much like each other to forgive a slip."""


class Fit(IntEnum):
    """How well something typed fits a name, the best first."""

    EXACT = 0
    PREFIX = 1
    WORD = 2
    INSIDE = 3
    SLIP = 4


class _Kind(IntEnum):
    """What was matched; where two fit alike, the earlier kind comes first."""

    CODE = 0
    NAME = 1
    NATIVE = 2
    ALSO = 3
    LETTERS = 4  # those of a part within its country, such as QC
    WHOLE = 5  # the name of a part with its country, such as Quebec, Canada


_SHORT = (_Kind.CODE, _Kind.LETTERS)


class Match(msgspec.Struct, frozen=True):
    """A region found: ``name`` as people read it, ``matched`` the name or code that fitted."""

    code: str
    name: str
    matched: str
    fit: Fit


class _Key(msgspec.Struct, frozen=True):
    """One name of a region, folded; ``starts`` are the places where its words begin."""

    text: str
    shown: str
    kind: _Kind
    starts: tuple[int, ...]


class _Entry(msgspec.Struct, frozen=True):
    """A region and all its names; ``order`` sorts by name, parts after countries."""

    code: str
    name: str
    order: tuple[bool, str]
    keys: tuple[_Key, ...]


_Rank = tuple[int, int, int]
_Hit = tuple[_Rank, _Entry, _Key]
_Ranker = Callable[[_Key, str], _Rank | None]


class RegionIndex:
    """All names of all regions, folded once, so that a key press costs a millisecond or two."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Fold every name of the table of *knowledge*."""
        entries = (_entry(knowledge, code) for code in knowledge.region_table.regions)
        self._entries = sorted(entries, key=lambda entry: entry.order)

    def search(self, typed: str, limit: int) -> list[Match]:
        """Return at most *limit* regions that fit *typed*, best first.

        Nothing typed gives all, by name. A slip is forgiven from four letters on, and only
        where nothing fits better than by its middle.
        """
        wanted = fold(typed)
        if not wanted:
            return [Match(e.code, e.name, e.name, Fit.PREFIX) for e in self._entries[:limit]]
        hits = list(self._hits(wanted, _plain_rank))
        if len(wanted) >= MIN_SLIP and all(rank[0] > Fit.WORD for rank, _, _ in hits):
            found = {entry.code for _, entry, _ in hits}
            hits += [hit for hit in self._hits(wanted, _slip_rank) if hit[1].code not in found]
        hits.sort(key=lambda hit: (hit[0], hit[1].order))
        return [Match(e.code, e.name, key.shown, Fit(rank[0])) for rank, e, key in hits[:limit]]

    def called(self, typed: str) -> list[str]:
        """Return the codes of the regions that bear exactly the name *typed*, accents aside."""
        return self._with_key(typed, lambda key: key.kind is not _Kind.LETTERS)

    def lettered(self, typed: str) -> list[str]:
        """Return the codes of the parts of countries whose own letters are *typed*."""
        return self._with_key(typed, lambda key: key.kind is _Kind.LETTERS)

    def names(self) -> Iterator[str]:
        """Yield every code and every name that a person may have meant."""
        for entry in self._entries:
            yield from (key.shown for key in entry.keys if key.kind is not _Kind.LETTERS)

    def _with_key(self, typed: str, meant: Callable[[_Key], bool]) -> list[str]:
        wanted = fold(typed)
        return [
            entry.code
            for entry in self._entries
            if any(key.text == wanted and meant(key) for key in entry.keys)
        ]

    def _hits(self, wanted: str, rank: _Ranker) -> Iterator[_Hit]:
        for entry in self._entries:
            best: tuple[_Rank, _Key] | None = None
            for key in entry.keys:
                found = rank(key, wanted)
                if found is not None and (best is None or found < best[0]):
                    best = (found, key)
            if best is not None:
                yield best[0], entry, best[1]


_indexes: WeakKeyDictionary[Knowledge, RegionIndex] = WeakKeyDictionary()


def index_of(knowledge: Knowledge) -> RegionIndex:
    """Return the index of *knowledge*, made when first asked for and kept as long as it lives."""
    index = _indexes.get(knowledge)
    if index is None:
        index = _indexes[knowledge] = RegionIndex(knowledge)
    return index


def search(knowledge: Knowledge, typed: str, limit: int = 20) -> list[Match]:
    """Return at most *limit* regions that fit *typed*, best first; see :class:`RegionIndex`."""
    return index_of(knowledge).search(typed, limit)


def find(knowledge: Knowledge, code: str) -> str:
    """Return the region's code for a code in any case, or for the exact name of one region.

    Raises Refusal with the nearest known code or name, or with the codes to choose from
    where a name belongs to several.
    """
    given = code.strip()
    if given.upper() in knowledge.region_table.regions:
        return given.upper()
    index = index_of(knowledge)
    called = index.called(given) if fold(given) else []
    if len(called) == 1:
        return called[0]
    if called:
        choices = " or ".join(f"{found} ({name_of(knowledge, found)})" for found in called)
        raise Refusal(f"region {shown(given)} is not clear: give {choices}")
    raise unknown("region", given, index.lettered(given) or index.names())


def _entry(knowledge: Knowledge, code: str) -> _Entry:
    region = knowledge.region_table.regions[code]
    whole = name_of(knowledge, code)
    named = [(code, _Kind.CODE), (region.name, _Kind.NAME)]
    named += [(name, _Kind.NATIVE) for name in region.native]
    named += [(name, _Kind.ALSO) for name in region.also]
    is_part = parent_of(code) is not None
    if is_part:
        named += [(code.partition("-")[2], _Kind.LETTERS), (whole, _Kind.WHOLE)]
    return _Entry(
        code, whole, (is_part, fold(region.name)), tuple(_key(name, kind) for name, kind in named)
    )


def _key(name: str, kind: _Kind) -> _Key:
    text = fold(name)
    later = (place + 1 for place, char in enumerate(text) if char == " ")
    return _Key(text, name, kind, (0, *later))


def _plain_rank(key: _Key, wanted: str) -> _Rank | None:
    if wanted not in key.text:
        return None
    fit = _fit(key, wanted)
    return None if fit is None else (fit, key.kind, 0)


def _fit(key: _Key, wanted: str) -> Fit | None:
    if key.text == wanted:
        return Fit.EXACT
    if key.kind in _SHORT:
        begun = " " in wanted and key.text.startswith(wanted)  # "us c", on the way to US-CA
        return Fit.PREFIX if begun else None
    if key.text.startswith(wanted):
        return Fit.PREFIX
    if f" {wanted}" in key.text:
        return Fit.WORD
    return Fit.INSIDE if len(wanted) >= MIN_INSIDE and key.kind is not _Kind.WHOLE else None


def _slip_rank(key: _Key, wanted: str) -> _Rank | None:
    """Rank by the letters left over first: a whole name with a slip before the start of one."""
    if key.kind in _SHORT or key.kind is _Kind.WHOLE:
        return None
    # With another first letter the slip was there, so all but two letters stand unchanged.
    anywhere = wanted[2:] in key.text
    starts = [at for at in key.starts if anywhere or key.text.startswith(wanted[0], at)]
    left = [over for start in starts if (over := slip(key.text, wanted, start)) is not None]
    return (Fit.SLIP, min(left), key.kind) if left else None
