import tomllib
from typing import Any

import pytest
from hypothesis import given

from optout_tui.checklist.toml import to_toml
from tests.checklist.strategies import tables


@given(tables)
def test_what_was_written_is_read_again(table: dict[str, Any]) -> None:
    assert tomllib.loads(to_toml(table)) == table


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ({}, ""),
        ({"a": 1, "b": "x"}, 'a = 1\nb = "x"\n'),
        ({"b": {"c": 1}, "a": 2}, "a = 2\n\n[b]\nc = 1\n"),
        ({"a": [{"b": 1}, {"b": 2}]}, "[[a]]\nb = 1\n\n[[a]]\nb = 2\n"),
        ({"a": [{"b": [{"c": 1}]}]}, "[[a]]\n\n[[a.b]]\nc = 1\n"),
        ({"a": {"b": {}}}, "[a]\n\n[a.b]\n"),
        ({"a b": {"": {"c.d": 1}}}, '["a b"]\n\n["a b".""]\n"c.d" = 1\n'),
        ({"a": []}, "a = []\n"),
        ({"a": [1, {"b": 1}]}, "a = [\n    1,\n    { b = 1 },\n]\n"),
        ({"a": "x\ny"}, 'a = "x\\ny"\n'),
    ],
)
def test_every_record_stands_under_a_heading_of_its_own(table: dict[str, Any], text: str) -> None:
    assert to_toml(table) == text


@pytest.mark.parametrize("value", [None, object(), {1, 2}])
def test_what_toml_cannot_say_is_an_error(value: object) -> None:
    with pytest.raises(TypeError):
        to_toml({"a": value})
