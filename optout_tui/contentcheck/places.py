"""Regions: every key is one we know, and everybody on earth finds a route."""

from collections.abc import Iterable, Iterator

from optout_tui.contentcheck.context import Context
from optout_tui.contentcheck.problem import Found, routes_of
from optout_tui.guides.choose import route_for
from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import WORLD, chain


def regions_nobody_knows(guide: Guide, context: Context) -> Iterator[Found]:
    """Yield what is neither a region, nor a group, nor ``*``."""
    for where, route in routes_of(guide):
        yield from unknown_regions(route.regions, context.knowledge, f"{where}.regions")
    for n, there in enumerate(guide.training.regions):
        where = f"training.regions[{n}].regions"
        yield from unknown_regions(there.regions, context.knowledge, where)


def unknown_regions(regions: Iterable[str], knowledge: Knowledge, where: str) -> Iterator[Found]:
    """Yield those of *regions* that are neither a region, nor a group, nor ``*``."""
    table = knowledge.region_table
    for n, region in enumerate(regions):
        if region not in table.regions and region not in table.groups and region != WORLD:
            yield f"{where}[{n}]", f"no region or group {region}"


def defaults_given_twice(guide: Guide) -> Iterator[Found]:
    """Yield regions for which two defaults are given."""
    claimed: set[str] = set()
    for n, there in enumerate(guide.training.regions):
        for m, region in enumerate(there.regions):
            if region in claimed:
                yield f"training.regions[{n}].regions[{m}]", f"{region} was already spoken of"
            claimed.add(region)


def without_route(guide: Guide, context: Context) -> Iterator[Found]:
    """Yield the first region whose people find no route."""
    for code in context.knowledge.region_table.regions:
        try:
            route_for(guide, chain(context.knowledge, code))
        except StopIteration:
            yield "routes", f"no route for {code}"
            return
