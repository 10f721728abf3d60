"""The person's own reasons: asked for, required where the law wants them, never ours."""

import pytest

from optout_tui.letters.grounds import (
    EXAMPLE,
    MAX_GROUNDS,
    QUESTIONS,
    QUESTIONS_FILE,
    grounds_of,
    joined,
    says_something,
    why_not,
)
from optout_tui.safety.refusal import Refusal
from tests.letters.desk import a_letter

MISSING = "wants your own reasons for this letter, and there are none"
NEEDING = ("DE", "GB", "BR", "ZA", "MX", "JP")
FREE = ("CH", "US-CA", "CA-QC", "TR", "KR", "CN", "PE")


@pytest.mark.parametrize("region", NEEDING)
@pytest.mark.parametrize("grounds", ["", " \n", "#", "ok", "...", QUESTIONS_FILE, QUESTIONS[0]])
def test_without_reasons_there_is_no_letter_where_the_law_wants_them(
    region: str, grounds: str
) -> None:
    letter = a_letter(region, "objection", grounds=grounds)
    assert letter.problem.endswith(MISSING)
    assert letter.needs_grounds
    assert "[your own reasons]" in letter.text
    with pytest.raises(Refusal, match="wants your own reasons"):
        letter.whole()


@pytest.mark.parametrize("region", FREE)
def test_elsewhere_reasons_may_be_left_out(region: str) -> None:
    letter = a_letter(region, "objection", grounds="")
    assert letter.whole() is letter
    assert "your own reasons" not in letter.text
    assert "reasons:" not in letter.text
    assert "moves me" not in letter.text


@pytest.mark.parametrize("region", [*NEEDING, *FREE])
def test_given_reasons_stand_in_every_letter(region: str) -> None:
    words = "My pupils are in my pictures."
    for short in (False, True):
        letter = a_letter(region, "erasure", grounds=words, short=short)
        assert letter.problem == ""
        if not short:
            assert words in letter.text


@pytest.mark.parametrize(
    "copied",
    [
        EXAMPLE,
        EXAMPLE.upper(),
        f"I am new. {EXAMPLE.split('. ')[1]}, really",
        EXAMPLE.replace(" ", "\n"),
        EXAMPLE.replace(",", ""),
    ],
)
def test_the_example_is_nobodys_reason(copied: str) -> None:
    assert "example" in why_not(copied)
    letter = a_letter("DE", "objection", grounds=copied)
    assert letter.problem == "your reasons hold a sentence of the example; say it in your own words"
    assert a_letter("DE", "complaint", grounds=copied).problem == letter.problem


def test_reasons_have_an_end() -> None:
    assert why_not("x" * MAX_GROUNDS) == ""
    assert (
        why_not("x" * (MAX_GROUNDS + 1)) == f"your reasons are longer than {MAX_GROUNDS} characters"
    )


def test_questions_and_remarks_are_left_out() -> None:
    text = f"# a remark\n{QUESTIONS[1]}\nMy children.\n\n\n\n# more\n  and my\tparents \r\n"
    assert grounds_of(text) == "My children.\n\n  and my    parents"


def test_answers_become_paragraphs() -> None:
    assert (
        joined(["", "My face.", " \n", "My work.\nAll of it."])
        == "My face.\n\nMy work.\nAll of it."
    )


def test_a_word_is_not_a_reason_but_a_short_sentence_is() -> None:
    assert not says_something("because")
    assert says_something("my children")
    assert says_something("我的孩子们出现在照片里")
