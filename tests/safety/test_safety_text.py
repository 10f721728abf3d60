import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_tui.safety.text import clean, has_controls

any_text = st.text(st.characters())  # surrogates too

HOSTILE = {
    "a null": ("\0", "␀"),
    "escape": ("\x1b", "␛"),
    "a bell": ("\a", "␇"),
    "a tab on one line": ("\t", "␉"),
    "a line feed on one line": ("\n", "␊"),
    "delete": ("\x7f", "␡"),
    "the C1 form of escape [": ("\x9b", "<U+009B>"),
    "next line": ("\x85", "<U+0085>"),
    "right-to-left override": ("\u202e", "<U+202E>"),
    "an isolate": ("\u2066", "<U+2066>"),
    "a left-to-right mark": ("\u200e", "<U+200E>"),
    "zero width space": ("\u200b", "<U+200B>"),
    "a byte order mark": ("\ufeff", "<U+FEFF>"),
    "a soft hyphen": ("\xad", "<U+00AD>"),
    "a Hangul filler": ("\u3164", "<U+3164>"),
    "a grapheme joiner": ("\u034f", "<U+034F>"),
    "line separator": ("\u2028", "<U+2028>"),
    "paragraph separator": ("\u2029", "<U+2029>"),
    "a tag letter": ("\U000e0041", "<U+E0041>"),
    "a supplementary variation selector": ("\U000e0100", "<U+E0100>"),
    "a lone surrogate": ("\ud800", "<U+D800>"),
}


@pytest.mark.parametrize(("char", "stand_in"), HOSTILE.values(), ids=HOSTILE)
def test_a_visible_stand_in_takes_the_place_of(char: str, stand_in: str) -> None:
    assert clean(f"a{char}b") == f"a{stand_in}b"
    assert has_controls(f"a{char}b")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "Müller-Lüdenscheidt",
        "你好",
        "مرحبا",
        "नमस्ते",
        "👩\u200d💻",
        "می\u200cخواهم",
        "❤\ufe0f",
    ],
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert clean(text) == text
    assert not has_controls(text)


def test_an_escape_sequence_can_be_read_and_no_longer_obeyed() -> None:
    assert clean("\x1b]0;owned\x07") == "␛]0;owned␇"


def test_line_feeds_and_tabs_stay_where_they_are_asked_for() -> None:
    assert clean("a\n\tb\x1b", newlines=True) == "a\n\tb␛"


def test_every_kind_of_line_end_becomes_a_line_feed() -> None:
    assert clean("a\r\nb\rc", newlines=True) == "a\nb\nc"


@given(any_text, st.booleans())
def test_cleaning_twice_changes_nothing_more(text: str, newlines: bool) -> None:
    once = clean(text, newlines=newlines)
    assert clean(once, newlines=newlines) == once


@given(any_text)
def test_what_was_cleaned_holds_no_controls(text: str) -> None:
    cleaned = clean(text)
    assert not has_controls(cleaned)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in cleaned)


@given(any_text)
def test_no_character_is_dropped(text: str) -> None:
    assert clean(text) == "".join(clean(char) for char in text)
    assert all(clean(char) for char in text)


@given(any_text)
def test_what_was_cleaned_can_be_encoded(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode().decode() == cleaned


def test_what_is_told_at_once_is_told_right() -> None:
    """A null beside it makes every character be looked at by itself."""
    assigned = (*range(0x32400), *range(0xE0000, 0xE1001), 0xF0000, 0x10FFFF)
    for char in map(chr, assigned):
        assert clean(f"\0{char}")[1:] == clean(char), f"U+{ord(char):04X}"
        told = clean(f"\0{char}", newlines=True)[1:]
        assert told == clean(char, newlines=True), f"U+{ord(char):04X}"
