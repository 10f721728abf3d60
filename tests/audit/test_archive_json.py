"""The stream of records says the same as reading the whole file at once, however it is cut."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optout_tui.audit.archive import json_stream, json_window
from optout_tui.audit.archive.json_shapes import Shape
from optout_tui.audit.archive.json_stream import EACH, JsonStream
from optout_tui.audit.archive.json_window import Broken

MANY = int(os.environ.get("OPTOUT_ARCHIVE_EXAMPLES", "150"))
"""How many files are made up; ``benchmarks`` and a careful person take more."""


class Thing(msgspec.Struct):
    title: str = ""
    n: int | None = None


THINGS = Shape(Thing)
TEXT = st.text(st.sampled_from('a"\\{}[],:\n é😀'), max_size=12)
NOISE = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
GOOD = st.fixed_dictionaries({"title": TEXT, "n": st.none() | st.integers(0, 9), "noise": NOISE})
NESTED = st.fixed_dictionaries({"title": TEXT, "inner": st.lists(GOOD, max_size=3)})
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [{"title": 5}, {"title": "x", "n": [1]}, 7, None, "text", [], {"n": "3"}]
)
RECORDS = st.lists(GOOD | NESTED | ODD, max_size=12)
STYLES = st.sampled_from(
    [{"indent": 2}, {"indent": 1}, {"separators": (",", ":")}, {}, {"indent": "\t"}]
)


def in_pieces(text: bytes, size: int) -> Iterator[bytes]:
    yield from (text[n : n + size] for n in range(0, len(text), size))


def plainly(value: Any, keys: tuple[str, ...]) -> tuple[list[Thing], int]:
    """The slow and obvious way: all of it at once."""
    for key in keys:
        value = value.get(key, []) if isinstance(value, dict) else []
    if isinstance(value, dict):
        value = [value]
    found, bad = [], 0
    for one in value if isinstance(value, list) else []:
        try:
            found.append(msgspec.convert(one, Thing, strict=False))
        except msgspec.ValidationError:
            bad += 1
    return found, bad


def streamed(text: bytes, plan: Any, size: int = 50) -> tuple[list[Thing], int]:
    stream = JsonStream(in_pieces(text, size), plan)
    found = [one for _, records in stream.records() for one in records]
    return found, stream.bad


@settings(max_examples=MANY, deadline=None)
@given(RECORDS, STYLES, st.integers(1, 300), st.sampled_from([16, 200, 4096]), st.booleans())
def test_a_list_is_read_as_a_whole_would_be(
    records: list[Any], style: dict[str, Any], size: int, window: int, ascii_only: bool
) -> None:
    text = json.dumps(records, ensure_ascii=ascii_only, **style).encode()
    small = patch.multiple(json_window, _CHUNK=window // 4, _FIRST_CHUNK=3)
    with small, patch.object(json_stream, "WINDOW", window):
        assert streamed(text, {(): THINGS}, size) == plainly(records, ())


@settings(max_examples=MANY, deadline=None)
@given(RECORDS, NOISE, NOISE, STYLES, st.tuples(st.integers(1, 300), st.integers(3, 900)))
def test_a_list_is_found_by_the_keys_that_lead_to_it(
    records: list[Any], before: Any, after: Any, style: dict[str, Any], cuts: tuple[int, int]
) -> None:
    value = {"before": before, "way": {"x": before, "list": records, "y": after}, "after": after}
    text = json.dumps(value, **style).encode()
    size, chunk = cuts
    with patch.multiple(json_window, _CHUNK=chunk, _FIRST_CHUNK=3):
        found = streamed(text, {("way", "list"): THINGS, ("no", "way"): THINGS}, size)
    assert found == plainly(value, ("way", "list"))


@settings(max_examples=MANY, deadline=None)
@given(st.lists(RECORDS, max_size=5), NOISE, STYLES, st.integers(1, 300))
def test_lists_inside_the_records_of_a_list_are_found(
    inner: list[Any], other: Any, style: dict[str, Any], size: int
) -> None:
    value = [one for found in inner for one in ({"x": other, "of": {"list": found}}, other)]
    text = json.dumps(value, **style).encode()
    with patch.object(json_stream, "WINDOW", 200):
        found, bad = streamed(text, {(EACH, "of", "list"): THINGS}, size)
    plain = [plainly(one, ("of", "list")) for one in value]
    assert found == [thing for things, _ in plain for thing in things]
    assert bad == sum(bad for _, bad in plain)


@settings(max_examples=MANY, deadline=None)
@given(st.lists(GOOD, min_size=1, max_size=8), STYLES, st.data())
def test_a_file_that_is_cut_anywhere_ends_with_a_word(
    records: list[Any], style: dict[str, Any], data: st.DataObject
) -> None:
    text = json.dumps(records, **style).encode()
    cut = data.draw(st.integers(1, len(text) - 1))
    stream = JsonStream(in_pieces(text[:cut], 64), {(): THINGS})
    found: list[Thing] = []
    with pytest.raises(Broken):
        found.extend(one for _, some in stream.records() for one in some)
    assert found == plainly(records, ())[0][: len(found)]


@settings(max_examples=MANY, deadline=None)
@given(st.binary(max_size=200) | TEXT.map(str.encode))
def test_rubbish_is_refused_and_never_more(rubbish: bytes) -> None:
    for plan in ({(): THINGS, ("a",): THINGS}, {(EACH, "a"): THINGS}):
        with suppress(Broken):
            found, bad = streamed(rubbish, plan)
            assert all(isinstance(one, Thing) for one in found)
            assert len(found) + bad <= len(rubbish)


@pytest.mark.parametrize("style", [{"indent": 2}, {"separators": (",", ":")}])
def test_one_broken_record_costs_one_record(style: dict[str, Any]) -> None:
    whole = [{"title": f"t{n}", "n": n} for n in range(1000)]
    text = json.dumps(whole, **style).replace('"t500"', "oops").encode()
    found, bad = streamed(text, {(): THINGS}, 1000)
    assert (len(found), bad) == (999, 1)
    assert [one.n for one in found] == [n for n in range(1000) if n != 500]


def test_a_text_that_is_never_closed_costs_one_record_where_lines_are_kept() -> None:
    whole = [{"title": f"t{n}", "n": n} for n in range(100)]
    text = json.dumps(whole, indent=2).replace('"t50"', '"t50').encode()
    found, bad = streamed(text, {(): THINGS}, 1000)
    assert (len(found), bad) == (99, 1)


@pytest.mark.parametrize(
    "record",
    [b'{"title": "half \\ud83d pair"}', b'{"title": "no \xff utf-8"}', b'{"title": "tab\there"}'],
)
def test_what_json_forbids_and_exports_do_is_read(record: bytes) -> None:
    found, bad = streamed(b'[{"n": 1},' + record + b',{"n": 2}]', {(): THINGS})
    assert (len(found), bad) == (3, 0)
    assert found[1].title


def test_a_bare_object_is_a_list_of_one_but_an_unknown_one_is_none() -> None:
    plan = {(): THINGS, ("things",): THINGS}
    assert streamed(b'{"title": "alone"}', plan) == ([Thing("alone")], 0)
    assert streamed(b'{"things": {"title": "alone"}}', plan) == ([Thing("alone")], 0)
    with pytest.raises(Broken, match="its layout may be new"):
        streamed(b'{"renamed": [{"title": "alone"}]}', plan)


@settings(max_examples=MANY, deadline=None)
@given(RECORDS, NOISE, STYLES, st.integers(1, 300))
def test_a_list_may_stand_behind_keys_that_nobody_knows(
    records: list[Any], before: Any, style: dict[str, Any], size: int
) -> None:
    value = {"before": before, "other": [before], "things": records, "after": before}
    text = json.dumps(value, **style).encode()
    assert streamed(text, {(): THINGS, ("things",): THINGS}, size) == plainly(value, ("things",))


def test_a_list_behind_unknown_keys_may_be_larger_than_a_record() -> None:
    text = json.dumps({"before": 1, "things": [{"n": 5}] * 900}).encode()
    plan = {(): THINGS, ("things",): THINGS}
    with patch.object(json_window, "MAX_RECORD", 1000), patch.object(json_stream, "WINDOW", 500):
        found, bad = streamed(text, plan, 500)
    assert (len(found), bad) == (900, 0)
    assert streamed(b'{"before": 1, "things": []}', plan) == ([], 0)
    assert streamed(b'{"before": 1, "title": "alone"}', plan) == ([Thing("alone")], 0)


def test_an_empty_file_holds_nothing_and_is_fine() -> None:
    assert streamed(b"", {(): THINGS}) == ([], 0)
    assert streamed(b" \n", {(): THINGS}) == ([], 0)
    assert streamed(b"{}", {(): THINGS, ("a",): THINGS}) == ([], 0)
    assert streamed(b"[]", {(): THINGS}) == ([], 0)
    assert streamed(b'\xef\xbb\xbf[{"n": 1}]', {(): THINGS}) == ([Thing(n=1)], 0)


def test_too_many_broken_records_end_the_file() -> None:
    with pytest.raises(Broken, match="too many"):
        streamed(b"[" + b"1," * 2000 + b"1]", {(): THINGS}, 4096)


def test_a_record_too_large_is_passed_over() -> None:
    large = b'{"title": "' + b'","x":"'.join([b"y" * 100] * 600) + b'"}'
    small = patch.object(json_window, "MAX_RECORD", 1000)
    with small, patch.object(json_stream, "WINDOW", 500):
        found, bad = streamed(b'[{"n": 1},' + large + b',{"n": 2}]', {(): THINGS}, 500)
    assert ([one.n for one in found], bad) == ([1, 2], 1)


@pytest.mark.parametrize(
    "inside", ["[" * 5000 + "]" * 5000, "[]," * 60_000 + "{}", '"[{",' * 30_000 + "1"]
)
def test_what_nobody_wants_is_passed_whatever_it_is(inside: str) -> None:
    text = f'{{"passed": [{inside}], "list": [{{"n": 1}}]}}'.encode()
    assert streamed(text, {("list",): THINGS}, 9000) == ([Thing(n=1)], 0)


def test_memory_does_not_grow_with_the_list() -> None:
    held = []

    def pieces() -> Iterator[bytes]:
        yield b"["
        for n in range(20_000):
            held.append(len(stream._held))
            yield b'{"title": "some text", "n": 5},\n' * 20 + (b"" if n < 19_999 else b'{"n":1}]')

    stream = JsonStream(pieces(), {(): THINGS})
    assert sum(len(records) for _, records in stream.records()) == 400_001
    assert max(held) < 3 * json_stream.WINDOW
