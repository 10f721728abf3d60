"""robots.txt: groups, the strongest rule, the spelling of paths, and files that mean no good."""

from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from optout_tui.audit.site import robots
from optout_tui.audit.site.patterns import comparable_pattern, matches, sample
from optout_tui.audit.site.robots import MAX_BYTES, read_robots
from tests.audit.site import slow_robots
from tests.audit.site.robots_files import AGENTS, ASKED, FILES, PATHS


def decided(
    content: str | bytes, agent: str = "GPTBot", path: str = "/"
) -> tuple[bool, int | None]:
    """Whether *agent* may fetch *path*, and the line that decides."""
    raw = content if isinstance(content, bytes) else content.encode()
    decision = read_robots(raw).decide(agent, path)
    return decision.allowed, decision.line


# -- groups ------------------------------------------------------------------------


def test_a_group_is_for_the_crawlers_it_names_and_for_nobody_else() -> None:
    text = "User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n"
    assert decided(text, "gptbot") == decided(text, "CCBot") == (False, 3)
    assert decided(text, "ClaudeBot") == (True, None)


def test_everybody_elses_group_is_for_those_without_one() -> None:
    text = "User-agent: *\nDisallow: /\nUser-agent: GPTBot\nDisallow: /a\n"
    assert decided(text, "ClaudeBot") == (False, 2)
    assert decided(text, "GPTBot") == (True, None)


def test_groups_of_the_same_crawler_are_one() -> None:
    text = "User-agent: GPTBot\nDisallow: /a\n\nUser-agent: *\nAllow: /\n\n"
    text += "User-agent: gptbot\nDisallow: /b"
    assert decided(text, path="/a") == (False, 2)
    assert decided(text, path="/b") == (False, 8)


def test_lines_of_other_kinds_end_no_group() -> None:
    text = "User-agent: GPTBot\nContent-Signal: search=yes\nCrawl-delay: 3\n\n"
    text += "User-agent: CCBot\nDisallow: /"
    assert decided(text, "GPTBot") == decided(text, "CCBot") == (False, 6)


def test_an_empty_path_ends_the_naming_and_forbids_nothing() -> None:
    text = "User-agent: GPTBot\nDisallow:\nUser-agent: CCBot\nDisallow: /"
    assert decided(text, "GPTBot") == (True, None)
    assert decided(text, "CCBot") == (False, 4)


def test_rules_before_the_first_crawler_are_nobodys() -> None:
    assert decided("Disallow: /\nUser-agent: GPTBot\nDisallow: /b") == (True, None)


def test_what_follows_a_crawlers_name_is_not_part_of_it() -> None:
    assert decided("User-agent: GPTBot/1.2 (+https://x)\nDisallow: /") == (False, 2)
    assert decided("User-agent: * everybody\nDisallow: /") == (False, 2)
    assert decided("User-agent: Applebot\nDisallow: /", "Applebot-Extended") == (True, None)


def test_a_name_with_other_characters_counts_whole_too() -> None:
    assert decided("User-agent: AI2Bot\nDisallow: /", "AI2Bot") == (False, 2)
    assert decided("User-agent: \nDisallow: /") == (True, None)


# -- rules -------------------------------------------------------------------------


def test_the_longest_path_decides_and_allowing_wins_a_tie() -> None:
    text = "User-agent: *\nDisallow: /blog\nAllow: /blog/open\nAllow: /same\nDisallow: /same\n"
    assert decided(text, path="/blog/x") == (False, 2)
    assert decided(text, path="/blog/open/x") == (True, 3)
    assert decided(text, path="/same") == (True, 4)


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/fish", "/fish.html", True),
        ("/fish", "/Fish", False),
        ("/fish/", "/fish", False),
        ("/*.php", "/folder/any.php?x", True),
        ("/*.php$", "/any.php", True),
        ("/*.php$", "/any.php?x", False),
        ("/fish*.php", "/fishheads/cat.php?p", True),
        ("/a$b", "/a$b", True),
        ("/a$b", "/a", False),
        ("/$", "/", True),
        ("/$", "/x", False),
        ("*", "/x", True),
        ("*x", "/ax", True),
        ("x", "/x", False),
        ("/a*a", "/a", False),
        ("/a*a$", "/aba", True),
        ("/a*ba$", "/aba/ba", True),
        ("/a*ab$", "/ab", False),
        ("/**/b", "/a/b", True),
        ("/caf%c3%a9", "/café", True),
        ("/café", "/caf%C3%A9", True),
        ("/%62%61%7A", "/baz", True),
        ("/a%2Fb", "/a/b", False),
        ("/a%2fb", "/a%2Fb", True),
        ("/file-%2A.html", "/file-*.html", True),
        ("/file-%2A.html", "/file-x.html", False),
        ("/cost%24", "/cost$", True),
        ("/a b", "/a%20b", True),
        ("/?to=https://x.y", "/?to=https%3A%2F%2Fx.y", True),
        ("/a*/b", "/a?x=/b", True),
        ("/%zz", "/%zz", True),
    ],
)
def test_a_path_is_matched_as_the_rfc_and_google_say(pattern: str, path: str, fits: bool) -> None:
    assert decided(f"User-agent: *\nDisallow: {pattern}", path=path) == (
        not fits,
        2 if fits else None,
    )


RFC_EXAMPLE = """\
User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
"""
"""RFC 9309, 5.1."""


