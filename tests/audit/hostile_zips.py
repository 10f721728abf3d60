"""ZIP files that lie: made byte by byte, because no honest library makes them."""

import struct
import zlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


class Lie(NamedTuple):
    """A member, and what the directory claims of it where that is not the truth."""

    name: str
    content: bytes
    size: int | None = None
    packed: int | None = None
    at: int | None = None
    crc: int | None = None
    flags: int = 0
    method: int = 8
    mode: int = 0o100644
    header: bytes = b"PK\3\4"
    tail: bytes = b""
    """What lies behind the packed content, and is claimed to belong to it."""


def forged(path: Path, *lies: Lie, before: bytes = b"") -> Path:
    """Write a ZIP file with exactly these members."""
    body, directory = bytearray(before), bytearray()
    for lie in lies:
        packed = (packed_up(lie.content) if lie.method == 8 else lie.content) + lie.tail
        crc = zlib.crc32(lie.content) if lie.crc is None else lie.crc
        size = len(lie.content) if lie.size is None else lie.size
        long = len(packed) if lie.packed is None else lie.packed
        name = lie.name.encode()
        at = len(body) - len(before) if lie.at is None else lie.at
        fields = (20, lie.flags | 0x800, lie.method, 0, 0, crc, long, size, len(name), 0)
        body += lie.header + struct.pack("<5H3L2H", *fields) + name + packed
        directory += struct.pack(
            "<4s6H3L5H2L", b"PK\1\2", 0x314, *fields, 0, 0, 0, lie.mode << 16, at
        )
        directory += name
    n = min(len(lies), 0xFFFF)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, n, n, len(directory), len(body) - len(before), 0)
    path.write_bytes(bytes(body + directory + end))
    return path


@lru_cache(maxsize=8)
def packed_up(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()
