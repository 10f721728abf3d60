"""Every export with values of the wrong sort in it, anywhere: counted or refused, never a crash."""

import json
import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optout_tui.audit.archive import audit
from optout_tui.safety.refusal import Refusal
from tests.audit.exports.making import Members, zipped
from tests.audit.test_archive_platforms import EVERY

ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, -1, 10**400, 1e308, -62169958800, "", "x", "9" * 5000, "\ud83d", "\x1b[2J",
     [], [[]], [None, 1], {}, {"x": {}}, "0001-01-01T00:00:00+23:59", "9999-12-31", "null"]
)  # fmt: skip
MANY = int(os.environ.get("OPTOUT_ARCHIVE_EXAMPLES", "60"))
SCRIPT = "window.YTD.x.part0 = "


@pytest.mark.parametrize("name", EVERY)
@settings(max_examples=MANY, deadline=None)
@given(data=st.data())
def test_wrong_values_anywhere(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    members: Any = {one: _value(one, held) for one, held in EVERY[name]().items()}
    for _ in range(data.draw(st.integers(1, 6))):
        members = _changed(members, data)
    file = zipped(tmp_path_factory.getbasetemp() / "wrong.zip", _written(members))
    try:
        found = audit([file])
    except Refusal:
        return
    for report in found.reports:
        seen = sum(report.items[kind] for kind in ("posts", "photos", "videos"))
        assert sum(report.visibility.values()) == seen
        assert "\x1b" not in " ".join((*report.notes, *(one for one, _ in report.problems)))
        assert min([*report.items.values(), *report.by_year.values()]) >= 0


def _value(name: str, held: Any) -> Any:
    if isinstance(held, str) and name.endswith((".js", ".json")):
        begin = 0 if held[:1] in "[{" else held.find("=") + 1
        return json.loads(held[begin:])
    return held


def _changed(members: Any, data: st.DataObject) -> Any:
    places = sorted(_places(members), key=repr)
    place = data.draw(st.sampled_from(places))
    return _with(members, place, data.draw(ODD))


def _places(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inner:
        yield (*before, key)
        if isinstance(one, dict | list):
            yield from _places(one, (*before, key))


def _with(value: Any, place: tuple[Any, ...], odd: Any) -> Any:
    if not place:
        return odd
    first, *rest = place
    changed = dict(value) if isinstance(value, dict) else list(value)
    changed[first] = _with(value[first], tuple(rest), odd)
    return changed


def _written(members: Members) -> Members:
    return {name: _content(name, value) for name, value in members.items()}


def _content(name: str, value: Any) -> bytes:
    if isinstance(value, bytes):
        return value
    if name.endswith(".js"):
        return f"{SCRIPT}{json.dumps(value)}".encode()
    text = value if isinstance(value, str) else json.dumps(value)
    return text.encode("utf-8", "replace")
