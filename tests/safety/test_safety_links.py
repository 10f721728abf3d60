import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_tui.safety.links import MAX_LINK, SCHEMES, checked_link, host_of, shown_link
from optout_tui.safety.refusal import Refusal

GOOD = [
    "https://www.facebook.com/privacy/center/",
    "http://example.org",
    "HTTPS://EXAMPLE.ORG:8443/a?b=c#d",
    "https://[2001:db8::1]/",
    "https://192.0.2.1/",
    "mailto:dpo@example.org?subject=Art.%2021",
]

BAD = {
    "javascript:alert(1)": "is not http, https or mailto",
    "file:///etc/passwd": "is not http, https or mailto",
    "data:text/html,x": "is not http, https or mailto",
    "ftp://example.org": "is not http, https or mailto",
    "example.org": "is not http, https or mailto",
    "//example.org": "is not http, https or mailto",
    "": "is not http, https or mailto",
    "https://": "names no host",
    "https:///path": "names no host",
    "https:example.org": "names no host",
    "mailto:": "names nobody",
    "mailto:nobody": "names nobody",
    "https://bank.example@evil.example/": "names a user, which hides the host",
    "https://bank.example:pass@evil.example/": "names a user, which hides the host",
    "https://@evil.example/": "names a user, which hides the host",
    "https://evil.example\\bank.example": "names a host that cannot exist",
    "https://bank.example%2eevil.example": "names a host that cannot exist",
    "https://./": "names a host that cannot exist",
    "https://bank.example<b>/": "names a host that cannot exist",
    "https://" + "ä" * 70 + ".example": "names a host that cannot exist",
    "https://[bad]/": "cannot be read as a link",
    "https://example.org:port/": "cannot be read as a link",
    "https://℀.example/": "cannot be read as a link",
    "https://exa mple.org": "holds characters that links may not hold",
    "https://example.org/a\nb": "holds characters that links may not hold",
    "java\tscript:alert(1)": "holds characters that links may not hold",
    "https://example.org/\x1b[2J": "holds characters that links may not hold",
    "https://example.org/\u202egpj.exe": "holds characters that links may not hold",
    "https://example.org/\u200b": "holds characters that links may not hold",
    "https://example.org/\u3000": "holds characters that links may not hold",
    "https://example.org/" + "a" * MAX_LINK: "is longer than 2000 characters",
}


@pytest.mark.parametrize("link", GOOD)
def test_a_whole_link_may_be_opened_as_it_is(link: str) -> None:
    assert checked_link(link) == link


def test_two_thousand_characters_are_the_most() -> None:
    link = "https://example.org/".ljust(2000, "a")
    assert checked_link(link) == link


@pytest.mark.parametrize(("link", "reason"), BAD.items())
def test_anything_else_is_refused_with_its_reason(link: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked_link(link)
    assert str(refused.value).endswith(f" {reason}")


@pytest.mark.parametrize("link", BAD)
def test_no_host_is_told_of_a_link_that_may_not_be_opened(link: str) -> None:
    with pytest.raises(Refusal):
        host_of(link)


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://www.facebook.com/privacy", "www.facebook.com"),
        ("https://WWW.Example.ORG:443/", "www.example.org"),
        ("https://[2001:db8::1]:80/", "2001:db8::1"),
        ("mailto:dpo@example.org?subject=x", "dpo@example.org"),
        ("https://münchen.example/", "xn--mnchen-3ya.example"),
        ("https://аpple.example/", "xn--pple-43d.example"),  # a Cyrillic first letter
        ("https://straße.example/", "xn--strae-oqa.example"),  # not strasse, which is another
        ("https://face\u200dbook.example/", "xn--facebook-cm3d.example"),
        ("https://exa。mple.org/", "exa.mple.org"),  # the full stop of Chinese is a dot, too
        ("https://ｅｘａｍｐｌｅ.org/", "example.org"),
    ],
)
def test_the_host_is_the_one_a_browser_looks_up(link: str, host: str) -> None:
    assert host_of(link) == host


@given(st.text(max_size=30), st.sampled_from(["https://", "http://", "mailto:", ""]))
def test_whatever_passes_has_a_scheme_and_a_host_in_ascii(rest: str, start: str) -> None:
    try:
        link = checked_link(start + rest)
    except Refusal:
        return
    assert link.partition(":")[0].lower() in SCHEMES
    assert host_of(link)
    assert start == "mailto:" or host_of(link).isascii()


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("https://example.org/", "example.org"),
        ("https://example.org/a/b", "example.org/a/b"),
        ("http://example.org", "http://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("https://a/\x1b[2J", "a/␛[2J"),
    ],
)
def test_a_link_is_printed_short_and_clean(link: str, shown: str) -> None:
    assert shown_link(link) == shown
