"""What must hold inside one guide before it loads: names that resolve, ids that are unique."""

from collections.abc import Iterable, Iterator
from datetime import date

from optout_tui.library.guides import STAGES, Guide, Route, Step
from optout_tui.safety.limits import BadFile

Problem = tuple[str, str]
"""Where in the file, and what is wrong there."""


def check_guide(guide: Guide, file: str) -> None:
    """Raise BadFile for the first thing in *guide* that does not hold together."""
    for where, reason in guide_problems(guide):
        raise BadFile(file, reason, where)


def guide_problems(guide: Guide) -> Iterator[Problem]:
    """Yield everything in *guide* that does not hold together, as place and reason."""
    yield from _date_problems(guide)
    known = {source.id for source in guide.sources}
    yield from _repeated((source.id for source in guide.sources), "sources", "source id")
    yield from _unsourced(guide.training.sources, known, "training.sources")
    for n, place in enumerate(guide.training.regions):
        yield from _unsourced(place.sources, known, f"training.regions[{n}].sources")
    yield from _repeated((route.id for route in guide.routes), "routes", "route id")
    yield from _region_problems(guide)
    for n, route in enumerate(guide.routes):
        yield from _route_problems(guide, route, f"routes[{n}]", known)
    yield from _step_id_problems(guide)


def _date_problems(guide: Guide) -> Iterator[Problem]:
    """A year or a month will do for a date, but it must be one that the calendar has."""
    dates = [
        ("training.since", guide.training.since),
        *((f"training.regions[{n}].since", r.since) for n, r in enumerate(guide.training.regions)),
        *((f"sources[{n}].dated", source.dated) for n, source in enumerate(guide.sources)),
    ]
    for where, text in dates:
        try:
            date.fromisoformat(f"{text or '2000'}-01-01"[: max(len(text), 10)])
        except ValueError:
            yield where, f'"{text}" is no date'


def _repeated(ids: Iterable[str], where: str, what: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for n, name in enumerate(ids):
        if name in seen:
            yield f"{where}[{n}].id", f'{what} "{name}" is used twice'
        seen.add(name)


def _unsourced(sources: tuple[str, ...], known: set[str], where: str) -> Iterator[Problem]:
    for n, name in enumerate(sources):
        if name not in known:
            yield f"{where}[{n}]", f'no source named "{name}"'


def _region_problems(guide: Guide) -> Iterator[Problem]:
    claimed: dict[str, str] = {}
    for n, route in enumerate(guide.routes):
        for m, region in enumerate(route.regions):
            if region in claimed:
                reason = f'region {region} already belongs to route "{claimed[region]}"'
                yield f"routes[{n}].regions[{m}]", reason
            claimed.setdefault(region, route.id)
    if "*" not in claimed:
        yield "routes", 'no route for everywhere else: one must have the region "*"'


def _route_problems(guide: Guide, route: Route, where: str, known: set[str]) -> Iterator[Problem]:
    yield from _unsourced(route.sources, known, f"{where}.sources")
    for n, other in enumerate(route.also):
        if guide.route(other) is None:
            yield f"{where}.also[{n}]", f'no route named "{other}"'
    if not route.steps and route.kind != "none":
        yield f"{where}.steps", f'a route of kind "{route.kind}" needs steps'
    yield from _repeated((step.id for step in route.steps), f"{where}.steps", "step id")
    last = 0
    for n, step in enumerate(route.steps):
        place = STAGES.index(step.stage)
        if place < last:
            yield f"{where}.steps[{n}].stage", f'"{step.stage}" comes after a later stage'
        last = max(last, place)
        yield from _step_problems(guide, step, f"{where}.steps[{n}]", known)


def _step_problems(guide: Guide, step: Step, where: str, known: set[str]) -> Iterator[Problem]:
    yield from _unsourced(step.sources, known, f"{where}.sources")
    yield from _repeated((t.id for t in step.troubles), f"{where}.troubles", "trouble id")
    for n, trouble in enumerate(step.troubles):
        yield from _unsourced(trouble.sources, known, f"{where}.troubles[{n}].sources")
        if trouble.route and guide.route(trouble.route) is None:
            yield f"{where}.troubles[{n}].route", f'no route named "{trouble.route}"'
    for n, way in enumerate(step.ways):
        for language, labels in way.menu_in.items():
            if len(labels) != len(way.menu):
                reason = f"{len(labels)} labels for a menu of {len(way.menu)}"
                yield f"{where}.ways[{n}].menu_in.{language}", reason


def _step_id_problems(guide: Guide) -> Iterator[Problem]:
    """A former or retired id that some step still bears would hand one step another's tick."""
    current = {step.id for route in guide.routes for step in route.steps}
    for name in guide.retired:
        if name in current:
            yield "retired", f'step id "{name}" is still in use'
    owner: dict[str, str] = {}
    for n, route in enumerate(guide.routes):
        for m, step in enumerate(route.steps):
            where = f"routes[{n}].steps[{m}].was"
            for name in step.was:
                if name in current:
                    yield where, f'"{name}" is still the id of a step'
                elif name in guide.retired:
                    yield where, f'"{name}" is the id of a retired step'
                elif owner.setdefault(name, step.id) != step.id:
                    yield where, f'"{name}" was already "{owner[name]}"'
