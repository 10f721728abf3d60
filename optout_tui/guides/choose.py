"""The choice of a route for a region: the most specific match wins, ``*`` comes last."""

from datetime import date

from optout_tui.library.guides import Change, Guide, Route, Step, Training, TrainingIn

Chain = tuple[str, ...]
"""Region codes from the most specific to ``*``, as ``regions.chain`` returns them."""


def route_for(guide: Guide, chain: Chain) -> Route:
    """Return the route of *guide* for the region that *chain* describes.

    The loader has made sure that each region belongs to one route and that one has ``*``.
    """
    by_region = {region: route for route in guide.routes for region in route.regions}
    return next(by_region[region] for region in chain if region in by_region)


def open_routes(guide: Guide, chain: Chain) -> tuple[Route, ...]:
    """Return every route a person there may follow: the chosen one, then those that do as well.

    A route that a step's trouble sends people to counts as well, from wherever they are.
    """
    found = {route.id: route for route in [route_for(guide, chain)]}
    todo = list(found.values())
    while todo:
        route = todo.pop(0)
        detours = (trouble.route for step in route.steps for trouble in step.troubles)
        for name in (*route.also, *filter(None, detours)):
            other = meant_by(guide, chain, name)
            if other is not None and other.id not in found:
                found[other.id] = other
                todo.append(other)
    return tuple(found.values())


def meant_by(guide: Guide, chain: Chain, route_id: str) -> Route | None:
    """Return the route that *route_id* means there, or None where the guide has no such route.

    A guide that sends people to "reduce what is public" means the steps for where they live.
    """
    named, own = guide.route(route_id), route_for(guide, chain)
    return own if named is not None and named.kind == own.kind == "limit" else named


def default_for(guide: Guide, chain: Chain) -> TrainingIn | Training:
    """Return what happens there if a person does nothing, with its dates and sources."""
    by_region = {region: place for place in guide.training.regions for region in place.regions}
    return next((by_region[code] for code in chain if code in by_region), guide.training)


def find_step(guide: Guide, step_id: str) -> Step | None:
    """Return the step that bears *step_id* now or bore it once, from whichever route, or None."""
    for route in guide.routes:
        for step in route.steps:
            if step_id == step.id or step_id in step.was:
                return step
    return None


def changes_since(guide: Guide, when: date) -> tuple[Change, ...]:
    """Return what changed on the platform on that day or later, the newest first."""
    return tuple(one for one in reversed(guide.history) if str(one.on) >= when.isoformat())
