"""What tests of the guides share: places, and ways to go through what a guide says."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from optout_tui.library.guides import Guide, Route, Step
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain

EEA = ("DE", "FR", "IE", "IT", "IS", "LI", "NO")
EUROPE = (*EEA, "GB", "CH")
NO_RIGHT = ("US", "US-CA", "US-TX", "CA", "CA-QC", "AU", "IN", "JP")
"""Where no law in our table gives a right to object."""

EVERYWHERE = (*EUROPE, *NO_RIGHT, "BR", "KR")

Kinds = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""For each guide: regions, and the kind of route that is there, or ``kind: id of the route``."""


def rows(kinds: Kinds) -> list[tuple[str, str, str]]:
    """One row for each guide and region, with the kind of route that is there."""
    return [
        (name, region, kind)
        for name, groups in kinds.items()
        for regions, kind in groups
        for region in regions
    ]


def told(route: Route, kind: str) -> str:
    """The kind of *route*, with its id where *kind* names one."""
    return f"{route.kind}: {route.id}" if ":" in kind else route.kind


def pairs(table: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """One row for each word of each line of a table."""
    return [(key, word) for key, words in table.items() for word in words]


def here(knowledge: Knowledge, pair: str) -> tuple[Guide, tuple[str, ...]]:
    """The guide and the chain of regions that a pair such as ``linkedin CA-QC`` means."""
    name, region = pair.split()
    return knowledge.guide(name), chain(knowledge, region)


def steps(guide: Guide) -> Iterator[tuple[Route, Step]]:
    for route in guide.routes:
        for step in route.steps:
            yield route, step


def links(guide: Guide) -> Iterator[str]:
    for _, step in steps(guide):
        for way in step.ways:
            yield from way.links


def objecting(routes: tuple[Route, ...]) -> list[str]:
    """The ids of those routes on which an objection is sent."""
    return [route.id for route in routes if any(s.sends == "objection" for s in route.steps)]


def words(guide: Guide) -> str:
    """All that a guide says to a person, addresses apart."""
    return "\n".join(_texts(guide))


def _texts(record: Any) -> Iterator[str]:
    match record:
        case str():
            yield record
        case tuple() | list():
            for item in record:
                yield from _texts(item)
        case dict():
            yield from _texts(list(record.values()))
        case msgspec.Struct():
            for name in record.__struct_fields__:
                if name not in ("id", "url", "links", "hosts"):
                    yield from _texts(getattr(record, name))
