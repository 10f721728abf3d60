"""Regions: every key is one we know, and everybody on earth finds a route."""

from collections.abc import Iterable, Iterator

from optout_tui.contentcheck.problem import Found, routes_of
from optout_tui.guides.choose import route_for
from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import WORLD, chain


def region_problems(guide: Guide, knowledge: Knowledge) -> Iterator[Found]:
    """Yield regions nobody knows, regions named twice, and people for whom no route is left."""
    for where, route in routes_of(guide):
        yield from unknown_regions(route.regions, knowledge, f"{where}.regions")
    claimed: set[str] = set()
    for n, there in enumerate(guide.training.regions):
        where = f"training.regions[{n}].regions"
        yield from unknown_regions(there.regions, knowledge, where)
        for m, region in enumerate(there.regions):
            if region in claimed:
                yield f"{where}[{m}]", f"{region} was already spoken of"
            claimed.add(region)
    yield from _without_route(guide, knowledge)


def unknown_regions(regions: Iterable[str], knowledge: Knowledge, where: str) -> Iterator[Found]:
    """Yield those of *regions* that are neither a region, nor a group, nor ``*``."""
    table = knowledge.region_table
    for n, region in enumerate(regions):
        if region not in table.regions and region not in table.groups and region != WORLD:
            yield f"{where}[{n}]", f"no region or group {region}"


def _without_route(guide: Guide, knowledge: Knowledge) -> Iterator[Found]:
    for code in knowledge.region_table.regions:
        try:
            route_for(guide, chain(knowledge, code))
        except StopIteration:
            yield "routes", f"no route for {code}"
            return
