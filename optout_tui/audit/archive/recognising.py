"""Which platforms an export comes from, seen from the names of its members alone."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from optout_tui.audit.archive.members import Member
from optout_tui.audit.archive.reader import Reader


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

    Each file is looked at by itself, so that two exports do not take each other's messages; one
    that bears no mark is a further part of whatever else was found.
    """
    by_source: dict[int, list[Member]] = {}
    for one in members:
        by_source.setdefault(one.source, []).append(one)
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
