"""What people do to a checklist, by chance, and how to tell whether anything of it was dropped."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st
from msgspec.structs import replace

from optout_tui.checklist import change
from optout_tui.checklist.merge import Difference
from optout_tui.checklist.model import (
    Account,
    Checklist,
    Counted,
    Event,
    Evidence,
    Request,
    StepMark,
)
from tests.checklist.build import with_account

START = Checklist(
    format=1,
    id="7f3a",
    name="Personal",
    revision=1,
    created=datetime(2026, 11, 22, tzinfo=UTC),
    updated=datetime(2026, 11, 22, tzinfo=UTC),
    region="DE",
)
ACCOUNTS = ("photopia:@anika", "chirp:@anika", "chirp")
STEPS = ("open-menu", "send")
PLACES = ("", "account", "step", "request")
"""Where an unknown field may stand."""


class Edit(NamedTuple):
    """One thing done: ``what``, to which account and which of its things, and to what end."""

    what: str
    account: str
    name: str
    value: Any


def _edits(what: str, names: Iterable[str], values: Iterable[Any]) -> st.SearchStrategy[Edit]:
    return st.builds(
        Edit,
        st.just(what),
        st.sampled_from(ACCOUNTS),
        st.sampled_from([*names]),
        st.sampled_from([*values]),
    )


words = ("", "one", "another")
days = (date(2026, 11, 20), date(2026, 11, 22))
edits = st.lists(
    _edits("tick", STEPS, [(s, n) for s in ("done", "skipped", "problem", "todo") for n in (1, 2)])
    | _edits("note", STEPS, words)
    | _edits("untick", STEPS, [None])
    | _edits("add account", ["objection", "switch"], words)
    | _edits("remove account", [""], [None])
    | _edits("field", ["handle", "route", "owner", "platform"], words)
    | _edits("sent", ["objection", "access"], days)
    | _edits("drop request", ["r1", "r2"], [None])
    | _edits("correct request", ["r1", "r2"], words)
    | _edits("reply", ["r1", "r2"], [(k, d) for k in ("granted", "refused") for d in days])
    | _edits("proof", ["mail", "screenshot"], words)
    | _edits("audit", [""], [1, 2])
    | _edits("region", [""], ["DE", "FR", "GB"])
    | _edits("labels", [""], ["en", "de", "fr"])
    | _edits("unknown", PLACES, [{"a": 1}, {"a": True}, {"a": {"b": 1}}, {"a": {"c": 2}}, {}]),
    max_size=5,
)


def edited(checklist: Checklist, done: Iterable[Edit]) -> Checklist:
    """Return *checklist* after all of that; what has nothing to be done to changes nothing."""
    for edit in done:
        checklist = _edited(checklist, edit)
    return checklist


def _edited(checklist: Checklist, edit: Edit) -> Checklist:
    match edit:
        case Edit("region" | "labels" as field, _, _, value):
            return replace(checklist, **{field: value})
        case Edit("unknown", _, "", value):
            return replace(checklist, extra=value)
        case Edit("add account", name, route, _) if checklist.account(name) is None:
            platform, _, handle = name.partition(":")
            made = Account(id=name, platform=platform, handle=handle, route=route)
            return with_account(checklist, made)
        case Edit("remove account", name, _, _):
            return change.without_account(checklist, name)
    return change.change_account(checklist, edit.account, lambda one: _account(one, edit))


def _account(account: Account, edit: Edit) -> Account:  # noqa: PLR0911 - one for each edit
    if edit.what in ("sent", "drop request", "correct request", "reply", "proof", "audit"):
        return _with_company(account, edit)
    name, value = edit.name, edit.value
    mark = next((m for m in account.steps if m.id == name), None)
    match edit.what:
        case "tick":
            at = datetime(2026, 11, 22, 10 + value[1], tzinfo=UTC)
            old = mark or StepMark(id=name, state="todo", at=at)
            return _with_mark(account, replace(old, state=value[0], at=at, seen=f"seen {value[1]}"))
        case "note" if mark:
            return _with_mark(account, replace(mark, note=value))
        case "untick":
            return replace(account, steps=tuple(m for m in account.steps if m is not mark))
        case "field":
            return replace(account, **{name: value})
        case "unknown":
            return _with_unknown(account, name, value)
    return account


def _with_company(account: Account, edit: Edit) -> Account:  # noqa: PLR0911 - one for each edit
    name: Any = edit.name
    value = edit.value
    match edit.what:
        case "sent":
            number = change.next_request_id(account)
            came = value + timedelta(int(number[1:]))  # of two alike nobody knows which was meant
            made = Request(id=number, kind=name, sent=value, received=came)
            return change.add_request(account, made)
        case "drop request":
            return change.drop_request(account, name)
        case "correct request":
            return _with_request(account, name, reference=value)
        case "reply":
            return change.add_event(account, name, Event(kind=value[0], on=value[1]))
        case "proof":
            when = datetime(2026, 11, 22, tzinfo=UTC)
            return change.add_evidence(account, Evidence(kind=name, at=when, note=value))
        case "audit":
            when = datetime(2026, 11, 22, tzinfo=UTC)
            return change.add_audit(account, Counted(at=when, items={"posts": value}))
    return account


def _with_mark(account: Account, mark: StepMark) -> Account:
    if all(one.id != mark.id for one in account.steps):
        return replace(account, steps=(*account.steps, mark))
    return replace(account, steps=tuple(mark if m.id == mark.id else m for m in account.steps))


def _with_request(account: Account, name: str, **changed: Any) -> Account:
    requests = (replace(r, **changed) if r.id == name else r for r in account.requests)
    return replace(account, requests=tuple(requests))


def _with_unknown(account: Account, place: str, extra: dict[str, Any]) -> Account:
    if place == "request":
        return _with_request(account, "r1", extra=extra)
    if place == "step":
        return replace(account, steps=tuple(replace(m, extra=extra) for m in account.steps))
    return replace(account, extra=extra)


# -- what was dropped --------------------------------------------------------------

Leaf = tuple[str, ...]
SENT = ("kind", "sent", "received", "channel", "reference")


def dropped(
    base: Checklist, side: Checklist, outcome: Checklist, named: Iterable[Difference]
) -> list[str]:
    """Return what *side* changed since *base* that neither *outcome* nor a difference says."""
    told = [difference.where for difference in named]
    old, new, found = (_leaves(one, base) for one in (base, side, outcome))
    lost = [
        f"{', '.join(leaf)}: {old.get(leaf)!r} -> {new.get(leaf)!r}, is {found.get(leaf)!r}"
        for leaf in {**old, **new}
        if _differ(old, new, leaf) and _differ(new, found, leaf) and not _is_told(leaf, told)
    ]
    for account in side.accounts:
        if not _is_told((account.id,), told):
            was, now = base.account(account.id), outcome.account(account.id)
            lost += [f"{account.id}: {one}" for one in _lost_of_lists(was, account, now, told)]
    return lost


def _differ(one: Mapping[Leaf, Any], other: Mapping[Leaf, Any], leaf: Leaf) -> bool:
    pair = one.get(leaf), other.get(leaf)
    return pair[0] != pair[1] or type(pair[0]) is not type(pair[1])


def _is_told(leaf: Leaf, told: Iterable[str]) -> bool:
    where = ", ".join(leaf)
    return any(f"{where}, ".startswith(f"{one}, ") for one in told)


def _leaves(checklist: Checklist, base: Checklist) -> dict[Leaf, Any]:
    """Every single thing a checklist says, by its place; new requests may bear any number."""
    found: dict[Leaf, Any] = {
        ("region",): checklist.region,
        ("language of the menus",): checklist.labels,
        **_unknown((), checklist.extra),
    }
    for account in checklist.accounts:
        here = (account.id,)
        found |= {here: True, **_unknown(here, account.extra)}
        found |= _fields(here, account, ("platform", "handle", "route", "owner"))
        for mark in account.steps:
            place = (*here, mark.id)
            found |= _unknown(place, mark.extra)
            if mark.state != "todo":
                found[place] = (mark.state, mark.trouble)
            if mark.note:
                found[*place, "note"] = mark.note
        was = base.account(account.id)
        ids = {request.id for request in was.requests} if was else set()
        for request in account.requests:
            if request.id in ids:
                place = (*here, request.id)
                found |= {place: True, **_unknown(place, request.extra)}
                found |= _fields(place, request, SENT)
    return found


def _fields(place: Leaf, record: Account | Request, names: Iterable[str]) -> dict[Leaf, Any]:
    """What its fields say; an empty one says nothing."""
    return {(*place, name): said for name in names if (said := getattr(record, name)) != ""}


def _unknown(place: Leaf, table: Mapping[str, Any]) -> dict[Leaf, Any]:
    found: dict[Leaf, Any] = {}
    for key, value in table.items():
        inner = _unknown((*place, key), value) if isinstance(value, dict) else {}
        found |= inner or {(*place, key): value}
    return found


def _lost_of_lists(
    base: Account | None, side: Account, outcome: Account | None, told: Iterable[str]
) -> Iterator[str]:
    """What has no place of its own: new requests, events and evidence that were added."""
    if outcome is None:
        if base is None:
            yield "the new account"
        return  # removed on the other side and not changed on this one
    kept = {request.id: request for request in outcome.requests}
    for request in base.requests if base else ():
        ours = next((one for one in side.requests if one.id == request.id), None)
        if ours and request.id in kept and not _is_told((side.id, request.id), told):
            added = Counter(_texts(ours.events)) - Counter(_texts(request.events))
            yield from (added - Counter(_texts(kept[request.id].events))).elements()
    old = {request.id for request in base.requests} if base else set()
    new = Counter(_sent(one) for one in side.requests if one.id not in old)
    yield from map(str, (new - Counter(_sent(one) for one in outcome.requests)).elements())
    replies = Counter(t for r in side.requests if r.id not in old for t in _texts(r.events))
    yield from (replies - Counter(t for r in outcome.requests for t in _texts(r.events))).elements()
    proofs = Counter(_texts(side.evidence)) - Counter(_texts(base.evidence if base else ()))
    yield from (proofs - Counter(_texts(outcome.evidence))).elements()
    audits = Counter(_texts(side.audits)) - Counter(_texts(base.audits if base else ()))
    yield from (audits - Counter(_texts(outcome.audits))).elements()


def _texts(items: Iterable[Event | Evidence | Counted]) -> list[str]:
    return [repr(item) for item in items]


def _sent(request: Request) -> tuple[Any, ...]:
    return tuple(getattr(request, name) for name in SENT)
