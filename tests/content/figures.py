"""How much is known, how well, and since when: one row for each platform, and one for all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from statistics import median

from optout_tui.library.check_guide import claims
from optout_tui.library.guides import Guide
from optout_tui.library.records import Confidence, Tier

TIERS: tuple[Tier, ...] = ("official", "regulator", "court", "press", "user")

HEADINGS = ("Platform", "Routes", "Steps", "Claims", *TIERS, "Median age", "High confidence")


def rows(guides: Sequence[Guide], today: date) -> Iterator[tuple[str, ...]]:
    """Yield the row of each guide, then the one of all; ages are in days, as of *today*."""
    for guide in guides:
        yield _row(guide.id, [guide], today)
    yield _row(f"{len(guides)} platforms", guides, today)


def _row(name: str, guides: Sequence[Guide], today: date) -> tuple[str, ...]:
    routes = [route for guide in guides for route in guide.routes]
    named = [names for guide in guides for _, names in claims(guide) if names]
    tiers = Counter(source.tier for guide in guides for source in guide.sources)
    age = median((today - route.checked).days for route in routes)
    return (
        name,
        str(len(routes)),
        str(sum(len(route.steps) for route in routes)),
        str(len(named)),
        *(str(tiers[tier]) for tier in TIERS),
        f"{age:g}",
        _share(confidences(guides)),
    )


def confidences(guides: Iterable[Guide]) -> Iterator[Confidence]:
    """Yield how sure each claim is that says so: training, routes, and some steps."""
    for guide in guides:
        yield guide.training.confidence
        yield from (there.confidence for there in guide.training.regions)
        for route in guide.routes:
            yield route.confidence
            yield from (step.confidence for step in route.steps if step.confidence)


def _share(found: Iterable[Confidence]) -> str:
    listed = list(found)
    return f"{listed.count('high') / len(listed):.0%}"
