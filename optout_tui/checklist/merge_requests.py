"""Requests of two sides, told apart by what was sent: both may have called a new one ``r2``."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from optout_tui.checklist.model import Request

Requests = Sequence[Request]


class Numbered(NamedTuple):
    """The other versions, with the ids that our side gives to the same requests."""

    base: tuple[Request, ...]
    theirs: tuple[Request, ...]


def numbered_as(ours: Requests, base: Requests, theirs: Requests) -> Numbered:
    """Return *base* and *theirs* renumbered, so that one id means one request on all sides.

    An earlier merge may have renumbered either side. A new one of theirs that bears an id
    of ours gets a free number, unless both sent the same.
    """
    if tuple(base) in (tuple(ours), tuple(theirs)):
        return Numbered(tuple(base), tuple(theirs))
    here, there = _moved(base, ours), _moved(base, theirs)
    names = {there.get(one.id, one.id): here.get(one.id, one.id) for one in base}
    kept = {*names.values()}
    new_here = [one for one in ours if one.id not in kept]
    new_there = [one for one in theirs if one.id not in names]
    names |= _same_ones(new_there, new_here)
    taken = kept | {one.id for one in ours}
    used = taken | {one.id for one in (*base, *theirs)}
    for request in new_there:
        if request.id in names:
            continue
        name = request.id if request.id not in taken else _free(used)
        names[request.id] = name
        used.add(name)
    renamed = (replace(one, id=here.get(one.id, one.id)) for one in base)
    return Numbered(tuple(renamed), tuple(replace(one, id=names[one.id]) for one in theirs))


def _moved(base: Requests, side: Requests) -> dict[str, str]:
    """Return the new ids of the requests whose own id another one bears now."""
    old = {request.id for request in base}
    sent = {request.id: _sent(request) for request in side}
    changed = [r for r in base if r.id in sent and sent[r.id] != _sent(r)]
    return _same_ones(changed, [request for request in side if request.id not in old])


def _same_ones(requests: Requests, others: Requests) -> dict[str, str]:
    """Return the ids of *requests*, each with that of the one of *others* that sent the same."""
    left = {one.id: _sent(one) for one in others}
    pairs = {one.id: one.id for one in requests if left.get(one.id) == _sent(one)}
    left = {name: sent for name, sent in left.items() if name not in pairs}
    for request in requests:
        if request.id not in pairs:
            name = next((name for name, sent in left.items() if sent == _sent(request)), None)
            if name is not None:
                pairs[request.id] = name
                del left[name]
    return pairs


def _sent(request: Request) -> tuple[object, ...]:
    return request.kind, request.sent, request.received, request.channel, request.reference


def _free(used: set[str]) -> str:
    return next(name for n in range(1, len(used) + 2) if (name := f"r{n}") not in used)
