"""Routes: each one does what its kind promises, ends in proof, and leads on where it may fail."""

import re
from collections.abc import Iterator

from optout_tui.contentcheck.context import Context
from optout_tui.contentcheck.problem import Found, routes_of
from optout_tui.guides.choose import open_routes
from optout_tui.library.guides import Guide, Kind, Route
from optout_tui.library.kinds import RequestKind
from optout_tui.regions import chain

SENDING: frozenset[Kind] = frozenset({"objection", "request"})
ENDS: frozenset[Kind] = frozenset({"limit", "none"})
"""Kinds that promise nothing that could fail."""

PROMISES: frozenset[RequestKind] = frozenset({"objection", "optout"})
"""What one sends to be left out of training."""

DAYS = {"D": 1, "M": 30, "Y": 365}
SOONEST, LATEST = 7, 366
"""Days between looks: sooner is a nuisance, later is no watch."""

_PROMISE = re.compile(r"\b(opt(s|ing)? (you )?out|stops? (the |all )?training)\b", re.IGNORECASE)


def nothing_sent(guide: Guide) -> Iterator[Found]:
    """Yield routes whose kind is to send something, and that send nothing."""
    for where, route in routes_of(guide):
        if route.kind in SENDING and not any(step.sends for step in route.steps):
            yield f"{where}.steps", f"a route of kind {route.kind} has no step that sends"


def sent_unasked(guide: Guide) -> Iterator[Found]:
    """Yield steps that send something on a route whose kind is to send nothing."""
    for where, route in routes_of(guide):
        for n, step in enumerate(route.steps):
            promise = route.kind == "limit" and step.sends in PROMISES  # told of as such
            if step.sends and route.kind not in SENDING and not promise:
                yield f"{where}.steps[{n}].sends", f"a route of kind {route.kind} sends nothing"


def no_proof(guide: Guide) -> Iterator[Found]:
    """Yield routes that end in nothing to show for it."""
    for where, route in routes_of(guide):
        if route.kind != "none" and not any(step.stage == "proof" for step in route.steps):
            yield f"{where}.steps", "no step of the stage proof"


def limits_that_promise(guide: Guide) -> Iterator[Found]:
    """Yield what makes a route that can only reduce look like an opt-out."""
    for where, route in routes_of(guide):
        if route.kind != "limit":
            continue
        if route.effect != "reduces exposure":
            yield f"{where}.effect", f'a limit route only reduces; it says "{route.effect}"'
        for place, title in (("title", route.title), *_titles(route)):
            if _PROMISE.search(title):
                yield f"{where}.{place}", "a limit route is no opt-out, and says it is one"
        for n, step in enumerate(route.steps):
            if step.sends in PROMISES:
                yield f"{where}.steps[{n}].sends", f"a limit route promises an {step.sends}"


def no_way_on(guide: Guide) -> Iterator[Found]:
    """Yield routes that may fail, and lead nowhere then."""
    for where, route in routes_of(guide):
        # A route without regions is a side way: whoever is on it can go back to the region's own.
        shaky = route.regions and route.confidence == "low" and route.kind not in ENDS
        if shaky and not any(trouble.route for step in route.steps for trouble in step.troubles):
            yield f"{where}.steps", "confidence is low, and no trouble names another route"


def one_sided(guide: Guide) -> Iterator[Found]:
    """Yield routes that do as well as another, which does not say so in return.

    A side way may stand beside the routes of several regions; it need not name them all.
    """
    for where, route in routes_of(guide):
        for n, name in enumerate(route.also):
            other = guide.route(name)
            if name == route.id:
                yield f"{where}.also[{n}]", "names itself"
            elif other is not None and other.regions and route.id not in other.also:
                yield f"{where}.also[{n}]", f'"{name}" does not name "{route.id}" in return'


def odd_periods(guide: Guide) -> Iterator[Found]:
    """Yield periods after which to look again that are a nuisance, or no watch."""
    for where, route in routes_of(guide):
        days = int(route.again.after[1:-1]) * DAYS[route.again.after[-1]]
        if not SOONEST <= days <= LATEST:
            yield f"{where}.again.after", f"{route.again.after} is not between a week and a year"


def no_such_right(guide: Guide, context: Context) -> Iterator[Found]:
    """Yield routes with an objection for people whose law, as far as we know, gives no right to it.

    A route of low confidence says that it is only tried; one that is the company's own offer
    needs no law.
    """
    places: dict[str, list[str]] = {}
    for code in context.knowledge.region_table.regions:
        if code in context.without_objection:
            for route in open_routes(guide, chain(context.knowledge, code)):
                places.setdefault(route.id, []).append(code)
    for where, route in routes_of(guide):
        tried = route.confidence == "low" or route.own_offer
        objects = any(step.sends == "objection" for step in route.steps)
        if objects and not tried and (codes := places.get(route.id)):
            more = f" and {len(codes) - 3} more" if len(codes) > 3 else ""  # noqa: PLR2004
            named = f"{', '.join(codes[:3])}{more}"
            yield f"{where}.regions", f"no right to object in {named}, as far as our table goes"


def _titles(route: Route) -> Iterator[tuple[str, str]]:
    for n, step in enumerate(route.steps):
        yield f"steps[{n}].title", step.title
