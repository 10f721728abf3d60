"""Two versions of a checklist made one, by what each side changed since both were the same.

What only one side changed is taken; what both changed differently is a difference, which is
never settled silently. Marks, requests, events and evidence of both sides are kept.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple, TypeVar

from msgspec.structs import replace

from optout_tui.checklist.merge_lists import joined, joined_by_day, ordered_ids
from optout_tui.checklist.merge_requests import numbered_as
from optout_tui.checklist.model import Account, Checklist, Kept, Request, StepMark
from optout_tui.safety.text import clean

Side = Literal["ours", "theirs"]
R = TypeVar("R", bound=Account | Request | StepMark)

LONGEST_SAID = 60
_GONE: Final = object()


class Difference(NamedTuple):
    """Something both sides changed, each in its own way; all three are clean, for a person."""

    where: str
    ours: str
    theirs: str


class Merged(NamedTuple):
    """The outcome; where there are ``differences`` it holds the preferred side's answer."""

    checklist: Checklist
    differences: tuple[Difference, ...]


def merge(base: Checklist, ours: Checklist, theirs: Checklist, prefer: Side = "ours") -> Merged:
    """Return *ours* with everything that *theirs* changed since *base*.

    Name, id, revision and dates are ours; so is the place, where we moved. The order of
    things is ours, unless only the other side changed it.
    """
    merging = _Merging(prefer)
    place = theirs.here if ours.here == base.here else ours.here
    checklist = replace(
        ours,
        here=place,
        region=merging.value("region", base.region, ours.region, theirs.region),
        labels=merging.value("language of the menus", base.labels, ours.labels, theirs.labels),
        accounts=merging.by_id("", base.accounts, ours.accounts, theirs.accounts, merging.account),
        extra=merging.table("", base.extra, ours.extra, theirs.extra),
    )
    return Merged(checklist, tuple(merging.differences))


class _Merging:
    """One merge under way: the side to prefer, and the differences met so far."""

    def __init__(self, prefer: Side) -> None:
        self.prefer = prefer
        self.differences: list[Difference] = []

    def value(self, where: str, base: Any, ours: Any, theirs: Any) -> Any:
        if _is_same(theirs, ours) or _is_same(theirs, base):
            return ours
        if _is_same(ours, base):
            return theirs
        self.differences.append(Difference(clean(where), _said(ours), _said(theirs)))
        return ours if self.prefer == "ours" else theirs

    def table(
        self,
        where: str,
        base: Mapping[str, Any],
        ours: Mapping[str, Any],
        theirs: Mapping[str, Any],
    ) -> dict[str, Any]:
        """Unknown fields, key by key, however deep."""
        found = {}
        for key in dict.fromkeys([*ours, *theirs]):
            three = [side.get(key, _GONE) for side in (base, ours, theirs)]
            place = _within(where, key)
            if all(isinstance(item, dict) for item in three):
                found[key] = self.table(place, *three)
            elif (item := self.value(place, *three)) is not _GONE:
                found[key] = item
        return found

    def by_id(
        self,
        where: str,
        base: Sequence[R],
        ours: Sequence[R],
        theirs: Sequence[R],
        join: Callable[[str, R | None, R, R], R],
    ) -> tuple[R, ...]:
        """Things that have an id: added on one side is kept, removed on one side is gone."""
        old, mine, other = _named(base), _named(ours), _named(theirs)
        found: list[R] = []
        for name in ordered_ids([*old], [*mine], [*other]):
            place = _within(where, name)
            if name in mine and name in other:
                found.append(join(place, old.get(name), mine[name], other[name]))
            elif one := self._on_one_side(place, old.get(name), mine.get(name), other.get(name)):
                found.append(one)
        return tuple(found)

    def _on_one_side(
        self, where: str, base: R | None, ours: R | None, theirs: R | None
    ) -> R | None:
        if base is None:
            return ours or theirs
        found: R | None = self.value(where, base, ours, theirs)
        return found

    def account(self, where: str, base: Account | None, ours: Account, theirs: Account) -> Account:
        old = base or Account(id=ours.id, platform="", route="")
        steps = self.by_id(where, old.steps, ours.steps, theirs.steps, self.step)
        same = numbered_as(ours.requests, old.requests, theirs.requests)
        requests = self.by_id(where, same.base, ours.requests, same.theirs, self.request)
        return replace(
            self._fields(where, old, ours, theirs, ("platform", "handle", "route", "owner")),
            steps=steps,
            requests=requests,
            evidence=joined(old.evidence, ours.evidence, theirs.evidence),
            audits=joined(old.audits, ours.audits, theirs.audits),
        )

    def step(self, where: str, base: StepMark | None, ours: StepMark, theirs: StepMark) -> StepMark:
        old = base or StepMark(id=ours.id, state="todo", at=ours.at)
        said = self.value(where, _saying(old), _saying(ours), _saying(theirs))
        if said == _saying(ours) == _saying(theirs):
            kept = _earliest(base, ours, theirs)
        else:
            kept = ours if said == _saying(ours) else theirs
        return replace(
            self._fields(where, old, ours, theirs, ("note",)),
            state=kept.state,
            trouble=kept.trouble,
            seen=kept.seen,
            at=kept.at,
        )

    def request(self, where: str, base: Request | None, ours: Request, theirs: Request) -> Request:
        old = base or replace(ours, events=(), extra={})
        fields = ("kind", "sent", "received", "channel", "reference")
        events = joined_by_day(old.events, ours.events, theirs.events)
        return replace(self._fields(where, old, ours, theirs, fields), events=events)

    def _fields(self, where: str, base: R, ours: R, theirs: R, names: tuple[str, ...]) -> R:
        values = {
            name: self.value(
                _within(where, name), *(getattr(side, name) for side in (base, ours, theirs))
            )
            for name in names
        }
        extra = self.table(where, base.extra, ours.extra, theirs.extra)
        return replace(ours, extra=extra, **values)


def _named(items: Sequence[R]) -> dict[str, R]:
    return {item.id: item for item in items}


def _saying(mark: StepMark) -> tuple[str, str]:
    return mark.state, mark.trouble


def _is_same(one: Any, other: Any) -> bool:
    """TOML tells a number from a yes or no, which Python takes for equal; nan equals nothing."""
    return type(one) is type(other) and bool(one == other or (one != one and other != other))  # noqa: PLR0124


def _earliest(base: StepMark | None, ours: StepMark, theirs: StepMark) -> StepMark:
    """Both say the same: whoever said it anew, else whoever said it first."""
    before = (base.at, base.seen) if base else None
    changed = [mark for mark in (ours, theirs) if (mark.at, mark.seen) != before]
    return min(changed or [ours], key=lambda mark: mark.at)


def _within(where: str, name: str) -> str:
    return f"{where}, {name}" if where else name


def _said(value: Any) -> str:
    if value is _GONE or value is None:
        return "removed"
    if isinstance(value, tuple):  # what was said of a step: its state, and the trouble if any
        value = ": ".join(part for part in value if part)
    if isinstance(value, Kept):
        value = "changed"
    text = clean(str(value)) or "nothing"
    return text if len(text) <= LONGEST_SAID else f"{text[: LONGEST_SAID - 1]}…"
