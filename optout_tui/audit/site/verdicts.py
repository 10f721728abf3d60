"""Who may fetch what: each crawler's answer for one path, and how far it holds elsewhere."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from optout_tui.audit.site.patterns import comparable_path, matches
from optout_tui.audit.site.robots import ITSELF, Decision, Robots, Rule, decide
from optout_tui.library.crawlers import Crawler

Reach = Literal["all", "part", "none"]
"""How much of a site a crawler may fetch, as far as its rules tell."""


class Verdict(NamedTuple):
    """What a site says to one crawler: for the path asked about, and how much of the whole site."""

    crawler: Crawler
    allowed: bool
    line: int | None
    reach: Reach


def verdicts(robots: Robots, crawlers: Iterable[Crawler], path: str) -> Iterator[Verdict]:
    """Yield a verdict for every crawler; those that obey the same groups share the work."""
    asked = comparable_path(path)
    known: dict[tuple[int, ...], tuple[Decision, Reach]] = {}
    for crawler in crawlers:
        key = tuple(map(id, robots.groups_for(crawler.token)))
        if key not in known:
            rules = robots.rules_for(crawler.token)
            known[key] = (decide(rules, asked), reach_of(rules))
        decision, reach = known[key]
        yield Verdict(crawler, decision.allowed, decision.line, reach)


def reach_of(rules: tuple[Rule, ...]) -> Reach:
    """Return how much *rules* let a crawler fetch: everything, something or nothing.

    The strongest rule about every path holds everywhere but where a stronger one says otherwise;
    without such a rule everything is allowed but what is forbidden by name.
    """
    general = [rule for rule in rules if _is_about_everything(rule)]
    whole = max(general, key=lambda rule: rule.rank, default=None)
    if whole is None:
        return "all" if all(rule.allows for rule in rules) else "part"
    for rule in rules:
        if rule.allows != whole.allows and rule.rank > whole.rank and not _is_about_itself(rule):
            return "part"
    return "all" if whole.allows else "none"


def _is_about_everything(rule: Rule) -> bool:
    """Whether it matches every path: what matches the shortest, and asks for no end, does."""
    return not rule.pattern.endswith(b"$") and matches(rule.pattern, b"/")


def _is_about_itself(rule: Rule) -> bool:
    """Whether it allows robots.txt alone, which is allowed anyway."""
    return rule.allows and rule.pattern.removesuffix(b"$") == ITSELF
