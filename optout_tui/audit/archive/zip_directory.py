"""The directory at the end of a ZIP file, read by ourselves in bounded memory.

The standard library keeps some 700 bytes for every member, media too, and does not notice
members that overlap (CPython gh-109858). Media is only counted here. After APPNOTE 6.3.10.
"""

import stat
import struct
from array import array
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from optout_tui.safety.refusal import Refusal

MAX_MEMBERS = 500_000
MAX_DIRECTORY = 256 * 1024 * 1024
STORED, DEFLATED = 0, 8

_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = 30
_LONGEST_COMMENT = 0xFFFF
_IN_EXTRA = 0xFFFFFFFF
_MOST_AFTER = 3 * 0xFFFF
_ZIP_64 = 1
_UTF_8 = 0x800
_ENCRYPTED = 0x2041
_UNIX = 3
_PIECE = 64 * 1024


class Entry(NamedTuple):
    """One member as the directory tells of it; none of it is to be believed."""

    name: str
    at: int
    packed: int
    size: int
    crc: int
    method: int
    is_encrypted: bool
    is_link: bool
    least_end: int
    """The first byte that can come after this member."""


class Place(NamedTuple):
    """Where the directory lies, and how many bytes were put before the ZIP."""

    at: int
    size: int
    shift: int


def find_directory(stream: BinaryIO, length: int) -> Place:
    """Return where the directory of a ZIP file of *length* bytes lies; raises Refusal."""
    start = max(0, length - _END.size - _LONGEST_COMMENT)
    stream.seek(start)
    tail = stream.read(length - start)
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) - at < _END.size:
        raise Refusal("is no whole ZIP file: its end is missing; download it again")
    *_, size, offset, _ = _END.unpack_from(tail, at)
    end = start + at
    large = _find_64(stream, end)
    if large is not None:
        size, offset, end = large
    shift = end - size - offset
    if shift < 0 or size > MAX_DIRECTORY:
        raise Refusal(
            "is no whole ZIP file: its list of contents is not where it should be; "
            "download it again"
        )
    return Place(offset + shift, size, shift)


def _find_64(stream: BinaryIO, end: int) -> tuple[int, int, int] | None:
    """Return size, offset and end of a ZIP64 directory; None where there is none."""
    if end < _LOCATOR.size:
        return None
    stream.seek(end - _LOCATOR.size)
    mark, _, at, _ = _LOCATOR.unpack(stream.read(_LOCATOR.size))
    if mark != b"PK\6\7":
        return None
    for place in (at, end - _LOCATOR.size - _END_64.size):
        if 0 <= place <= end - _END_64.size:
            stream.seek(place)
            found = _END_64.unpack(stream.read(_END_64.size))
            if found[0] == b"PK\6\6":
                return found[8], found[9], place
    raise Refusal(
        "is no whole ZIP file: its list of contents is not where it should be; download it again"
    )


def entries(stream: BinaryIO, place: Place) -> Iterator[Entry]:
    """Yield every member of the directory; raises Refusal where it breaks off."""
    held, at, left = b"", 0, place.size
    stream.seek(place.at)
    for n in range(MAX_MEMBERS + 1):
        if len(held) - at < _ENTRY.size + _MOST_AFTER and left:
            more = stream.read(min(left, _PIECE + _MOST_AFTER))
            held, at, left = held[at:] + more, 0, left - len(more) if more else 0
        if len(held) - at < _ENTRY.size:
            break
        if n == MAX_MEMBERS:
            raise Refusal(f"holds more than {MAX_MEMBERS:,} files; the rest was not looked at")
        entry, at = _entry(held, at, place.shift)
        yield entry
    if at < len(held):
        raise Refusal("has a list of contents that breaks off; the rest was not looked at")


def _entry(held: bytes, at: int, shift: int) -> tuple[Entry, int]:
    fields = _ENTRY.unpack_from(held, at)
    mark, made_by, _, flags, method, _, _, crc, packed, size, *lengths = fields[:13]
    long_name, long_extra, long_comment = lengths
    outside, offset = fields[15], fields[16]
    if mark != b"PK\1\2":
        raise Refusal("has a list of contents that breaks off; the rest was not looked at")
    begin = at + _ENTRY.size
    name = held[begin : begin + long_name]
    extra = held[begin + long_name : begin + long_name + long_extra]
    if _IN_EXTRA in (size, packed, offset):
        size, packed, offset = _large(extra, [size, packed, offset])
    mode = outside >> 16 if made_by >> 8 == _UNIX else 0
    entry = Entry(
        name.decode("utf-8" if flags & _UTF_8 else "cp437", "replace"),
        offset + shift,
        packed,
        size,
        crc,
        method,
        bool(flags & _ENCRYPTED),
        stat.S_ISLNK(mode),
        offset + shift + _LOCAL + long_name + packed,
    )
    return entry, begin + long_name + long_extra + long_comment


def _large(extra: bytes, values: list[int]) -> list[int]:
    """Put the 64-bit values that *extra* holds in the place of those that say so."""
    at = 0
    while at + 4 <= len(extra):
        header, length = struct.unpack_from("<2H", extra, at)
        field = extra[at + 4 : at + 4 + length]
        if header == _ZIP_64:
            wide = iter(struct.unpack(f"<{len(field) // 8}Q", field[: len(field) // 8 * 8]))
            return [next(wide, one) if one == _IN_EXTRA else one for one in values]
        at += 4 + length
    return values


class Overlaps:
    """Finds members that reach into the next one; keeps sixteen bytes for each."""

    def __init__(self) -> None:
        """Begin with none."""
        self._starts = array("Q")
        self._ends = array("Q")

    def add(self, entry: Entry) -> None:
        """Take note of where *entry* lies."""
        top = 2**64 - 1
        self._starts.append(min(entry.at, top))
        self._ends.append(min(entry.least_end, top))

    def found(self, directory_at: int) -> frozenset[int]:
        """Return the numbers of members that reach past the beginning of the next."""
        order = sorted(range(len(self._starts)), key=self._starts.__getitem__, reverse=True)
        bad, limit = set(), directory_at
        for n in order:
            if self._ends[n] > limit:
                bad.add(n)
            limit = min(limit, self._starts[n])
        return frozenset(bad)
