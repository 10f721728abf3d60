"""Questions on lines: what an answer means, what leads back, how lines are wrapped."""

import io
from io import StringIO
from pathlib import Path

import pytest

from optout_tui.plain.choosing import chosen
from optout_tui.plain.patience import MOST_SAME, MOST_SLIPS
from optout_tui.plain.talk import MAX_ANSWER, Back, Enough, Leave, Talk, in_turn
from optout_tui.safety.refusal import Refusal

COLOURS = (("red", "a red one"), ("green", "an olive one"), ("grey", "grey, or not"))


def asking(*lines: str) -> tuple[Talk, StringIO]:
    out = StringIO()
    return Talk(StringIO("".join(f"{line}\n" for line in lines)), out), out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", "red"), ("3", "grey"), ("green", "green"), ("GREY", "grey"), ("a red", "red"),
        ("olive", "green"), ("re", "red"), ("yes", "red"), ("y", "red"), ("hidden", "hidden"),
    ],
)  # fmt: skip
def test_an_answer_is_a_number_a_key_or_how_the_words_begin(typed: str, meant: str) -> None:
    assert chosen(typed, COLOURS, 1, [("hidden", "not listed")]) == meant


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("gre", "several begin with"), ("4", "type a number from 1 to 3"), ("0", "there is no 0"),
        ("", "type a number from 1 to 3"), ("hid", "there is no hid"), ("y", "there is no y"),
        ("10000000000000000000", "there is no 1000"),
    ],
)  # fmt: skip
def test_an_answer_that_means_nothing_or_two_things_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        chosen(typed, COLOURS, 0, [("hidden", "not listed")])


def test_lines_are_wrapped_by_words_under_their_own_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "24")
    talk, out = asking("1")
    talk.say("  one two three four five six", "- a list of several words that wraps")
    talk.choose("Which of these is it?", [("a", "a choice with very many words"), ("b", "b")])
    assert out.getvalue() == (
        "  one two three four\n  five six\n- a list of several\n  words that wraps\n"
        "  1. a choice with very\n     many words\n  2. b\nWhich of these is it?\n[1] > 1\n"
    )


def test_without_columns_a_line_takes_eighty_and_an_address_stays_whole() -> None:
    talk, out = asking()
    address = "https://example.org/" + "a" * 90
    talk.say("word " * 40, f"Link: {address}")
    lines = out.getvalue().splitlines()
    assert max(len(line) for line in lines[:-1]) <= 80
    assert lines[-1] == address


def test_what_is_said_drives_no_terminal() -> None:
    talk, out = asking("\x1b[2J\x07")
    talk.say("a\x1b[31m\u202eb")
    talk.say_whole("a\x9bb")
    talk.say_text("one\ttwo\r\n\x1bthree")
    assert talk.ask("\x1bWhat?") == "\x1b[2J\x07"
    assert "\x1b" not in out.getvalue()
    assert {ord(char) for char in out.getvalue() if ord(char) < 32} == {10}


def test_back_leads_to_the_question_before_that_was_asked() -> None:
    talk, _ = asking("one", "back", "uno", "back", "ein", "three")
    got: dict[str, str] = {}

    def ask(key: str) -> bool:
        got[key] = talk.ask(key)
        return True

    in_turn(lambda: ask("1"), lambda: False, lambda: ask("3"))
    assert got == {"1": "ein", "3": "three"}


def test_back_from_the_first_question_leads_out() -> None:
    talk, _ = asking("back")
    with pytest.raises(Back):
        in_turn(lambda: bool(talk.ask("1")))


def test_a_question_mark_says_where_one_is_and_the_choices() -> None:
    talk, out = asking("?", "red")
    talk.place = "the paint shop"
    assert talk.choose("Which?", COLOURS, explain="It dries soon.", short=True) == "red"
    told = out.getvalue()
    assert told.startswith("1 red, 2 green, 3 grey\nWhich? [1] > ?\nYou are here: the paint shop\n")
    assert "It dries soon." in told
    assert "  2. an olive one" in told


@pytest.mark.parametrize(("typed", "meant"), [("", False), ("y", True), ("NO", False)])
def test_yes_and_no(typed: str, meant: bool) -> None:
    talk, _ = asking("perhaps", typed)
    assert talk.yes("Sure?", default=False) is meant


def test_nobody_is_there_who_reads_the_questions() -> None:
    talk, _ = asking(*["x"] * MOST_SLIPS)
    with pytest.raises(Enough, match="10 answers in a row could not be taken"):
        talk.choose("Which?", COLOURS)
    talk, _ = asking(*["?"] * MOST_SLIPS)
    with pytest.raises(Enough, match="10 answers in a row"):
        talk.ask("What?")
    talk, _ = asking(*["red"] * (MOST_SAME + 1))
    for _ in range(MOST_SAME):
        talk.choose("Which?", COLOURS)
    with pytest.raises(Enough, match="came more than 100 times in a row"):
        talk.choose("Which?", COLOURS)


class Typing(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_person_at_a_terminal_may_slip_as_often_as_they_like() -> None:
    out = StringIO()
    talk = Talk(Typing("x\n" * 50 + "red\n"), out)
    assert talk.choose("Which?", COLOURS) == "red"
    assert "> x" not in out.getvalue()  # the terminal shows what is typed


def test_a_line_that_is_too_long_is_cut_and_one_without_end_ends_it() -> None:
    out = StringIO()
    talk = Talk(StringIO("x" * (3 * MAX_ANSWER) + "\nnext\n"), out)
    assert len(talk.ask("What?")) == MAX_ANSWER
    assert "too long" in out.getvalue()
    assert talk.ask("What?") == "next"
    talk = Talk(StringIO("x" * 2_000_000), out)
    with pytest.raises(Enough, match="a line does not end"):
        talk.ask("What?")


def test_bytes_of_another_encoding_are_shown_as_what_they_are() -> None:
    source = io.TextIOWrapper(io.BytesIO(b"caf\xe9\n"), encoding="utf-8")
    assert Talk(source, StringIO()).ask("What?") == "caf\\xe9"


def test_a_stream_that_knows_few_letters_is_given_the_others_by_number(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w", encoding="ascii") as out:
        Talk(StringIO(), out).say("Menü")
    assert (tmp_path / "out").read_text("ascii") == "Men\\xfc\n"


def test_the_end_of_input_leaves() -> None:
    talk, _ = asking()
    with pytest.raises(Leave):
        talk.ask("What?")
