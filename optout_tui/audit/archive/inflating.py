"""Members read piece by piece, by what really comes out of them and never by what they claim."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from optout_tui.audit.archive.members import Member

try:
    from isal import isal_zlib as fast  # the extra "fast": inflates more than twice as quickly
except ImportError:
    import zlib as fast  # type: ignore[no-redef]

_ERRORS = (zlib.error, cast("type[Exception]", fast.error))

PIECE = 256 * 1024
_PACKED_PIECE = 64 * 1024
_LOCAL_HEADER = 30
_STORED = 0

MOST_TO_ONE = 200
"""JSON packs 3:1 to 20:1; deflate ends at 1,032:1. What grows more than this is a bomb."""

FREE_OF_SUSPICION = 8 * 1024 * 1024
"""A small member may be as repetitive as it likes."""


BOMB = f"unpacks to more than {MOST_TO_ONE} times its size"


def is_bomb(size: int, packed: int) -> bool:
    """Return whether no honest member of *packed* bytes unpacks to *size*."""
    return size > FREE_OF_SUSPICION and size > MOST_TO_ONE * packed


class Damaged(Exception):
    """A member that cannot be read on: why."""


def plain_pieces(stream: BinaryIO) -> Iterator[bytes]:
    """Yield what *stream* holds."""
    while piece := stream.read(PIECE):
        yield piece


def inflated(stream: BinaryIO, member: Member) -> Iterator[bytes]:
    """Yield what *member* of the ZIP file *stream* holds; raises Damaged, at the end too."""
    _find(stream, member)
    pieces = _stored(stream, member) if member.method == _STORED else _deflated(stream, member)
    size, crc = 0, 0
    for piece in pieces:
        size += len(piece)
        if size > member.size:
            raise Damaged("holds more than it claims; the rest was not read")
        crc = fast.crc32(piece, crc)
        yield piece
    if size < member.size:
        raise Damaged("breaks off before its end")
    if crc != member.crc:
        raise Damaged("its checksum does not fit: it was damaged on the way")


def _find(stream: BinaryIO, member: Member) -> None:
    """Move to where the content begins, past the member's own header."""
    stream.seek(member.at)
    header = stream.read(_LOCAL_HEADER)
    if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\3\4"):
        raise Damaged("is not where the list of contents says")
    if int.from_bytes(header[8:10], "little") != member.method:
        raise Damaged("is described in two ways that do not agree")
    lengths = (int.from_bytes(header[n : n + 2], "little") for n in (26, 28))
    stream.seek(sum(lengths), 1)


def _stored(stream: BinaryIO, member: Member) -> Iterator[bytes]:
    left = member.packed
    while left and (piece := stream.read(min(left, PIECE))):
        left -= len(piece)
        yield piece


def _deflated(stream: BinaryIO, member: Member) -> Iterator[bytes]:
    inflater = fast.decompressobj(-zlib.MAX_WBITS)
    left, out, tail = member.packed, 0, b""
    while not inflater.eof:
        if not tail and left:
            tail = stream.read(min(left, _PACKED_PIECE))
            left = left - len(tail) if tail else 0
        has_input = bool(tail)
        try:
            piece = inflater.decompress(tail, PIECE)
        except _ERRORS:
            raise Damaged("is packed in a way that cannot be unpacked") from None
        tail = inflater.unconsumed_tail
        out += len(piece)
        if is_bomb(out, member.packed - left - len(tail)):
            raise Damaged(f"{BOMB}; the rest was not read")
        if piece:
            yield piece
        elif not has_input:
            return
