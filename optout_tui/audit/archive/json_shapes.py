"""What records of JSON are decoded into, strictly first and then as loosely as exports need it."""

import json
from collections.abc import Mapping
from typing import Any

import msgspec

MAX_LOOSE = 8 * 1024 * 1024

Path = tuple[str, ...]


class Shape:
    """What the records of one list are decoded into; fields that are not named are skipped."""

    def __init__(self, record: Any) -> None:
        """Prepare the decoders of *record*, a type that msgspec knows."""
        self.record = record
        is_record = isinstance(record, type)
        fields = msgspec.structs.fields(record) if is_record else ()
        self.fields = frozenset(field.encode_name for field in fields)
        self.empty = msgspec.convert({}, record) if is_record else None
        self.one = msgspec.json.Decoder(record, strict=False)
        self.many = msgspec.json.Decoder(list[record], strict=False)


Plan = Mapping[Path, Shape]
"""Which lists are wanted, by the keys that lead there; ``()`` is the file itself.

A list of one that stands there as a bare object, as Meta writes it, is a list all the same.
"""


def is_json(piece: bytes) -> bool:
    """Return whether *piece* is one whole value."""
    try:
        msgspec.json.decode(piece, type=msgspec.Raw)
    except (ValueError, RecursionError):
        return False
    return True


def decoded(shape: Shape, piece: bytes) -> Any | None:
    """Return a record, also where its text is not quite what JSON allows; None for a bad one.

    Half surrogate pairs, bytes that are no UTF-8 and raw control characters occur in exports.
    """
    try:
        return shape.one.decode(piece)
    except msgspec.ValidationError:
        return None
    except (ValueError, RecursionError):
        if len(piece) > MAX_LOOSE:
            return None
    try:
        loose = json.loads(piece.decode("utf-8", "replace"), strict=False)
        return msgspec.convert(loose, shape.record, strict=False)
    except (ValueError, RecursionError):
        return None
