"""What judging gives back."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from optout_tui.library.guides import Guide, Route, Step, Way
from optout_tui.library.records import texts_in

Found = tuple[str, str]
"""A place in a file, such as ``routes[0].steps[2].ways[1]``, and what is wrong there."""

AS_IT_STANDS = frozenset({"menu", "menu_in", "links", "url", "sources", "publisher", "hosts"})
"""Fields that repeat what stands elsewhere, as it stands there."""


class Problem(NamedTuple):
    """Something wrong in a file; ``where`` is empty where it is the file as a whole.

    ``rule`` is the id of the rule that it breaks; ``line`` and ``column`` count from one and
    are 0 where the file tells no place.
    """

    file: str
    where: str
    reason: str
    rule: str = ""
    line: int = 0
    column: int = 0


def routes_of(guide: Guide) -> Iterator[tuple[str, Route]]:
    """Yield every route of *guide* with its place."""
    for n, route in enumerate(guide.routes):
        yield f"routes[{n}]", route


def steps_of(guide: Guide) -> Iterator[tuple[str, Step]]:
    """Yield every step of every route of *guide* with its place."""
    for place, route in routes_of(guide):
        for n, step in enumerate(route.steps):
            yield f"{place}.steps[{n}]", step


def ways_of(guide: Guide) -> Iterator[tuple[str, Way]]:
    """Yield every way through every step of *guide* with its place."""
    for place, step in steps_of(guide):
        for n, way in enumerate(step.ways):
            yield f"{place}.ways[{n}]", way


def texts_of(record: msgspec.Struct) -> Iterator[tuple[str, str, str]]:
    """Yield every text in *record* with its place and its field.

    Below a field that is not in our words, that field is given.
    """
    yield from texts_in(msgspec.to_builtins(record), AS_IT_STANDS)
