"""What must hold inside one guide before it loads: names that resolve, ids that are unique."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from optout_tui.library.guides import STAGES, Guide, Step
from optout_tui.safety.limits import BadFile

Problem = tuple[str, str]
"""Where in the file, and what is wrong there."""


def check_guide(guide: Guide, file: str) -> None:
    """Raise BadFile for the first thing in *guide* that does not hold together."""
    for _, where, reason in guide_problems(guide):
        raise BadFile(file, reason, where)


def guide_problems(guide: Guide) -> Iterator[tuple[str, str, str]]:
    """Yield everything in *guide* that does not hold together: the rule's id, place and reason."""
    for rule, check in CHECKS.items():
        for where, reason in check(guide):
            yield rule, where, reason


def _impossible_dates(guide: Guide) -> Iterator[Problem]:
    """A year or a month will do for a date, but it must be one that the calendar has."""
    dates = [
        ("training.since", guide.training.since),
        *((f"training.regions[{n}].since", r.since) for n, r in enumerate(guide.training.regions)),
        *((f"history[{n}].on", change.on) for n, change in enumerate(guide.history)),
        *((f"sources[{n}].dated", source.dated) for n, source in enumerate(guide.sources)),
    ]
    for where, text in dates:
        try:
            date.fromisoformat(f"{text or '2000'}-01-01"[: max(len(text), 10)])
        except ValueError:
            yield where, f'"{text}" is no date'


def _ids_used_twice(guide: Guide) -> Iterator[Problem]:
    yield from _repeated((source.id for source in guide.sources), "sources", "source id")
    yield from _repeated((route.id for route in guide.routes), "routes", "route id")
    for where, step in _steps(guide):
        yield from _repeated((t.id for t in step.troubles), f"{where}.troubles", "trouble id")


def _steps_used_twice(guide: Guide) -> Iterator[Problem]:
    for n, route in enumerate(guide.routes):
        yield from _repeated((step.id for step in route.steps), f"routes[{n}].steps", "step id")


def _repeated(ids: Iterable[str], where: str, what: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for n, name in enumerate(ids):
        if name in seen:
            yield f"{where}[{n}].id", f'{what} "{name}" is used twice'
        seen.add(name)


def _unsourced(guide: Guide) -> Iterator[Problem]:
    known = {source.id for source in guide.sources}
    for where, names in claims(guide):
        for n, name in enumerate(names):
            if name not in known:
                yield f"{where}[{n}]", f'no source named "{name}"'


def claims(guide: Guide) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every claim: the place where it names its sources, and their ids.

    A trouble may go without; what is known to go wrong needs no text that says so.
    """
    yield "training.sources", guide.training.sources
    for n, place in enumerate(guide.training.regions):
        yield f"training.regions[{n}].sources", place.sources
    for n, change in enumerate(guide.history):
        yield f"history[{n}].sources", change.sources
    for n, route in enumerate(guide.routes):
        yield f"routes[{n}].sources", route.sources
    for where, step in _steps(guide):
        yield f"{where}.sources", step.sources
        for m, trouble in enumerate(step.troubles):
            yield f"{where}.troubles[{m}].sources", trouble.sources


def _regions_claimed_twice(guide: Guide) -> Iterator[Problem]:
    claimed: dict[str, str] = {}
    for n, route in enumerate(guide.routes):
        for m, region in enumerate(route.regions):
            if region in claimed:
                reason = f'region {region} already belongs to route "{claimed[region]}"'
                yield f"routes[{n}].regions[{m}]", reason
            claimed.setdefault(region, route.id)


def _nowhere_else(guide: Guide) -> Iterator[Problem]:
    if not any("*" in route.regions for route in guide.routes):
        yield "routes", 'no route for everywhere else: one must have the region "*"'


def _unknown_routes(guide: Guide) -> Iterator[Problem]:
    known = {route.id for route in guide.routes}
    for n, route in enumerate(guide.routes):
        for m, name in enumerate(route.also):
            if name not in known:
                yield f"routes[{n}].also[{m}]", f'no route named "{name}"'
    for where, step in _steps(guide):
        for m, trouble in enumerate(step.troubles):
            if trouble.route and trouble.route not in known:
                yield f"{where}.troubles[{m}].route", f'no route named "{trouble.route}"'


def _no_steps(guide: Guide) -> Iterator[Problem]:
    for n, route in enumerate(guide.routes):
        if not route.steps and route.kind != "none":
            yield f"routes[{n}].steps", f'a route of kind "{route.kind}" needs steps'


def _stages_out_of_order(guide: Guide) -> Iterator[Problem]:
    for n, route in enumerate(guide.routes):
        last = 0
        for m, step in enumerate(route.steps):
            place = STAGES.index(step.stage)
            if place < last:
                where = f"routes[{n}].steps[{m}].stage"
                yield where, f'"{step.stage}" comes after a later stage'
            last = max(last, place)


def _menus_of_other_lengths(guide: Guide) -> Iterator[Problem]:
    for where, step in _steps(guide):
        for n, way in enumerate(step.ways):
            for language, labels in way.menu_in.items():
                if len(labels) != len(way.menu):
                    reason = f"{len(labels)} labels for a menu of {len(way.menu)}"
                    yield f"{where}.ways[{n}].menu_in.{language}", reason


def _retired_in_use(guide: Guide) -> Iterator[Problem]:
    """A retired id that some step still bears would hand one step another's tick."""
    current = {step.id for _, step in _steps(guide)}
    for name in guide.retired:
        if name in current:
            yield "retired", f'step id "{name}" is still in use'


def _dead_former_ids(guide: Guide) -> Iterator[Problem]:
    """A former id that leads to two steps, or to another than it names, moves no tick."""
    current = {step.id for _, step in _steps(guide)}
    owner: dict[str, str] = {}
    for where, step in _steps(guide):
        for name in step.was:
            if name in current:
                yield f"{where}.was", f'"{name}" is still the id of a step'
            elif name in guide.retired:
                yield f"{where}.was", f'"{name}" is the id of a retired step'
            elif owner.setdefault(name, step.id) != step.id:
                yield f"{where}.was", f'"{name}" was already "{owner[name]}"'


def _steps(guide: Guide) -> Iterator[tuple[str, Step]]:
    for n, route in enumerate(guide.routes):
        for m, step in enumerate(route.steps):
            yield f"routes[{n}].steps[{m}]", step


CHECKS: dict[str, Callable[[Guide], Iterator[Problem]]] = {
    "date-impossible": _impossible_dates,
    "id-repeated": _ids_used_twice,
    "step-repeated": _steps_used_twice,
    "source-missing": _unsourced,
    "region-repeated": _regions_claimed_twice,
    "region-uncovered": _nowhere_else,
    "route-unknown": _unknown_routes,
    "steps-missing": _no_steps,
    "stage-order": _stages_out_of_order,
    "menu-lengths": _menus_of_other_lengths,
    "step-reused": _retired_in_use,
    "was-dead": _dead_former_ids,
}
"""What each rule finds, by the rule's id."""
