"""Every platform beside every other, as it stands in one region: what trains, what can be done."""

from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple, get_args

from optout_tui.guides.choose import Chain, default_for, route_for
from optout_tui.library.guides import Default, Guide, Kind, Route

Order = Literal["usual", "gain", "effort", "name"]
ORDERS: tuple[Order, ...] = get_args(Order)

ORDER_WORDS: dict[Order, str] = {
    "usual": "the best known first",
    "gain": "the most for the least time first",
    "effort": "the quickest first",
    "name": "by name",
}

FORM_MINUTES = 5
"""What a form costs beside its steps: one has to log in, to find words, to wait for a mail."""

_AT_STAKE: dict[Default, int] = {"on": 4, "unclear": 2, "off": 1, "none": 0}
_WON: dict[Kind, int] = {"setting": 4, "objection": 4, "request": 2, "limit": 1, "none": 0}


class Compared(NamedTuple):
    """One platform in one region: the route there and what happens without it."""

    guide: Guide
    route: Route
    default: Default

    @property
    def effort(self) -> int:
        """Minutes all steps take, as the guide estimates them, and what its forms cost beside."""
        forms = sum(step.sends is not None for step in self.route.steps)
        return self.route.minutes + FORM_MINUTES * forms

    @property
    def gain(self) -> float:
        """How much is won for a minute, for putting in order and nothing else.

        More is at stake where training is on by default; a switch or an objection wins more
        than a request that may be refused, and that more than reducing what is public.
        """
        return _AT_STAKE[self.default] * _WON[self.route.kind] / max(self.effort, 1)


class Asked(NamedTuple):
    """What to leave in; None, and no part of a company's name, leave everything in."""

    default: Default | None = None
    kind: Kind | None = None
    company: str = ""

    def fits(self, one: Compared) -> bool:
        """Return whether *one* is left in."""
        return (
            self.default in (None, one.default)
            and self.kind in (None, one.route.kind)
            and self.company.casefold() in one.guide.company.casefold()
        )


_KEYS: dict[Order, Callable[[Compared], Any]] = {
    "gain": lambda one: -one.gain,
    "effort": lambda one: one.effort,
    "name": lambda one: one.guide.name.casefold(),
}


def compared(guides: Iterable[Guide], chain: Chain, order: Order = "usual") -> list[Compared]:
    """Return every guide as it stands in the region of *chain*, in *order*."""
    found = [
        Compared(guide, route_for(guide, chain), default_for(guide, chain).default)
        for guide in guides
    ]
    return sorted(found, key=_KEYS[order]) if order in _KEYS else found
