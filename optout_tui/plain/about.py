"""What there is to read: what a platform trains on, what the law gives, every platform in turn."""

from collections.abc import Iterable, Iterator
from datetime import date

from optout_tui.checklist.progress import AccountView
from optout_tui.checklist.words import (
    DEFAULT_WORDS,
    KIND_WORDS,
    OWN_GUIDE,
    YOURS,
    day,
    minutes,
    of_source,
    partial_day,
)
from optout_tui.guides.choose import default_for
from optout_tui.guides.comparing import Compared
from optout_tui.journey.law import Told, law_told
from optout_tui.journey.session import Session
from optout_tui.library.guides import Guide, Route
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain, name_of


def facts_lines(session: Session, view: AccountView) -> Iterator[str]:
    """Yield what an account's platform trains on, what its route does not do, and the sources."""
    guide, route = view.guide, view.route
    yield ""
    if guide is None or route is None:
        yield "No guide knows this platform."
        return
    yield f"About {guide.name}"
    if session.knowledge.is_own(guide.id):
        yield f"This is {OWN_GUIDE}."
    place = default_for(guide, chain(session.knowledge, session.checklist.region))
    since = f", since {partial_day(place.since)}" if place.since else ""
    yield f"By default: {DEFAULT_WORDS[place.default]}{since}"
    yield from (" ".join(text.split()) for text in (place.note, route.note) if text)
    yield from _list("It trains on", guide.training.uses)
    yield from _list("It does not train on", guide.training.not_used)
    yield from _list("These steps do not cover", route.not_covered)
    yield from _list("What may undo them", route.undone_by)
    changes = [f"{partial_day(str(one.on))}: {one.text}" for one in reversed(guide.history)]
    yield from _list("What changed", changes)
    yield "Sources"
    for name in dict.fromkeys((*guide.training.sources, *route.sources)):
        source = guide.source(name)
        yield f"  {of_source(source)}"
        yield f"  {source.url}"


def law_lines(facts: Knowledge, region: str, today: date) -> Iterator[str]:
    """Yield all that is known of the law in *region*."""
    yield ""
    yield f"The law: {name_of(facts, region)}"
    yield from filter(None, map(_told, law_told(facts, region, today)))


def law_in_brief(facts: Knowledge, region: str, today: date) -> Iterator[str]:
    """Yield what the law gives in *region*, a line or two for each law."""
    for told in law_told(facts, region, today):
        if told.manner in ("title", "warning"):
            yield _told(told)


def _told(told: Told) -> str:
    mark = "  " if told.manner == "limit" else ""
    return f"{told.label}: {told.text}" if told.label else f"{mark}{told.text}"


def platform_line(facts: Knowledge, one: Compared) -> str:
    """Return what can be done about a platform, on one line; a person's own guide is marked."""
    mark = f" ({YOURS})" if facts.is_own(one.guide.id) else ""
    said = (
        KIND_WORDS[one.route.kind],
        DEFAULT_WORDS[one.default],
        one.route.effect,
        minutes(one.route.minutes),
        f"checked {day(one.route.checked)}",
    )
    return f"{one.guide.name}{mark}: {', '.join(said)}"


def platform_details(facts: Knowledge, guide: Guide, route: Route) -> Iterator[str]:
    """Yield whose platform it is, what it trains on, and where that is from."""
    yield ""
    yield f"{guide.name}, by {guide.company}"
    if facts.is_own(guide.id):
        yield f"This is {OWN_GUIDE}."
    yield from _list("It trains on", guide.training.uses)
    yield from _list("It does not train on", guide.training.not_used)
    for name in route.sources[:3]:
        yield f"Source: {of_source(guide.source(name))}"


def _list(title: str, items: Iterable[str]) -> Iterator[str]:
    listed = [f"  {' '.join(item.split())}" for item in items]
    if listed:
        yield from (title, *listed)
