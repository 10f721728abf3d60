"""Checklist files as a hand can make them: one text in every field, known and unknown."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import tomli_w

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SENT = date(2026, 11, 10)
Table = dict[str, Any]
Place = tuple[Any, ...]


def saying(text: str) -> Table:
    """A checklist that says *text* in every field that takes any text, unknown ones included."""
    unknown = {"colour": text, text or "empty": {"deep": [text, {"deeper": text}]}}
    mark = {"id": "open-form", "state": "problem", "at": NOON, "seen": text, "trouble": text}
    event = {"on": SENT, "reason": text, "about": text, "channel": text, "reference": text}
    request = {"kind": "objection", "sent": SENT, "received": SENT, "reference": text}
    held = {"reference": text, "file": text, "sha256": text, "note": text}
    account = {
        "id": f"instagram:{text}",
        "platform": "instagram",
        "handle": text,
        "route": "objection",
        "owner": text,
        "steps": [
            mark | {"note": text} | unknown,
            {"id": f"own {text}", "state": "done", "at": NOON, "note": text},
        ],
        "requests": [
            request | {"id": "r1", "events": [event | {"kind": "question", "note": text}]},
            request | {"id": f"r {text}"} | unknown,
        ],
        "evidence": [
            {"kind": "mail", "at": NOON} | held | unknown,
            {"kind": "check", "at": NOON, "passed": True} | held,
        ],
        "audits": [{"at": NOON, "items": {text: 1}, "by_year": {text: 2}} | unknown],
    }
    other = {"id": f"other {text}", "platform": "x", "handle": text, "route": text}
    strange = {"id": f"strange {text}", "platform": text or "none", "route": text}
    return {
        "format": 1,
        "id": text or "none",
        "name": text,
        "revision": 1,
        "parent": text,
        "created": NOON,
        "updated": NOON,
        "region": "DE",
        "labels": text,
        "here": {"account": f"instagram:{text}", "step": text},
        "accounts": [account | unknown, other, strange],
    } | unknown


def packed(texts: Iterable[str]) -> Table:
    """A checklist with an account for each of *texts*, which says it in every field."""
    table = saying("x")
    accounts = [saying(text)["accounts"][0] | {"id": f"{n}"} for n, text in enumerate(texts)]
    return table | {"accounts": accounts}


def spoilt(table: Table, value: Any) -> Iterator[tuple[str, Table]]:
    """*table* with *value* in one place after the other, of typed ones and of tables too."""
    for place in places(table):
        yield ".".join(map(str, place)), with_value(table, place, value)


def places(value: Any, above: Place = ()) -> Iterator[Place]:
    """Where everything stands in a table, the tables in it included."""
    if above:
        yield above
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        if isinstance(item, dict | list):
            yield from places(item, (*above, key))
        else:
            yield (*above, key)


def with_value(table: Table, place: Place, value: Any) -> Table:
    """A copy of *table* with *value* in a place of it."""
    copy: Table = _copied(table)
    inner: Any = copy
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    return copy


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list) else value


def written(table: Table) -> bytes:
    """*table* as a file's content."""
    return tomli_w.dumps(table).encode()
