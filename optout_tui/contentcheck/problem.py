"""What judging gives back."""

from collections.abc import Iterator
from typing import NamedTuple

from optout_tui.library.guides import Guide, Route, Step

Found = tuple[str, str]
"""A place in a file, such as ``routes[0].steps[2].ways[1]``, and what is wrong there."""


class Problem(NamedTuple):
    """Something wrong in a file; ``where`` is empty where it is the file as a whole."""

    file: str
    where: str
    reason: str


def routes_of(guide: Guide) -> Iterator[tuple[str, Route]]:
    """Yield every route of *guide* with its place."""
    for n, route in enumerate(guide.routes):
        yield f"routes[{n}]", route


def steps_of(guide: Guide) -> Iterator[tuple[str, Step]]:
    """Yield every step of every route of *guide* with its place."""
    for place, route in routes_of(guide):
        for n, step in enumerate(route.steps):
            yield f"{place}.steps[{n}]", step
