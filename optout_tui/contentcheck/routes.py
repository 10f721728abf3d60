"""Routes: each one ends in something to show for it, and leads on where it may fail."""

from collections.abc import Iterator

from optout_tui.contentcheck.problem import Found, routes_of
from optout_tui.library.guides import Guide, Kind, Route

SENDING: frozenset[Kind] = frozenset({"objection", "request"})
ENDS: frozenset[Kind] = frozenset({"limit", "none"})
"""Kinds that promise nothing that could fail."""

DAYS = {"D": 1, "M": 30, "Y": 365}
SOONEST, LATEST = 7, 366
"""Days between looks: sooner is a nuisance, later is no watch."""


def route_problems(guide: Guide) -> Iterator[Found]:
    """Yield routes that do not do what their kind promises."""
    for where, route in routes_of(guide):
        if route.kind in SENDING and not any(step.sends for step in route.steps):
            yield f"{where}.steps", f"a route of kind {route.kind} has no step that sends"
        if route.kind != "none" and not any(step.stage == "proof" for step in route.steps):
            yield f"{where}.steps", "no step of the stage proof"
        if _is_shaky(route) and not _leads_on(route):
            yield f"{where}.steps", "confidence is low, and no trouble names another route"
        yield from _also_problems(guide, route, where)
        days = int(route.again.after[1:-1]) * DAYS[route.again.after[-1]]
        if not SOONEST <= days <= LATEST:
            yield f"{where}.again.after", f"{route.again.after} is not between a week and a year"


def _is_shaky(route: Route) -> bool:
    # A route without regions is a side way: whoever is on it can go back to the region's own.
    return bool(route.regions) and route.confidence == "low" and route.kind not in ENDS


def _leads_on(route: Route) -> bool:
    return any(trouble.route for step in route.steps for trouble in step.troubles)


def _also_problems(guide: Guide, route: Route, where: str) -> Iterator[Found]:
    # A side way may stand beside the routes of several regions; it need not name them all.
    for n, name in enumerate(route.also):
        other = guide.route(name)
        if other is not None and other.regions and route.id not in other.also:
            yield f"{where}.also[{n}]", f'"{name}" does not name "{route.id}" in return'
        if name == route.id:
            yield f"{where}.also[{n}]", "names itself"
