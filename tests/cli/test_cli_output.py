"""Nothing that goes out can drive a terminal, whatever the outside text and the encoding."""

import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_tui.cli import output
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import has_controls
from tests.cli.program import Program


class Stream(io.TextIOWrapper):
    """A stream that shows what was written to it."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding, write_through=True, newline="")

    @property
    def written(self) -> bytes:
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue()


def written_by(write: "object", value: object, encoding: str = "utf-8") -> str:
    stream, old = Stream(encoding), sys.stdout
    sys.stdout = stream
    try:
        assert callable(write)
        write(value)
    finally:
        sys.stdout = old
    return stream.written.decode(encoding)


@given(st.text())
def test_no_text_carries_a_control_character_out(text: str) -> None:
    told = written_by(output.say, text)
    assert not has_controls(told.replace("\n", "").replace("\t", ""))


@given(st.recursive(st.text() | st.integers() | st.none(), st.lists, max_leaves=5))
def test_json_is_exact_and_carries_no_control_character_out(value: object) -> None:
    told = written_by(output.say_json, value)
    assert json.loads(told) == value
    assert not has_controls(told.replace("\n", ""))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_encoding_gets_something_it_can_spell(text: str) -> None:
    for encoding in ("ascii", "latin-1", "cp1252"):
        written_by(output.say, text, encoding)
        assert json.loads(written_by(output.say_json, text, encoding)) == text


def test_our_symbols_have_a_plain_form() -> None:
    assert written_by(output.say, "✓ ○ – › · …", "ascii") == "x o - > - ...\n"
    assert written_by(output.say, "ß 字", "ascii") == "\\xdf \\u5b57\n"


def test_a_full_disk_is_a_refusal_not_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(Refusal, match="No space left on device"):
            output.say("x" * 100_000)


def test_a_closed_stdout_is_a_refusal_not_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(Refusal, match="stdout is closed"):
        output.say("x")
    with pytest.raises(Refusal, match="stdout is closed"):
        output.say_json({})


def test_hostile_text_in_a_checklist_is_made_visible(demo: Program) -> None:
    file = demo.file("demo")
    hostile = file.read_text("utf-8").replace(
        'handle = "@anika"', 'handle = "@a\\u001b[31m\\u202e\\u0007"'
    )
    file.write_text(hostile, "utf-8")
    for words in (["status", "demo"], ["list"], ["export", "demo"], ["check", str(file)]):
        for json_too in ([], ["--json"]):
            ended = demo(*words, *json_too)
            assert not has_controls((ended.out + ended.err).replace("\n", ""))
    assert "@a␛[31m<U+202E>␇" in demo.text("status", "demo")
    assert demo.json("status", "demo")["accounts"][0]["handle"] == "@a\x1b[31m\u202e\x07"


@pytest.mark.parametrize("variable", ["FORCE_COLOR", "CLICOLOR_FORCE", "PY_COLORS"])
def test_there_is_no_colour_even_when_asked_for(
    demo: Program, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "1")
    for words in (["status", "demo"], ["--help"], ["status", "--help"]):
        assert "\x1b" not in demo.text(*words)
