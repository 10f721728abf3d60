"""The choice of a route for a region: the most specific match wins, ``*`` comes last."""

from hashlib import blake2b

import msgspec

from optout_tui.library.guides import Guide, Route, Step, Training, TrainingIn

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

    A route that a step's trouble sends people to counts as well.
    """
    chosen = route_for(guide, chain)
    detours = (trouble.route for step in chosen.steps for trouble in step.troubles)
    ids = dict.fromkeys([chosen.id, *chosen.also, *filter(None, detours)])
    return tuple(route for name in ids if (route := guide.route(name)) is not None)


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


def seen_hash(step: Step) -> str:
    """Return a short hash of what the step says, so that a later guide can say it changed."""
    content = msgspec.json.encode((step.title, step.text, step.ways))
    return blake2b(content, digest_size=4).hexdigest()
