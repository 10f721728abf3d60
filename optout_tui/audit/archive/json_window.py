"""A window on JSON of any size: what is held of it, and what stands where it begins."""

import re
from collections.abc import Iterator

import msgspec

MAX_RECORD = 16 * 1024 * 1024
MAX_KEY = 4096

DAMAGED = "is broken in the middle; what came before it was counted"
BREAKS_OFF = "breaks off in the middle; what came before it was counted"

_SPACE = re.compile(rb"[ \t\r\n]*+")
_RUN = re.compile(rb'(?:[^{}\[\]"]++|"[^"\\]*+(?:\\.[^"\\]*+)*+")*+', re.DOTALL)
_KEY = re.compile(rb'"((?:[^"\\]|\\.)*+)"[ \t\r\n]*+:', re.DOTALL)
_SCALAR = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[^,\]}\s"][^,\]}\s]*+', re.DOTALL)
TEXT = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_WHOLE = re.compile(rb'(?:[^"]++|"[^"\\]*+(?:\\.[^"\\]*+)*+")*+', re.DOTALL)
_OPENING = b"{["
_ONE_SORT = bytes.maketrans(b"{}", b"[]")
_NO_BRACKETS = bytes(set(range(256)) - set(b"{}[]"))
_PAIRS = tuple(b"[" * n + b"]" * n for n in (256, 16, 4, 1))
_FIRST_CHUNK, _CHUNK = 256, 64 * 1024


class Broken(Exception):
    """The JSON cannot be followed any further: why."""


class JsonWindow:
    """Holds a part of the pieces, from the first byte that was not passed yet."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        """Begin at the first of *pieces*."""
        self._pieces = pieces
        self._held, self._at, self._is_over = b"", 0, False
        self._passed = 0

    def _more(self) -> bool:
        """Hold more of the file, at least as much again as is held; False at its end."""
        parts, wanted = [self._held[self._at :]], max(len(self._held) - self._at, 1)
        while wanted > 0 and not self._is_over:
            piece = next(self._pieces, b"")
            self._is_over = not piece
            wanted -= len(piece)
            parts.append(piece)
        grown = len(parts) > 1 and any(parts[1:])
        self._passed += self._at
        self._held, self._at = b"".join(parts), 0
        return grown

    def _fill(self, wanted: int) -> None:
        while len(self._held) - self._at < wanted and self._more():
            pass

    def _peek(self) -> bytes:
        """Return the next character that is no space, without passing it; empty at the end."""
        while True:
            self._at = _SPACE.match(self._held, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._held) or not self._more():
                return self._held[self._at : self._at + 1]

    def _first_key(self) -> str:
        """Return the first key of the object that begins here; empty where it has none."""
        self._fill(MAX_KEY)
        space = _SPACE.match(self._held, self._at + 1)
        key = _KEY.match(self._held, space.end()) if space else None
        return _key_of(key[1]) if key else ""

    def _key(self) -> str:
        self._fill(MAX_KEY)
        found = _KEY.match(self._held, self._at)
        if found is None:
            raise Broken(DAMAGED)
        self._at = found.end()
        return _key_of(found[1])

    def _is_too_large(self) -> bool:
        return len(self._held) - self._at > MAX_RECORD

    def _size(self) -> int:
        """Return how long the value that begins here is; 0 where it has no end in reach."""
        if self._held[self._at : self._at + 1] not in (b"{", b"["):
            return self._scalar_size()
        done, depth = 0, 0
        while True:
            at, depth = passed(self._held, self._at + done, depth)
            done = at - self._at
            if done and depth == 0:
                return done
            if self._is_too_large() or not self._more():
                return 0

    def _scalar_size(self) -> int:
        while True:
            found = _SCALAR.match(self._held, self._at)
            if found and found.end() < len(self._held):
                return found.end() - self._at
            if self._is_too_large() or not self._more():
                return found.end() - self._at if found else 0

    def _skip(self) -> None:
        """Pass the value that begins here, holding little of it."""
        if self._peek() not in (b"{", b"["):
            size = self._scalar_size()
            if not size:
                raise Broken(DAMAGED)
            self._at += size
            return
        depth = 0
        while True:
            begun = self._at
            self._at, depth = passed(self._held, begun, depth)
            if self._at > begun and depth == 0:
                return
            if self._is_too_large() or not self._more():
                raise Broken(BREAKS_OFF)


def passed(held: bytes, at: int, depth: int) -> tuple[int, int]:
    """Return where the value ends that is open to *depth* at *at*, with the depth 0.

    Where *held* ends before it, how far it could be followed, and how deep it is there.
    """
    reach = _FIRST_CHUNK  # most values are short
    while at < len(held):
        end, reach = _end_of(_WHOLE, held, at, at + reach), min(2 * reach, _CHUNK)
        if depth and end > at and (deeper := _depth_after(held[at:end], depth)):
            at, depth = end, deeper
            continue
        limit = max(end, at + 1) if depth else at + 1
        while at < limit:
            at = _end_of(_RUN, held, at, len(held))
            if held[at : at + 1] in (b"", b'"'):
                return at, depth
            depth += 1 if held[at] in _OPENING else -1
            at += 1
            if depth == 0:
                return at, 0
    return at, depth


def _end_of(pattern: re.Pattern[bytes], held: bytes, at: int, end: int) -> int:
    found = pattern.match(held, at, end)
    return found.end() if found else at


def _depth_after(chunk: bytes, depth: int) -> int:
    """Return how deep it is behind *chunk*; 0 where the value ends in it, or may.

    Pairs are taken out until what closes stands before what opens: that is as quick for brackets
    alone as one look at each of them would be slow.
    """
    bare = TEXT.sub(b"", chunk).translate(_ONE_SORT, _NO_BRACKETS)
    length = 0
    while len(bare) != length:
        length = len(bare)
        for pairs in _PAIRS:
            bare = bare.replace(pairs, b"")
    closing = bare.count(b"]")
    return depth - closing + len(bare) - closing if closing < depth else 0


def _key_of(found: bytes) -> str:
    try:
        return str(msgspec.json.decode(b'"%b"' % found, type=str))
    except msgspec.DecodeError:
        return found.decode("utf-8", "replace")
