"""Which platforms an export comes from, seen from the names of its members alone."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from optout_tui.audit.archive.members import Member
from optout_tui.audit.archive.reader import Reader

_DATED = re.compile(r"\d{4}-?\d\d-?\d\d|\d\d-\d\d-\d{4}")
_HIGHEST = 2


class Recognised(NamedTuple):
    """A platform that was found: its reader, the newest layout that fits, and its members.

    ``other`` are members in a format that cannot be counted, such as HTML.
    """

    reader: Reader
    layout: str
    members: tuple[Member, ...]
    other: tuple[Member, ...]


def recognised(members: Sequence[Member], readers: Iterable[Reader]) -> list[Recognised]:
    """Return the platforms that *members* speak of, in the order of *readers*.

    Each file is looked at by itself, and so is each folder that an export was unpacked into, so
    that two exports do not take each other's messages; what bears no mark is a further part of
    whatever else was found.
    """
    by_source: dict[tuple[int, str], list[Member]] = {}
    for one in members:
        by_source.setdefault((one.source, _root_of(one.name)), []).append(one)
    known, unmarked = list(readers), list[Member]()
    marked: dict[str, list[Member]] = {}
    for held in by_source.values():
        here = [reader for reader in known if _layout(held, reader) or _other(held, reader)]
        for reader in here:
            marked.setdefault(reader.platform, []).extend(held)
        if not here:
            unmarked.extend(held)
    return [
        _recognised([*marked[reader.platform], *unmarked], reader)
        for reader in known
        if reader.platform in marked
    ]


def _root_of(name: str) -> str:
    """Return the folder of an export that *name* lies in, high up; empty where there is none.

    Exports bear a date in their names: ``instagram-anika-2026-11-22-f6TM``.
    """
    folders = name.split("/", _HIGHEST)[:-1]
    dated = (n for n, folder in enumerate(folders, 1) if _DATED.search(folder))
    return "/".join(folders[: next(dated, 0)])


def _recognised(members: Sequence[Member], reader: Reader) -> Recognised:
    read = tuple(
        one for one in members if any(part.names.search(one.name) for part in reader.parts)
    )
    return Recognised(reader, _layout(members, reader), read, _other(members, reader))


def _layout(members: Sequence[Member], reader: Reader) -> str:
    for layout, mark in reader.layouts:
        if any(mark.search(one.name) for one in members):
            return layout
    return ""


def _other(members: Sequence[Member], reader: Reader) -> tuple[Member, ...]:
    return tuple(one for one in members if reader.other_formats.search(one.name))
