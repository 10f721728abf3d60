"""JSON of any size, record by record, in bounded memory.

A piece of an array is cut where one record seems to end and decoded at once into typed records
that skip what nobody asked for. That is sound however the cut was guessed: a value in brackets
that decodes is complete, and a complete value has one end only. Where a piece does not decode,
its records are looked at one by one; a bad one is counted and the rest goes on.
"""

import re
from collections.abc import Iterator
from typing import Any

from optout_tui.audit.archive.json_shapes import Path, Plan, Shape, decoded, is_json
from optout_tui.audit.archive.json_window import (
    BREAKS_OFF,
    DAMAGED,
    MAX_KEY,
    TEXT,
    Broken,
    JsonWindow,
)

WINDOW = 256 * 1024
MAX_WASTE = 32 * 1024 * 1024
MAX_BAD = 1000
UNKNOWN = "holds nothing that we know; its layout may be new"

EACH = "[]"
"""Stands in a path for every record of a list that is only passed through."""

_BETWEEN = re.compile(rb'([ \t\r\n]*+,[ \t\r\n]*+)(?:\{[ \t\r\n]*+"[^"\\]{0,80}+"|[\[{"])')
_CLOSED_BY = {b"{": b"}", b"[": b"]", b'"': b'"'}


class JsonStream(JsonWindow):
    """Yields the records that a plan wants; ``bad`` counts those that could not be read."""

    def __init__(self, pieces: Iterator[bytes], plan: Plan) -> None:
        """Begin at the first of *pieces*."""
        super().__init__(pieces)
        self.bad = 0
        self._plan = plan
        self._ways = {path[:n] for path in plan for n in range(len(path))}
        self._careful_until = 0
        self._is_nested = False
        self._wasted = 0
        self._is_met = False
        """Whether an object that is passed through held a key that leads somewhere."""

    def records(self, after: bytes = b"") -> Iterator[tuple[Path, list[Any]]]:
        """Yield lists of records with the keys that led there; raises Broken.

        With *after*, what stands before those bytes is no JSON and is passed over.
        """
        self._fill(4096)
        if after:
            self._at = max(self._held.find(after, 0, 4096) + len(after), 0)
        elif self._held.startswith(b"\xef\xbb\xbf"):
            self._at = 3
        if char := self._peek():
            if char not in (b"{", b"["):
                raise Broken("holds no JSON")
            yield from self._value(())

    def _value(self, path: Path) -> Iterator[tuple[Path, list[Any]]]:
        char, shape = self._peek(), self._plan.get(path)
        if char == b"[" and shape:
            yield from self._list(path, shape)
        elif char == b"{" and shape and not self._is_known((*path, self._first_key())):
            yield from self._bare(path, shape)
        elif char == b"{" and path in self._ways:
            yield from self._object(path)
        elif char == b"[" and (*path, EACH) in self._ways:
            yield from self._each((*path, EACH))
        else:
            self._skip()

    def _bare(self, path: Path, shape: Shape) -> Iterator[tuple[Path, list[Any]]]:
        """Yield an object as a list of one; raises Broken where it is something else."""
        if not self._first_key():
            self._skip()
            return
        is_ours = self._first_key() in shape.fields
        if path in self._ways and not is_ours and self._is_nothing(shape):
            self._is_met = False
            yield from self._object(path)
            if not self._is_met:
                raise Broken(UNKNOWN)
            return
        found = self._one(shape, b"")
        if found is not None and found == shape.empty and not is_ours:
            raise Broken(UNKNOWN)
        if found is not None:
            yield path, [found]

    def _is_nothing(self, shape: Shape) -> bool:
        """Return whether the object that begins here has no field of *shape*, or is too large."""
        size = self._size()
        return not size or decoded(shape, self._held[self._at : self._at + size]) == shape.empty

    def _is_known(self, path: Path) -> bool:
        return path in self._ways or path in self._plan

    def _object(self, path: Path) -> Iterator[tuple[Path, list[Any]]]:
        self._at += 1
        while (char := self._peek()) != b"}":
            if char == b",":
                self._at += 1
                continue
            inner = *path, self._key()
            self._is_met = self._is_met or self._is_known(inner)
            yield from self._value(inner)
        self._at += 1

    def _each(self, path: Path) -> Iterator[tuple[Path, list[Any]]]:
        self._at += 1
        while (char := self._peek()) != b"]":
            if char == b",":
                self._at += 1
                continue
            if not char:
                raise Broken(BREAKS_OFF)
            yield from self._value(path)
        self._at += 1

    def _list(self, path: Path, shape: Shape) -> Iterator[tuple[Path, list[Any]]]:
        self._at += 1
        between, self._is_nested = b"", False
        while (char := self._peek()) != b"]":
            if char == b",":
                self._at += 1
                continue
            if not char:
                raise Broken(BREAKS_OFF)
            self._fill(WINDOW)
            is_sure = between and self._passed + self._at >= self._careful_until
            found = self._batch(shape, between) if is_sure else []
            if not found:
                one = self._one(shape, between)
                found = [] if one is None else [one]
                between = self._learn(_CLOSED_BY.get(char, b"")) or between
            if found:
                yield path, found
        self._at += 1

    def _learn(self, closing: bytes) -> bytes:
        """Return how a record and the next one meet here; empty where that cannot be said.

        Where every record has lines of its own that is enough; else the first key belongs to it.
        """
        self._fill(MAX_KEY)
        found = _BETWEEN.match(self._held, self._at)
        if found is None or not closing:
            return b""
        length = len(found[1]) + 1 if b"\n" in found[1] else len(found[0])
        return closing + found[0][:length]

    def _batch(self, shape: Shape, between: bytes) -> list[Any]:
        """Return the records up to the last place that looks like an end; none if that fails."""
        if not self._is_nested:
            found = self._decoded_to(self._held.rfind(between, self._at), shape)
            if found or b"\n" in between:
                return found
            self._is_nested = True
        for in_texts in (True, False):
            if found := self._decoded_to(self._last_end(between, in_texts=in_texts), shape):
                return found
        return []

    def _decoded_to(self, cut: int, shape: Shape) -> list[Any]:
        if cut < 0:
            return []
        inside = memoryview(self._held)[self._at : cut + 1]
        try:
            found: list[Any] = shape.many.decode(b"".join((b"[", inside, b"]")))
        except (ValueError, RecursionError):
            self._careful_until = self._passed + cut
            return []
        self._at = cut + 1
        return found

    def _last_end(self, between: bytes, *, in_texts: bool) -> int:
        """Return where the last whole record ends, when lists inside of records look like ours.

        What is *between* two records holds the beginning of a key, so it stands outside of
        texts wherever it occurs, and the braces from one such place to the next can be counted.
        Those *in_texts* are mostly in pairs; counting them too takes a fifth of the time.
        """
        held, last, begin, depth = self._held, -1, self._at, 0
        while (cut := held.find(between, begin)) >= 0:
            if in_texts:
                depth += held.count(b"{", begin, cut + 1) - held.count(b"}", begin, cut + 1)
            else:
                bare = TEXT.sub(b"", held[begin : cut + 1])
                depth += bare.count(b"{") - bare.count(b"}")
            last = cut if depth == 0 else last
            begin = cut + 1
        return last

    def _one(self, shape: Shape, between: bytes) -> Any | None:
        """Return the record that begins here, or None for a bad one, which is counted."""
        if between and (cut := self._held.find(between, self._at)) >= 0:
            try:
                found = shape.one.decode(memoryview(self._held)[self._at : cut + 1])
            except (ValueError, RecursionError):
                pass
            else:
                self._at = cut + 1
                return found
        size = self._size()
        piece = self._held[self._at : self._at + size]
        found = decoded(shape, piece) if size else None
        if found is not None:
            self._at += size
            return found
        self._pass_bad(piece, size, between)
        return None

    def _pass_bad(self, piece: bytes, size: int, between: bytes) -> None:
        """Count a bad record and go on behind it: at its own end, or where the next begins."""
        self.bad += 1
        self._wasted += size or len(self._held) - self._at
        if self.bad > MAX_BAD or self._wasted > MAX_WASTE:
            raise Broken("holds too many broken records; what came before them was counted")
        cut = self._held.find(between, self._at) if between else -1
        if size and (is_json(piece) or cut < 0):
            self._at += size
        elif cut >= 0:
            self._at = cut + 1
        elif self._is_too_large():
            self._skip()
        else:
            raise Broken(DAMAGED)
