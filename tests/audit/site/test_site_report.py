"""A site as a whole: how robots.txt was found, which addresses are asked for, what a video says."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_tui.audit.site.addresses import is_public, is_web, origin, path_of, site_addresses
from optout_tui.audit.site.as_json import agent_json, site_json, video_json
from optout_tui.audit.site.report import Kind, Piece, SiteReport, look_at
from optout_tui.audit.site.video import VideoReport, read_answer, video_address, video_id
from optout_tui.library.knowledge import knowledge
from optout_tui.safety.refusal import Refusal
from tests.audit.site.robots_files import FILES

TABLE = knowledge().crawlers
NEEDED = [crawler.token for crawler in TABLE.crawlers if crawler.needed]
ALL_OUT = "".join(f"User-agent: {token}\n" for token in NEEDED).encode() + b"Disallow: /\n"


def look(*pieces: Piece, path: str = "/") -> SiteReport:
    return look_at("here", pieces, TABLE, path)


@pytest.mark.parametrize(
    ("status", "access", "allowed"),
    [
        (200, "read", False),
        (204, "read", False),
        (301, "missing", True),
        (404, "missing", True),
        (401, "missing", True),
        (403, "missing", True),
        (429, "unreachable", False),
        (500, "unreachable", False),
        (503, "unreachable", False),
        (0, "unreachable", False),
    ],
)
def test_the_answer_of_the_server_decides_as_for_a_crawler(
    status: int, access: str, allowed: bool
) -> None:
    report = look(Piece("robots", "robots.txt", ALL_OUT, status))
    assert report.access == access
    verdict = next(one for one in report.verdicts if one.crawler.token == "GPTBot")
    assert verdict.allowed == report.decide("GPTBot").allowed == allowed
    assert report.decide("Nobody").allowed == (access != "unreachable")
    assert (report.still_open == ()) == (access == "read")
    assert bool(report.offer.lines) == (access != "unreachable")


def test_what_is_needed_is_out_or_named() -> None:
    assert look(Piece("robots", "r", ALL_OUT)).still_open == ()
    assert look(Piece("robots", "r", ALL_OUT + b"Allow: /open")).still_open == tuple(NEEDED)
    some = ALL_OUT.replace(b"User-agent: CCBot\n", b"")
    assert look(Piece("robots", "r", some)).still_open == ("CCBot",)


def test_every_file_of_a_site_is_looked_at() -> None:
    tag = b'<meta name="robots" content="noai">'
    report = look(
        Piece("robots", "r", b"License: https://x/l\nUser-agent: *\nDisallow: /x"),
        Piece("page", "p", tag, headers=(("TDM-Reservation", "1"),)),
        Piece("tdmrep", "t", b"{}"),
        Piece("ai-txt", "a", b"User-agent: *"),
        Piece("llms-txt", "l", b"# hello"),
        Piece("page", "gone", tag, status=404, problem="gone"),
        path="/x",
    )
    kinds = [signal.kind for signal in report.signals]
    assert kinds == ["rsl", "tdmrep", "meta-robots", "ai-txt", "llms-txt"]
    assert [doubt.reason for doubt in report.doubts] == ["t holds no list, so it reserves nothing"]
    assert report.problems == ("gone: gone",)
    assert report.looked_at == ("r", "p", "t", "a", "l", "gone")
    assert not report.decide("GPTBot").allowed


def test_a_page_alone_says_nothing_of_crawlers() -> None:
    report = look(Piece("page", "p", b"<p>"))
    assert (report.access, report.verdicts, report.offer.lines) == ("not asked", (), ())
    assert report.still_open == ()


def test_the_json_has_the_keys_of_the_contract() -> None:
    report = look(Piece("robots", "robots.txt", b"User-agent: *\nContent-Signal: x=y\nDisallow: /"))
    told = json.loads(json.dumps(site_json(report, TABLE)))
    assert told["source"] == "here"
    assert {"token", "operator", "purpose", "allowed", "line"} <= set(told["agents"][0])
    assert {one["purpose"] for one in told["agents"]} == {"training", "search", "user"}
    assert all(one["line"] == 3 and one["allowed"] is False for one in told["agents"])
    [signal] = told["signals"]
    assert (signal["kind"], signal["value"], signal["where"]) == (
        "content-signal", "x=y", "robots.txt:2",
    )  # fmt: skip
    assert signal["status"] == "convention"
    assert told["warnings"] == [{"line": 2, "reason": "“Content-Signal” knows no word “x”"}]
    assert agent_json(report, "GPTBot/1", "GPTBot") == {
        "agent": "GPTBot/1", "path": "/", "allowed": False, "line": 3,
    }  # fmt: skip


def test_a_signal_that_the_table_does_not_know_is_told_all_the_same() -> None:
    report = look(Piece("page", "p", b'<meta name="robots" content="noai">'))
    [signal] = site_json(report, replace(TABLE, signals=()))["signals"]
    assert (signal["name"], signal["text"]) == ("meta-robots", "")


@settings(max_examples=200, deadline=None)
@given(content=st.one_of(FILES, st.binary(max_size=300)), text=st.text(max_size=50))
def test_anything_at_all_becomes_a_report(content: bytes, text: str) -> None:
    kinds: tuple[Kind, ...] = ("robots", "page", "tdmrep", "ai-txt", "llms-txt")
    headers = (("x-robots-tag", text), ("link", text))
    report = look(*(Piece(kind, "x", content, headers=headers) for kind in kinds), path="/a")
    told = json.loads(json.dumps(site_json(report, TABLE)))
    assert len(told["agents"]) == len(TABLE.crawlers)
    assert all(doubt.line is None or doubt.line > 0 for doubt in report.doubts)


# -- addresses ---------------------------------------------------------------------


def urls(url: str) -> list[str]:
    return [address.url for address in site_addresses(url)]


def test_five_addresses_of_the_same_host_are_asked_for() -> None:
    root = "https://example.org:8443"
    assert urls(f"{root}/blog/?a=b#c") == [
        f"{root}/robots.txt",
        f"{root}/blog/?a=b",
        f"{root}/.well-known/tdmrep.json",
        f"{root}/ai.txt",
        f"{root}/llms.txt",
    ]
    assert urls("HTTP://Example.org/robots.txt")[:2] == [
        "http://example.org/robots.txt",
        "http://example.org/",
    ]
    [only] = site_addresses("https://example.org/blog", robots_alone=True)
    assert only == ("robots", "https://example.org/robots.txt")


def test_an_address_is_asked_for_in_ascii() -> None:
    assert origin("https://müller.de/ü") == "https://xn--mller-kva.de"
    assert path_of("https://müller.de/ü b?ö") == "/%C3%BC%20b?%C3%B6"
    assert origin("http://[::1]:80/") == "http://[::1]:80"
    assert path_of("https://x.org") == "/"


@pytest.mark.parametrize("url", ["mailto:a@b.c", "https://", "https://a b/", "https://u:p@x.org/"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(Refusal):
        site_addresses(url)


def test_an_address_is_told_from_a_file() -> None:
    assert is_web("HTTPS://x.org")
    assert not is_web("robots.txt")
    assert not is_web("https.txt")


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "64:ff9b::5db8:d70e"])
def test_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "255.255.255.255", "224.0.0.1", "240.0.0.1", "192.0.2.1", "::1", "::",  # noqa: S104
        "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "2002:7f00:1::", "64:ff9b::7f00:1", "2001:0:4136:e378:8000:63bf:80ff:fffe",
        "no address", "",
    ],
)  # fmt: skip
def test_whatever_is_at_home_or_nowhere_is_not(address: str) -> None:
    assert not is_public(address)


# -- a video -----------------------------------------------------------------------

ID = "jNQXAC9IVRw"


@pytest.mark.parametrize(
    "given",
    [
        ID,
        f" {ID} ",
        f"https://www.youtube.com/watch?v={ID}",
        f"https://m.youtube.com/watch?list=x&v={ID}&t=1",
        f"youtube.com/watch?v={ID}",
        f"https://youtu.be/{ID}?si=x",
        f"https://www.youtube.com/shorts/{ID}",
        f"https://www.youtube.com/live/{ID}/",
        f"https://www.youtube-nocookie.com/embed/{ID}",
    ],
)
def test_a_video_is_known_by_its_id(given: str) -> None:
    assert video_id(given) == ID


@pytest.mark.parametrize(
    "given",
    [
        "", "short", f"{ID}x", "https://youtu.be/", "https://www.youtube.com/@anika",
        f"https://vimeo.com/watch?v={ID}", f"https://youtube.com.evil.org/watch?v={ID}",
        f"https://notyoutube.com/watch?v={ID}", "javascript:alert(1)//", "https://www.youtube.com/",
    ],
)  # fmt: skip
def test_what_is_no_video_is_refused(given: str) -> None:
    with pytest.raises(Refusal):
        video_id(given)


RECORDED = {
    "none": {
        "kind": "youtube#videoTrainability",
        "etag": "x",
        "videoId": ID,
        "permitted": ["none"],
    },
    "all": {"kind": "youtube#videoTrainability", "etag": "x", "videoId": ID, "permitted": ["all"]},
    "some": {"videoId": ID, "permitted": ["Party One", "Party Two"]},
    "capital": {"videoId": ID, "permitted": ["None"]},
    "bare": {"permitted": "none"},
}
"""The shapes that YouTube's documents and a public tool show."""


