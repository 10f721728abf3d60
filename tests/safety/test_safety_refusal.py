import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_tui.safety.limits import BadFile
from optout_tui.safety.refusal import Refusal, nearest, shown, unknown
from optout_tui.safety.text import clean

PLATFORMS = ("instagram", "facebook", "threads", "x", "grok", "ChatGPT")


@given(st.text(st.characters()))
def test_the_text_of_a_refusal_is_one_clean_line(reason: str) -> None:
    said = str(Refusal(reason))
    assert said == clean(said) == clean(reason)
    assert "\n" not in said


@pytest.mark.parametrize(
    ("given_name", "meant"),
    [
        ("instagramm", "instagram"),
        ("FACEBOOK", "facebook"),
        ("chatgtp", "ChatGPT"),
        ("mastodon", None),
        ("", None),
    ],
)
def test_the_nearest_known_name_is_suggested(given_name: str, meant: str | None) -> None:
    assert nearest(given_name, PLATFORMS) == meant


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    refusal = unknown("platform", "instagran", PLATFORMS, "see the list")
    assert str(refusal) == 'unknown platform "instagran"; did you mean instagram?'


def test_where_nothing_is_near_the_listing_is_named() -> None:
    refusal = unknown("platform", "mastodon", PLATFORMS, "see the list")
    assert str(refusal) == 'unknown platform "mastodon"; see the list'


def test_where_there_is_no_listing_nothing_is_added() -> None:
    assert str(unknown("platform", "mastodon", ())) == 'unknown platform "mastodon"'


def test_a_long_text_is_cut_in_a_message() -> None:
    assert shown("a" * 80) == f'"{"a" * 80}"'
    assert shown("a" * 81) == f'"{"a" * 80}…"'


def test_a_bad_file_names_file_place_and_reason() -> None:
    error = BadFile("a.toml", "is no date", "accounts[0].sent")
    assert str(error) == "a.toml: accounts[0].sent: is no date"
    assert str(BadFile("a.toml", "is empty")) == "a.toml: is empty"


def test_each_part_of_a_bad_file_is_clean() -> None:
    error = BadFile("\x1b[2J.toml", 'account "\x1b]0;x\x07" is there twice', "a\nb")
    parts = (error.file, error.where, error.reason)
    assert parts == ("␛[2J.toml", "a␊b", 'account "␛]0;x␇" is there twice')