@pytest.mark.parametrize(
    ("agent", "path", "line"),
    [
        ("anybot", "/a/b.gif", 2),
        ("anybot", "/a/b.gif?x", None),
        ("anybot", "/example/x", 3),
        ("anybot", "/publications/x.gif", 4),
        ("foobot", "/", 7),
        ("FooBot", "/example/page.html", 8),
        ("foobot", "/example/allowed.gif", 9),
        ("barbot", "/example/page.html", 13),
        ("bazbot", "/example/page.html", 13),
        ("bazbot", "/example/", None),
        ("quxbot", "/example/page.html", None),
    ],
)
def test_the_example_of_the_rfc(agent: str, path: str, line: int | None) -> None:
    assert decided(RFC_EXAMPLE, agent, path)[1] == line


@pytest.mark.parametrize(
    ("allow", "disallow", "path", "allowed"),
    [
        ("/p", "/", "/page", True),
        ("/folder", "/folder", "/folder/page", True),
        ("/page", "/*.htm", "/page.htm", False),
        ("/page", "/*.ph", "/page.php5", True),
        ("/$", "/", "/", True),
        ("/$", "/", "/page.htm", False),
        ("/example/page/", "/example/page/disallowed.gif", "/example/page/disallowed.gif", False),
    ],
)
def test_which_rule_wins_in_the_examples_of_google_and_the_rfc(
    allow: str, disallow: str, path: str, allowed: bool
) -> None:
    for rules in (f"Allow: {allow}\nDisallow: {disallow}", f"Disallow: {disallow}\nAllow: {allow}"):
        assert decided(f"User-agent: *\n{rules}", path=path)[0] == allowed


def test_robots_txt_itself_is_always_allowed() -> None:
    text = "User-agent: *\nDisallow: /"
    assert decided(text, path="/robots.txt") == (True, None)
    assert decided(text, path="/robots.txt?x") == (False, 2)


# -- the file ----------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_end_of_line_counts_one(end: str) -> None:
    assert decided(end.join(["# hello", "", "user-AGENT : GPTBot # us", "\tdisallow:/", ""])) == (
        False,
        4,
    )


def test_a_byte_order_mark_hides_nothing() -> None:
    assert decided(b"\xef\xbb\xbfUser-agent: GPTBot\nDisallow: /") == (False, 2)
    assert read_robots(b"\xef\xbb\xbf").has_bom


def test_nothing_beyond_500_kib_is_read_and_no_half_line() -> None:
    head = b"User-agent: GPTBot\n"
    filler = b"#" * (MAX_BYTES - len(head) - 13) + b"\n"
    whole = head + filler + b"Disallow: /\n"
    assert len(whole) == MAX_BYTES
    assert decided(whole) == (False, 3)
    assert not read_robots(whole).is_cut
    cut = head + b"#" + filler + b"Disallow: /shop\n"
    assert decided(cut) == (True, None)
    assert read_robots(cut).is_cut


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_a_line_that_just_fits_into_500_kib_is_read(end: bytes) -> None:
    head = b"User-agent: GPTBot\n#"
    fits = head + b"#" * (MAX_BYTES - len(head) - 12) + b"\nDisallow: /"
    assert len(fits) == MAX_BYTES
    assert decided(fits + end + b"Allow: /") == (False, 3)
    assert decided(fits + b"x" + end) == (True, None)


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"\x00" * MAX_BYTES,
        bytes(range(256)) * 2000,
        b"User-agent: GPTBot\nDisallow: /" + b"*a" * 200_000,
        b"User-agent: GPTBot\n" + b"Disallow: /*a*b*c*d*e$\n" * 20_000,
        b"User-agent: a\nDisallow: /\n" * 18_000,
        b"User-agent: a\n" * 35_000,
        b":" * MAX_BYTES,
        b"\xff\xfeU\x00s\x00",
    ],
    ids=["empty", "nuls", "all bytes", "stars", "rules", "groups", "agents", "colons", "UTF-16"],
)
def test_junk_says_nothing_and_takes_no_time(junk: bytes) -> None:
    assert decided(junk, path="/" + "ab" * 1000)[0]


def test_control_characters_in_a_path_are_compared_escaped() -> None:
    assert decided(b"User-agent: *\nDisallow: /a\x00\x1bb\n", path="/a%00%1Bb") == (False, 2)


# -- against a word for word reading -----------------------------------------------


@settings(max_examples=1000, deadline=None)
@given(content=FILES, agent=st.sampled_from(AGENTS), path=ASKED)
@example(b"User-agent:*\nDisallow:/*?:\n", "CCBot", "/?%3A")
def test_it_reads_as_the_rfc_says_word_for_word(content: bytes, agent: str, path: str) -> None:
    assert decided(content, agent, path) == slow_robots.decide(content, agent, path)


@settings(max_examples=500, deadline=None)
@given(content=FILES, agent=st.sampled_from(AGENTS), path=ASKED, limit=st.integers(1, 120))
@example(b"User-agent: GPTBot\r\nDisallow: /\r\n", "GPTBot", "/", 31)
@example(b"\xef\xbb\xbfUser-agent: *\nDisallow: /", "CCBot", "/", 2)
def test_a_file_may_be_cut_anywhere(content: bytes, agent: str, path: str, limit: int) -> None:
    with patch.object(robots, "MAX_BYTES", limit):
        found = decided(content, agent, path)
    assert found == slow_robots.decide(content, agent, path, limit)


@settings(max_examples=500, deadline=None)
@given(pattern=PATHS.map("/{}".format))
def test_every_pattern_matches_its_own_sample(pattern: str) -> None:
    octets = comparable_pattern(pattern.encode())
    assert matches(octets, sample(octets))


@settings(max_examples=300, deadline=None)
@given(content=st.binary(max_size=300), path=st.text(max_size=20).map("/{}".format))
def test_any_bytes_at_all_are_read(content: bytes, path: str) -> None:
    assert read_robots(content).decide("GPTBot", path).allowed in (True, False)
