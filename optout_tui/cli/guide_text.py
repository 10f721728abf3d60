"""A guide as it applies in one region, as text to be read."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from optout_tui.audit import platforms
from optout_tui.checklist.words import (
    DEFAULT_WORDS,
    DEVICE_WORDS,
    KIND_WORDS,
    NOT_LATELY,
    OWN_GUIDE,
    in_sentence,
    minutes,
    no_opt_out,
    nothing_to_do,
    stage_title,
)
from optout_tui.cli.layout import line_width
from optout_tui.contentcheck.ages import is_old
from optout_tui.guides.choose import default_for, open_routes
from optout_tui.journey.lines import hang
from optout_tui.library.guides import Guide, Route, Step, Way
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.records import Source
from optout_tui.regions import chain, name_of

BETWEEN = " › "
EFFECTS = {
    "future only": "It works for the future only, not for models that are already trained.",
    "past and future": "It works for what was used before, too.",
    "unclear": "Whether it works for what was used before is not clear.",
    "reduces exposure": "It reduces what can be used. It is no opt-out.",
    "nothing needed": "Nothing needs to be done.",
}


class Line(NamedTuple):
    """Text after a lead; where it wraps, it hangs under its own beginning."""

    lead: str
    text: str

    def lines(self, width: int | None) -> list[str]:
        """Return it folded to *width* cells."""
        return hang(self.lead, self.text, width) if self.text else [self.lead.rstrip()]


def guide_text(
    knowledge: Knowledge, guide: Guide, code: str, today: date, *, with_sources: bool
) -> str:
    """Return what trains, what can be done in the region, and every step of it.

    A ``limit`` or ``none`` route is said first, whole and on one line. What was not checked
    lately, as of *today*, is said to be so.
    """
    codes = chain(knowledge, code)
    place = in_sentence(name_of(knowledge, code))
    chosen, *others = open_routes(guide, codes)
    lines = [
        *([Line("This is ", f"{OWN_GUIDE}.")] if knowledge.is_own(guide.id) else []),
        *_training(guide, codes, place),
        *_audit(guide.id),
        *_route(chosen, today),
        *_stages(chosen),
        *_unseen(chosen),
        *_after(chosen),
        *_others(guide, others),
    ]
    if with_sources:
        lines += _sources(guide.sources)
    width = line_width()
    folded = [part for line in lines for part in line.lines(width)]
    return "\n".join([opening(guide, chosen, place), *folded])


def opening(guide: Guide, route: Route, place: str) -> str:
    """Return the first line: what can be done here, in one sentence."""
    match route.kind:
        case "limit":
            return no_opt_out(guide.name, place.removeprefix("the "))
        case "none":
            return nothing_to_do(guide.name, place.removeprefix("the "))
        case kind:
            doubt = " We are not sure that it works here." if route.confidence == "low" else ""
            return f"{guide.name} in {place}: {KIND_WORDS[kind]}, {minutes(route.minutes)}.{doubt}"


def _training(guide: Guide, codes: tuple[str, ...], place: str) -> Iterator[Line]:
    here = default_for(guide, codes)
    since = f" since {here.since}" if here.since else ""
    yield Line("", "")
    yield Line(f"Training in {place}: ", f"{DEFAULT_WORDS[here.default]}{since}")
    yield Line("", here.note)
    yield from _bullets("What it trains on:", guide.training.uses)
    yield from _bullets("What it does not train on:", guide.training.not_used)


def _audit(platform: str) -> Iterator[Line]:
    """Yield the commands that show what of it is public."""
    commands = {platforms.WEBSITE: "site https://…", platforms.YOUTUBE: "video URL"}
    told = [f"optout-tui audit {commands[platform]}"] if platform in commands else []
    if platforms.can_audit(platform):
        told.append("optout-tui audit archive FILE (the export you downloaded)")
    if told:
        yield Line("What of yours is public: ", ", ".join(told))


def _route(route: Route, today: date) -> Iterator[Line]:
    old = f", {NOT_LATELY}" if is_old(route.checked, today) else ""
    checked = f"checked {route.checked}{old}"
    yield Line("", "")
    yield Line("", f"{route.title} · {checked} · {route.confidence} confidence")
    yield Line("", EFFECTS[route.effect])
    if route.note:
        yield Line("", route.note)


def _stages(route: Route) -> Iterator[Line]:
    stage = ""
    for number, step in enumerate(route.steps, 1):
        if step.stage != stage:
            stage = step.stage
            yield Line("", "")
            yield Line("", stage_title(step.stage, route.kind).upper())
        yield from _step(number, step)


def _step(number: int, step: Step) -> Iterator[Line]:
    lead = f"{number:>2}. "
    yield Line(lead, f"{step.title} ({step.id})")
    if step.text:
        yield Line("    ", step.text)
    for way in step.ways:
        yield from _way(way)
    if step.sends:
        yield Line("    ", f"This sends: {step.sends}")
    if step.evidence:
        yield Line("    ", f"Keep as proof: {step.evidence}")
    for trouble in step.troubles:
        yield Line("    ! ", f"{trouble.sign}: {trouble.cure} ({trouble.id})")


def _way(way: Way) -> Iterator[Line]:
    if way.menu:
        yield Line(f"    {DEVICE_WORDS[way.device]}: ", BETWEEN.join(way.menu))
    for language, labels in way.menu_in.items():
        seen = (label or f"({english})" for label, english in zip(labels, way.menu, strict=True))
        yield Line(f"      {language}: ", BETWEEN.join(seen))
    for n, link in enumerate(way.links):
        first = f"{DEVICE_WORDS[way.device]}: " if not n and not way.menu else "Or this link: "
        yield Line(f"    {first}", link)
    if way.note:
        yield Line("      ", way.note)


def _unseen(route: Route) -> Iterator[Line]:
    ways = (way for step in route.steps for way in step.ways)
    if not all(label for way in ways for labels in way.menu_in.values() for label in labels):
        yield Line("", "")
        yield Line("", "Labels in brackets were not seen in that language.")


def _after(route: Route) -> Iterator[Line]:
    yield from _bullets("What this does not cover:", route.not_covered)
    yield from _bullets("What may undo it:", route.undone_by)
    yield Line("", "")
    yield Line("Look again after ", _period(route.again.after))
    yield from (Line("  - ", event) for event in route.again.events)


def _others(guide: Guide, routes: Iterable[Route]) -> Iterator[Line]:
    told = [f"{route.title} ({route.id}): {KIND_WORDS[route.kind]}" for route in routes]
    yield from _bullets(f"Also open to you for {guide.name}:", told)


def _sources(sources: Iterable[Source]) -> Iterator[Line]:
    yield Line("", "")
    yield Line("", "Sources:")
    for source in sources:
        dated = source.dated or "no date"
        graded = f"{source.publisher} · {source.tier} · {dated} · read {source.read}"
        yield Line("  - ", f"{source.title} ({source.id}) · {graded}")
        yield Line("    ", source.url)
        if source.note:
            yield Line("    ", source.note)


def _bullets(heading: str, items: Iterable[str]) -> Iterator[Line]:
    listed = list(items)
    if listed:
        yield Line("", "")
        yield Line("", heading)
        yield from (Line("  - ", item) for item in listed)


def _period(period: str) -> str:
    """Return an ISO 8601 period of one part as people say it: ``P6M`` is 6 months."""
    count = int(period[1:-1])
    unit = {"Y": "year", "M": "month", "D": "day"}[period[-1]]
    return f"{count} {unit}{'' if count == 1 else 's'}, and when:"