def answered(body: object, status: int = 200) -> VideoReport:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return read_answer(ID, video_address(ID), status, content)


@pytest.mark.parametrize(
    ("shape", "permitted", "closed"),
    [
        ("none", ("none",), True),
        ("all", ("all",), False),
        ("some", ("Party One", "Party Two"), False),
        ("capital", ("none",), True),
        ("bare", ("none",), True),
    ],
)
def test_the_answer_says_who_may_train(
    shape: str, permitted: tuple[str, ...], closed: bool
) -> None:
    report = answered(RECORDED[shape])
    assert (report.permitted, report.is_closed) == (permitted, closed)
    assert video_json(report)["closed"] is closed


@pytest.mark.parametrize(
    ("body", "status", "reason"),
    [
        (b"", 404, "knows no public video"),
        (b"", 400, "knows no public video"),
        (b"", 500, "did not answer: status 500"),
        (b"<html>", 200, "cannot be understood"),
        (b"[" * 50_000, 200, "cannot be understood"),
        (b"\xff", 200, "cannot be understood"),
        ({}, 200, "cannot be understood"),
        ({"permitted": 1}, 200, "cannot be understood"),
        ({"permitted": []}, 200, "is not about this video"),
        ({"permitted": ["none"], "videoId": "other"}, 200, "is not about this video"),
    ],
)
def test_another_answer_is_refused(body: object, status: int, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        answered(body, status)


def test_names_in_the_answer_cannot_drive_a_terminal() -> None:
    report = answered({"permitted": ["\x1b[2J" + "x" * 1000] + ["none"] * 1000})
    assert "\x1b" not in report.permitted[0]
    assert len(report.permitted) == 100
    assert not report.is_closed
