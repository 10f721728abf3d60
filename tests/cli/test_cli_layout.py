"""Columns line up in cells, not characters, and no line is longer than a line may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_tui.cli.layout import NARROWEST, line_width, table
from optout_tui.journey.lines import cells, fold, hang
from tests.cli.program import Program

WORDS = st.text(st.sampled_from("ab é字\u0301"), max_size=60)


def test_wide_and_invisible_characters_are_measured() -> None:
    assert cells("abc") == 3
    assert cells("字字") == 4
    assert cells("e\u0301") == 1


def test_columns_line_up_under_wide_characters() -> None:
    lines = table(("Name", "Next"), [("字字字", "a"), ("ab", "b")]).splitlines()
    assert lines == ["Name    Next", "字字字  a", "ab      b"]


def test_a_cell_cannot_break_its_line() -> None:
    assert table(("A", "B"), [("x\ny", "\x1b[2J")]).splitlines() == ["A    B", "x␊y  ␛[2J"]


@given(WORDS, st.integers(1, 30))
def test_folding_loses_nothing_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = fold(text, width, split=True)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= max(width, 2) for line in lines)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=4), st.integers(20, 90))
def test_a_table_keeps_to_columns(rows: list[tuple[str, str, str]], columns: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        told = table(("Name", "State", "Next"), rows)
    narrowest = 3 * NARROWEST + 4
    assert all(cells(line) <= max(columns, narrowest) for line in told.splitlines())


def test_a_column_that_is_there_to_be_copied_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    rows = [("a-very-long-step-id-of-a-guide", "What there is to do about it")]
    assert rows[0][0] in table(("Step", "What"), rows, whole=(0,))


def test_text_hangs_under_its_own_beginning() -> None:
    assert hang("  - ", "one two three", 30) == ["  - one two three"]
    assert hang("  - ", "one two three four five", 24) == ["  - one two three four", "    five"]
    assert hang("- ", "https://example.org/a/very/long/address", 24) == [
        "- https://example.org/a/very/long/address"
    ]
    assert hang("- ", "", 24) == ["-"]


def test_a_pipe_has_no_width_and_columns_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert line_width() is None
    for given_columns, width in (("72", 72), ("3", 20), ("0", None), ("wide", None)):
        monkeypatch.setenv("COLUMNS", given_columns)
        assert line_width() == width


def test_the_commands_keep_to_columns(demo: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    for words in (["list"], ["status", "demo"], ["compare", "--region", "DE"], ["guides"]):
        lines = demo.text(*words).splitlines()
        assert all(cells(line) <= 72 for line in lines)
        assert not any(line != line.rstrip() for line in lines)
