"""Sources: strong enough for what is claimed, read before it was claimed, and used."""

from collections.abc import Iterable, Iterator, Sequence

from optout_tui.contentcheck.problem import Found, routes_of, steps_of
from optout_tui.library.check_guide import claims
from optout_tui.library.guides import Guide, Route
from optout_tui.library.records import Confidence, Tier

STRONG: frozenset[Tier] = frozenset({"official", "regulator", "court"})
"""Tiers that can carry high confidence by themselves."""

Claim = tuple[str, Confidence, tuple[str, ...]]
"""The place of a confidence, the confidence, and the ids of the sources it rests on."""


def weak_tiers(guide: Guide) -> Iterator[Found]:
    """Yield claims that are surer than their sources.

    High confidence needs an official text, a regulator or a court; medium more than one user.
    """
    for where, confidence, names in _claims(guide):
        tiers = [guide.source(name).tier for name in names]
        yield from ((where, reason) for reason in unsure(confidence, tiers))


def unsure(confidence: Confidence, tiers: Sequence[Tier]) -> Iterator[str]:
    """Yield why sources of these *tiers* cannot carry *confidence*; nothing where they can."""
    if confidence == "high" and STRONG.isdisjoint(tiers):
        yield "high confidence needs an official text, a regulator or a court"
    if confidence == "medium" and list(tiers) == ["user"]:
        yield "one user's word is not enough for medium confidence"


def read_later(guide: Guide) -> Iterator[Found]:
    """Yield routes that were checked before one of their sources was read."""
    for where, route in routes_of(guide):
        late = {n for n in _names_in(route) if guide.source(n).read > route.checked}
        for name in sorted(late):
            read = guide.source(name).read
            yield f"{where}.checked", f'{route.checked}, but "{name}" was read on {read}'


def unused_sources(guide: Guide) -> Iterator[Found]:
    """Yield sources that nothing in *guide* names."""
    used = {name for _, names in claims(guide) for name in names}
    for n, source in enumerate(guide.sources):
        if source.id not in used:
            yield f"sources[{n}].id", f'nothing names the source "{source.id}"'


def _claims(guide: Guide) -> Iterator[Claim]:
    training = guide.training
    yield _claim("training", training.confidence, training.sources)
    for n, there in enumerate(training.regions):
        yield _claim(f"training.regions[{n}]", there.confidence, there.sources)
    for where, route in routes_of(guide):
        yield _claim(where, route.confidence, route.sources)
    for where, step in steps_of(guide):
        if step.confidence is not None:
            yield _claim(where, step.confidence, step.sources)


def _claim(where: str, confidence: Confidence, names: Iterable[str]) -> Claim:
    return f"{where}.confidence", confidence, tuple(dict.fromkeys(names))


def _names_in(route: Route) -> Iterator[str]:
    yield from route.sources
    for step in route.steps:
        yield from step.sources
        for trouble in step.troubles:
            yield from trouble.sources
