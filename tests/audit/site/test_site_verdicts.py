"""How far an answer holds, what is offered, and what a diff does to the file."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from optout_tui.audit.site.offer import Offer, make_offer
from optout_tui.audit.site.robots import MAX_BYTES, read_robots
from optout_tui.audit.site.verdicts import reach_of, verdicts
from optout_tui.library.knowledge import knowledge
from tests.audit.site.robots_files import AGENTS, FILES
from tests.audit.site.slow_robots import decide as slowly

CRAWLERS = knowledge().crawlers.crawlers


def reach(rules: str) -> str:
    text = "User-agent: GPTBot\n" + rules.replace("; ", "\n")
    return reach_of(read_robots(text.encode()).rules_for("GPTBot"))


@pytest.mark.parametrize(
    ("rules", "whole"),
    [
        ("", "all"),
        ("Disallow:", "all"),
        ("Allow: /", "all"),
        ("Allow: /a", "all"),
        ("Disallow: /", "none"),
        ("Disallow: *", "none"),
        ("Disallow: /*", "none"),
        ("Disallow: /; Disallow: /$", "none"),
        ("Disallow: /; Allow: /robots.txt", "none"),
        ("Disallow: /*; Allow: /", "none"),
        ("Disallow: /a", "part"),
        ("Disallow: /$", "part"),
        ("Disallow: /; Allow: /a", "part"),
        ("Disallow: /; Allow: /a; Disallow: /a$", "part"),
        ("Allow: /; Disallow: /", "all"),
        ("Allow: /; Disallow: /a", "part"),
    ],
)
def test_the_reach_is_everything_something_or_nothing(rules: str, whole: str) -> None:
    assert reach(rules) == whole


RULES = st.lists(
    st.builds(
        "{}: {}".format,
        st.sampled_from(["Allow", "Disallow"]),
        st.sampled_from(["/", "/*", "*", "/a", "/a$", "/$", "/ab", "/*b", "/robots.txt", ""]),
    ),
    max_size=5,
)
PATHS = ["/", "/a", "/ab", "/b", "/abc", "/x/b", "/?", "/robots.txtx"]


@settings(max_examples=300, deadline=None)
@given(rules=RULES)
def test_everything_and_nothing_are_said_only_where_they_hold(rules: list[str]) -> None:
    text = "\n".join(["User-agent: GPTBot", *rules]).encode()
    answers = {slowly(text, "GPTBot", path)[0] for path in PATHS if path != "/robots.txtx"}
    whole = reach_of(read_robots(text).rules_for("GPTBot"))
    assert whole != "all" or answers == {True}
    assert whole != "none" or answers == {False}


def test_each_crawler_has_a_verdict_with_its_line() -> None:
    text = b"User-agent: *\nDisallow: /x\nUser-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n"
    found = {one.crawler.token: one[1:] for one in verdicts(read_robots(text), CRAWLERS, "/x/y")}
    assert len(found) == len(CRAWLERS)
    assert found["GPTBot"] == found["CCBot"] == (False, 5, "none")
    assert found["ClaudeBot"] == (False, 2, "part")


# -- what is offered ---------------------------------------------------------------


def offer(content: bytes) -> Offer:
    return make_offer(content, read_robots(content), ("GPTBot", "CCBot"), "robots.txt")


def test_nothing_is_offered_where_nothing_is_open() -> None:
    assert offer(b"User-agent: *\nDisallow: /") == Offer()


def test_only_the_open_ones_are_offered() -> None:
    found = offer(b"User-agent: CCBot\nDisallow: /\n")
    assert found.tokens == ("GPTBot",)
    assert found.lines[1:] == ("User-agent: GPTBot", "Disallow: /")
    assert found.left == ()


def test_a_crawler_that_an_allow_line_lets_in_is_named() -> None:
    found = offer(b"User-agent: GPTBot\nAllow: /open\nDisallow: /\n")
    assert (found.tokens, found.left) == (("CCBot",), ("GPTBot",))
    found = offer(b"User-agent: *\nAllow: /open\nDisallow: /\n")
    assert (found.tokens, found.left) == (("GPTBot", "CCBot"), ())
    only = offer(b"User-agent: GPTBot\nUser-agent: CCBot\nAllow: /open\nDisallow: /\n")
    assert only == Offer(left=("GPTBot", "CCBot"))


TO_PATCH = [
    b"",
    b"\n",
    b"User-agent: *\nDisallow: /a",
    b"User-agent: *\nDisallow: /a\n",
    b"User-agent: *\nDisallow: /a\n\n# the end\n\n",
    b"# 1\n# 2\n# 3\n# 4\nUser-agent: Googlebot\n",
    b"User-agent: Googlebot",
    b"# x\n" * 200_000,
]


@pytest.mark.skipif(shutil.which("patch") is None, reason="there is no patch program here")
@pytest.mark.parametrize("content", TO_PATCH, ids=lambda content: str(content[-20:]))
def test_the_diff_makes_a_file_that_shuts_them_out(content: bytes, tmp_path: Path) -> None:
    found = offer(content)
    file = tmp_path / "robots.txt"
    file.write_bytes(content)
    subprocess.run(
        ["patch", "-p1"],  # noqa: S607 - whichever patch there is
        cwd=tmp_path, input=f"{found.diff}\n", text=True, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    after = read_robots(file.read_bytes())
    assert {reach_of(after.rules_for(token)) for token in ("GPTBot", "CCBot")} == {"none"}
    assert after.decide("Googlebot", "/").allowed
    assert file.read_bytes().startswith(content[:4]) or content.endswith(
        (b"bot\n", b"bot", b"# x\n")
    )


def test_a_line_too_long_to_show_is_cut_in_the_diff() -> None:
    assert len(offer(b"# " + b"x" * MAX_BYTES + b"\n").diff) < 2000


def applied(diff: str, content: bytes) -> bytes:
    """The file after a diff of one hunk, without a byte order mark."""
    old = content.decode("utf-8-sig").split("\n")
    head, *body = diff.split("\n")[2:]
    start, count = (int(n) for n in head.split()[1][1:].split(","))
    new = [line[1:] for line in body if line[:1] in "+ " and not line.startswith("\\ ")]
    before = old[: max(start - 1, 0)]
    after = old[len(before) + count :]
    if after == [""]:
        new.append("")
        after = []
    return "\n".join([*before, *new, *after]).encode()


@settings(max_examples=400, deadline=None)
@given(content=FILES)
def test_what_is_offered_works_and_changes_nothing_for_the_others(content: bytes) -> None:
    before = read_robots(content)
    found = make_offer(content, before, ("GPTBot", "CCBot"), "robots.txt")
    assume(found.lines and b"\r" not in content)  # a diff shows no such ends of lines
    after = read_robots(applied(found.diff, content))
    for token in found.tokens:
        assert (reach_of(after.rules_for(token)) == "none") == (token not in found.left)
    for other in (*AGENTS[2:], "Googlebot"):
        asked = [before.decide(other, path).allowed for path in PATHS]
        assert [after.decide(other, path).allowed for path in PATHS] == asked
