"""What will not be read as it was meant is named, with its line; what is fine is not."""

import pytest

from optout_tui.audit.site.doubts import doubts
from optout_tui.audit.site.findings import MAX_DOUBTS, Signal
from optout_tui.audit.site.preferences import preferences
from optout_tui.audit.site.robots import MAX_BYTES, read_robots
from optout_tui.library.knowledge import knowledge

TOKENS = tuple(crawler.token for crawler in knowledge().crawlers.crawlers)


def told(content: str | bytes) -> list[tuple[int | None, str]]:
    """The doubts about a robots.txt, as line and reason."""
    raw = content if isinstance(content, bytes) else content.encode()
    return [(doubt.line, doubt.reason) for doubt in doubts(raw, read_robots(raw), TOKENS)]


BLOCKED = "User-agent: GPTBot\nDisallow: /\n"


@pytest.mark.parametrize(
    "good",
    [
        "",
        BLOCKED,
        "Sitemap: https://x.org/s.xml\nUser-agent: *\nCrawl-delay: 1\nDisallow: /a\nAllow: /a/b\n",
        "User-agent: *\nContent-Signal: search=yes, ai-input=no, ai-train=no, use=full\nAllow: /",
        "User-agent: *\nContent-Usage: /blog train-ai=n;x=1, search=y\nAllow: /",
        "License: https://x.org/licence.xml\nUser-agent: Googlebot\nDisallow:\n",
        f"{BLOCKED}User-agent: *\nDisallow: /private\n",
    ],
)
def test_a_good_file_raises_no_doubt(good: str) -> None:
    assert told(good) == []


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (f"{BLOCKED}Dissallow: /", 3, "“dissallow” is misspelt, so many crawlers skip"),
        (f"{BLOCKED}Disalow: /", 3, "“disalow” is misspelt"),
        ("User agent: GPTBot", 1, "write “User-agent”"),
        ("Useragent: GPTBot", 1, "write “User-agent”"),
        (f"{BLOCKED}Content-Signals: ai-train=no", 3, "write “Content-Signal”"),
        (f"{BLOCKED}Disallow /x", 3, "there is no colon, so many crawlers skip the line"),
        ("Disallow: /\n" + BLOCKED, 1, "a rule before the first “User-agent” is for nobody"),
        ("User-agent:\nDisallow: /", 1, "“User-agent” names no crawler"),
        ("User-agent: AI2Bot\nDisallow: /", 1, "of “AI2Bot” some crawlers read “AI” only"),
        ("User-agent: GPTBot/1.2\nDisallow: /", 1, "some crawlers read “GPTBot” only"),
        ("User-agent: 4chan\nDisallow: /", 1, "“4chan” is no name of a crawler"),
        ("User-agent: ClaudBot\nDisallow: /", 1, "no crawler “ClaudBot”; is it “ClaudeBot”?"),
        ("User-agent: *\nDisallow: blog", 2, "“blog” begins with no slash: it matches nothing"),
        (BLOCKED + BLOCKED, 3, "“GPTBot” stands in line 1 too: both groups are one"),
        (BLOCKED + BLOCKED, 4, "says the same as line 2"),
        ("User-agent: *\nDisallow: /a\nAllow: /a", 2, "line 3 allows and wins"),
        ("User-agent: *\nDisallow: /\nAllow: /*", 2, "line 3 is longer and wins"),
        (
            "User-agent: *\nDisallow: /private\nUser-agent: GPTBot\nAllow: /blog",
            3,
            "the rules for everybody (line 2) do not hold for “GPTBot”",
        ),
        ("User-agent: *\nContent-Signal: train-ai=no", 2, "in “Content-Signal” it is “ai-train”"),
        ("User-agent: *\nContent-Usage: ai-train=n", 2, "in “Content-Usage” it is “train-ai”"),
        ("User-agent: *\nContent-Signal: ai-train=n", 2, "cannot be “n”; write “no”"),
        ("User-agent: *\nContent-Signal: use=often", 2, "write “reference” or “immediate”"),
        ("User-agent: *\nContent-Usage: train-ai=no", 2, "cannot be “no”; write “n”"),
        ("User-agent: *\nContent-Usage: train-ai", 2, "cannot be “”; write “y” or “n”"),
        ("User-agent: *\nContent-Signal: dance=yes", 2, "“Content-Signal” knows no word “dance”"),
        ("User-agent: *\nContent-Signal:", 2, "“Content-Signal” says nothing"),
        ("Content-Signal: ai-train=no", 1, "before the first “User-agent”: it speaks to nobody"),
        ("\ufeff" + BLOCKED, 1, "a byte order mark stands first"),
        (b"# a\r\n# b\x00\r\n", 2, "holds NUL characters"),
        (b"# a\r\n# b\r# \xff\n", 3, "holds what is no UTF-8 text"),
        ("<!doctype html>\n<p>not found", 1, "this looks like a web page"),
        (b"#" * (MAX_BYTES + 1), None, "larger than 500 KiB: what lies beyond is not read"),
    ],
)  # fmt: skip
def test_a_doubt_has_its_line(text: str | bytes, line: int | None, reason: str) -> None:
    assert any(place == line and reason in said for place, said in told(text)), told(text)


