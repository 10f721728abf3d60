"""Pages, headers and the files beside robots.txt: what they say, and what is none of it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optout_tui.audit.site.beside import ai_txt_signals, llms_txt_signals, tdmrep_signals
from optout_tui.audit.site.findings import Doubt, Signal
from optout_tui.audit.site.page import header_signals, page_signals


def page(text: str) -> list[Signal]:
    return list(page_signals(text.encode(), "page"))


def headers(*pairs: tuple[str, str]) -> list[Signal]:
    return list(header_signals(pairs, "page"))


@pytest.mark.parametrize(
    "tag",
    [
        '<meta name="robots" content="noai, noimageai">',
        "<META NAME=robots content='index, NOAI,noimageai' />",
        '<meta content="noimageai,noai" name="ROBOTS">',
        '<meta\n name = "robots"\n content = "noai&#44;noimageai">',
    ],
)
def test_robots_tags_are_read_however_they_are_written(tag: str) -> None:
    assert page(f"<html><head>{tag}</head>") == [
        Signal("meta-robots", "noai, noimageai", "page meta tag")
    ]


def test_a_tag_for_one_crawler_names_it() -> None:
    assert page('<meta name="bingbot" content="noarchive">') == [
        Signal("meta-robots", "noarchive", "page meta tag", ("bingbot",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        '<!-- <meta name="robots" content="noai"> -->',
        '<!-- <meta name="robots" content="noai">',
        '<meta name="robots" content="index, follow">',
        '<meta name="description" content="noai">',
        '<link rel="license" href="/l.xml">',
        "<meta>",
        "noai",
    ],
)
def test_what_is_no_signal_is_none(text: str) -> None:
    assert page(text) == []


def test_tdmrep_and_rsl_stand_in_pages_too() -> None:
    text = (
        '<meta name="tdm-reservation" content="1"><meta name="tdm-policy" content="https://x/p">'
        '<link rel="license" type="application/rsl+xml" href="https://x/l.xml">'
    )
    assert page(text) == [
        Signal("tdmrep", "tdm-reservation: 1", "page meta tag"),
        Signal("tdmrep", "tdm-policy: https://x/p", "page meta tag"),
        Signal("rsl", "https://x/l.xml", "page link tag"),
    ]


def test_headers_say_the_same() -> None:
    assert headers(
        ("X-Robots-Tag", "noai, noimageai, nosnippet"),
        ("x-robots-tag", "bingbot: noarchive"),
        ("x-robots-tag", "unavailable_after: 25 Jun 2027, noarchive"),
        ("x-robots-tag", "noindex"),
        ("TDM-Reservation", "1"),
        ("Content-Usage", "train-ai=n"),
        ("Content-Signal", "ai-train=no"),
        ("Link", '<https://x/l.xml>; rel="license"; type="application/rsl+xml", <y>; rel=next'),
        ("Server", "noai"),
    ) == [
        Signal("x-robots-tag", "noai, noimageai, nosnippet", "page X-Robots-Tag"),
        Signal("x-robots-tag", "noarchive", "page X-Robots-Tag", ("bingbot",)),
        Signal("x-robots-tag", "noarchive", "page X-Robots-Tag"),
        Signal("tdmrep", "tdm-reservation: 1", "page header"),
        Signal("content-usage", "train-ai=n", "page header"),
        Signal("content-signal", "ai-train=no", "page header"),
        Signal("rsl", "https://x/l.xml", "page Link header"),
    ]


# -- tdmrep.json -------------------------------------------------------------------


def tdmrep(value: object) -> list[Signal | Doubt]:
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(tdmrep_signals(content, "t"))


def test_every_rule_of_tdmrep_is_told() -> None:
    rules = [
        {"location": "/", "tdm-reservation": 1, "tdm-policy": "https://x/p"},
        {"location": "/open/*", "tdm-reservation": 0},
    ]
    assert tdmrep(rules) == [
        Signal("tdmrep", "reserved for /, policy https://x/p", "t: rule 1"),
        Signal("tdmrep", "not reserved for /open/*", "t: rule 2"),
    ]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (b"", "t is no JSON"),
        (b"<html>", "t is no JSON"),
        (b"\xff", "t is no JSON"),
        (b"[" * 100_000, "t is no JSON"),
        ({"location": "/"}, "t holds no list"),
        (["/"], "t: rule 1 names no location"),
        ([{"tdm-reservation": 1}], "t: rule 1 names no location"),
        ([{"location": "/", "tdm-reservation": "1"}], "t: rule 1 has no tdm-reservation of 0 or 1"),
        ([{"location": "/", "tdm-reservation": True}], "t: rule 1 has no tdm-reservation"),
        ([{"location": "/", "tdm-reservation": [1]}], "t: rule 1 has no tdm-reservation"),
        ([{"location": "/"}], "t: rule 1 has no tdm-reservation"),
    ],
)
def test_what_reserves_nothing_is_told(value: object, reason: str) -> None:
    [doubt] = tdmrep(value)
    assert isinstance(doubt, Doubt)
    assert doubt.reason.startswith(reason)


def test_a_tdmrep_of_many_rules_is_counted() -> None:
    found = tdmrep([{"location": "/", "tdm-reservation": 1}] * 60)
    assert len(found) == 51
    assert found[-1] == Doubt(None, "t holds 60 rules; 50 are shown")


# -- ai.txt and llms.txt -----------------------------------------------------------


def test_an_ai_txt_is_told_by_its_shape() -> None:
    [rules] = ai_txt_signals(b"User-Agent: *\nDisallow: /\n", "ai.txt")
    [notes] = ai_txt_signals(b"# About us\n", "ai.txt")
    assert rules.value == "permissions, written like a robots.txt"
    assert notes.value == "notes for programs"


def test_a_page_that_says_not_found_is_no_file() -> None:
    assert [*ai_txt_signals(b"<!doctype html>", "x"), *llms_txt_signals(b" <p>", "x")] == []
    assert list(ai_txt_signals(b"\n", "x")) == []
    assert list(llms_txt_signals(b"# A site", "x")) == [Signal("llms-txt", "there is one", "x")]


# -- hostile -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"<meta " * 200_000,
        b"<!--" * 250_000,
        b"<meta name=" + b'"' * 1_000_000,
        b"<meta " + b"a=" * 500_000 + b">",
        b"<" * 1_000_000,
        b"\x00" * 1_000_000,
    ],
    ids=["tags", "comments", "quotes", "attributes", "brackets", "NULs"],
)
def test_a_hostile_page_takes_no_time(content: bytes) -> None:
    assert list(page_signals(content, "page")) == []


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_is_read_as_everything(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    found = [*page(text), *tdmrep_signals(content, "t"), *ai_txt_signals(content, "a")]
    found += headers(("x-robots-tag", text), ("link", text), ("tdm-policy", text))
    assert all(isinstance(one, Signal | Doubt) for one in found)
