"""Codes, names, parents and groups of regions."""

from weakref import WeakKeyDictionary

from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.refusal import unknown

WORLD = "*"
"""Everywhere else: the last link of every chain."""


def parent_of(code: str) -> str | None:
    """Return the country that *code* is a part of, such as ``US`` for ``US-IA``, or None."""
    country, dash, _ = code.partition("-")
    return country if dash else None


def chain(knowledge: Knowledge, code: str) -> tuple[str, ...]:
    """Return the codes that *code* belongs to, the most specific first: itself to ``*``.

    ``US-CA`` gives ``("US-CA", "US", "*")``, ``DE`` gives ``("DE", "EU", "EEA", "*")``: a
    smaller group is the more specific one. Raises Refusal for a code nobody knows.
    """
    known = knowledge.region_table.regions
    if code not in known:
        raise unknown("region", code, known)
    parent = parent_of(code)
    own = (code, parent) if parent else (code,)
    groups = _groups(knowledge)
    holding = [group for group, inside in groups.items() if not inside.isdisjoint(own)]
    holding.sort(key=lambda group: (len(groups[group]), group))
    return (*own, *holding, WORLD)


_known_groups: WeakKeyDictionary[Knowledge, dict[str, frozenset[str]]] = WeakKeyDictionary()


def _groups(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Return every group with its members, worked out once for each *knowledge*."""
    found = _known_groups.get(knowledge)
    if found is None:
        names = knowledge.region_table.groups
        found = _known_groups[knowledge] = {name: members(knowledge, name) for name in names}
    return found


def members(knowledge: Knowledge, group: str) -> frozenset[str]:
    """Return the codes of all regions in *group*, those of the groups in it among them."""
    groups = knowledge.region_table.groups
    found: set[str] = set()
    seen: set[str] = set()
    waiting = [group]
    while waiting:
        name = waiting.pop()
        if name in groups and name not in seen:
            seen.add(name)
            waiting.extend(groups[name])
        elif name not in groups:
            found.add(name)
    return frozenset(found)


def name_of(knowledge: Knowledge, code: str) -> str:
    """Return the English name: ``Germany``; for a part of a country ``California, United States``.

    Raises Refusal for a code nobody knows.
    """
    known = knowledge.region_table.regions
    if code not in known:
        raise unknown("region", code, known)
    parent = parent_of(code)
    own = known[code].name
    return f"{own}, {known[parent].name}" if parent in known else own


def likely(knowledge: Knowledge, locale_name: str | None) -> str | None:
    """Return the region a locale such as ``de_DE.UTF-8`` speaks of, or None where it names none.

    It is a guess for the top of a list, never to be taken for an answer.
    """
    tag = (locale_name or "").partition(".")[0].partition("@")[0].replace("-", "_")
    known = knowledge.region_table.regions
    return next((part.upper() for part in tag.split("_")[1:] if part.upper() in known), None)