def test_a_character_that_500_kib_cut_in_two_is_no_doubt() -> None:
    text = b"#" * (MAX_BYTES - 1) + "é".encode()
    assert [reason for _, reason in told(text)] == [
        "larger than 500 KiB: what lies beyond is not read"
    ]


def test_more_doubts_than_anybody_reads_are_counted() -> None:
    found = told("User-agent: *\n" + "Content-Signal: x=y\n" * 1000)
    assert len(found) == MAX_DOUBTS + 1
    assert found[-1] == (None, "800 more things are doubtful, and left out here")


@pytest.mark.parametrize(
    "junk",
    [
        b"\x00" * MAX_BYTES,
        b"".join(b"disall%x: /\n" % n for n in range(35_000)),
        b"".join(b"zzzz%x: /\n" % n for n in range(35_000)),
        b"".join(
            b"User-agent: a%s\n" % bytes([97 + n % 26, 97 + n // 26 % 26]) for n in range(30_000)
        ),
        b"User-agent: a\nDisallow: /\n" * 18_000,
        b"User-agent: a\n" + b"Disallow: /*a*b*c$\n" * 24_000,
        b"".join(b"User-agent: a\nUser-agent: %d\nAllow: /%d\n" % (n, n) for n in range(12_000)),
        bytes(range(256)) * 2000,
    ],
    ids=["NULs", "misspelt", "unknown", "agents", "groups", "stars", "many groups", "all bytes"],
)
def test_junk_is_judged_within_bounds(junk: bytes) -> None:
    assert len(told(junk)) <= MAX_DOUBTS + 1


def test_preferences_are_said_to_the_crawlers_of_their_group() -> None:
    text = (
        "License: https://x.org/l.xml\nUser-agent: GPTBot\nUser-agent: CCBot\n"
        "Content-Signal: ai-train=no\nDisallow: /\nContent-Usage: /a train-ai=n\n"
    )
    assert list(preferences(read_robots(text.encode()), "robots.txt")) == [
        Signal("rsl", "https://x.org/l.xml", "robots.txt:1"),
        Signal("content-signal", "ai-train=no", "robots.txt:4", ("GPTBot", "CCBot")),
        Signal("content-usage", "/a train-ai=n", "robots.txt:6", ("GPTBot", "CCBot")),
    ]


def test_our_own_robots_lines_in_the_guide_raise_no_doubt() -> None:
    named = [crawler.token for crawler in knowledge().crawlers.crawlers]
    assert told("".join(f"User-agent: {token}\n" for token in named) + "Disallow: /\n") == []
