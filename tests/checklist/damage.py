"""A file damaged in every way, and whether what is read of it is what it says. No test runner."""

import tomllib
from collections.abc import Iterator
from typing import Any

from optout_tui.checklist.model import Kept
from optout_tui.checklist.store.reading import verified
from optout_tui.checklist.store.whole import NotSaved
from optout_tui.checklist.text import read_text
from optout_tui.checklist.wholeness import END, ENDS_WITH
from optout_tui.safety.limits import BadFile


def cuts(content: bytes) -> Iterator[bytes]:
    """Yield *content* cut at every byte, a lost last line end apart: nothing is missing then."""
    return (content[:length] for length in range(len(content.rstrip(b"\n"))))


def flips(content: bytes, bits: int = 8) -> Iterator[bytes]:
    """Yield *content* with one bit turned over: at every byte as many of its eight as *bits*."""
    for place in range(len(content)):
        for bit in range(bits):
            turned = content[place] ^ (1 << (place + bit) % 8)
            yield content[:place] + bytes([turned]) + content[place + 1 :]


def wrong(content: bytes) -> str:
    """Return what is wrong about how *content* is read: nothing, if it is refused or told whole."""
    try:
        checklist = read_text(content, "Personal.toml")
    except BadFile:
        return ""
    table = tomllib.loads(content.decode("utf-8-sig"))
    if table.pop(ENDS_WITH, None) is not None and not table[END]:
        del table[END]
    if not _says(checklist, table):
        return f"read as something else: {content!r}"
    try:
        verified(checklist)
    except NotSaved as error:
        return f"cannot be saved again: {error}: {content!r}"
    return ""


def less(content: bytes, whole: Kept) -> str:
    """Return what of *whole* a file lacks that is read all the same, or nothing."""
    try:
        checklist = read_text(content, "Personal.toml")
    except BadFile:
        return ""
    return f"read in part: {content!r}" if size(checklist) < size(whole) else ""


def size(value: Any) -> int:
    """Return how many fields of records say something."""
    if isinstance(value, tuple):
        return sum(map(size, value))
    if not isinstance(value, Kept):
        return bool(value)
    names = value.__struct_fields__
    return sum(1 + size(getattr(value, name)) for name in names if getattr(value, name))


def _says(value: Any, told: Any) -> bool:
    """Whether a record says what the parser says, with nothing left out and nothing made up."""
    if isinstance(value, tuple):
        return len(value) == len(told) and all(map(_says, value, told))
    if not isinstance(value, Kept):
        return bool(value == told) and type(value) is type(told)
    fields = {name: getattr(value, name) for name in value.__struct_fields__ if name != "extra"}
    empty = dict(zip(value.__struct_fields__[::-1], value.__struct_defaults__[::-1], strict=False))
    return value.extra == {key: told[key] for key in told if key not in fields} and all(
        _says(item, told[name]) if name in told else item == empty[name]
        for name, item in fields.items()
    )
