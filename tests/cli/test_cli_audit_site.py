"""``audit site`` and ``audit video``: files at once, addresses after a yes, and proof kept."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from optout_tui.audit.site import fetch
from optout_tui.cli.commands import audit_video
from optout_tui.library.knowledge import knowledge
from tests.cli.program import Program
from tests.local_site import LocalSite, Page, local_site

NEEDED = [crawler.token for crawler in knowledge().crawlers.crawlers if crawler.needed]
ALL_OUT = "".join(f"User-agent: {token}\n" for token in NEEDED).encode() + b"Disallow: /\n"
VIDEO = "jNQXAC9IVRw"

FILE = """\
User-agent: *
Content-Signal: search=yes, train-ai=no
Disallow: /private/

User-agent: GPTBot
Disallow: /
"""


@pytest.fixture
def robots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A robots.txt in the folder where the person is."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "robots.txt").write_text(FILE, "utf-8")
    return tmp_path / "robots.txt"


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with local_site() as running:
        running.pages["/robots.txt"] = Page(ALL_OUT)
        yield running


@pytest.fixture
def shut(monkeypatch: pytest.MonkeyPatch) -> None:
    """A door that nobody may go through."""

    def refuse(*_: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(fetch.Door, "get", refuse)


# -- a file ------------------------------------------------------------------------


def test_one_crawler_and_one_path_give_four_keys(program: Program, robots: Path) -> None:
    words = ("audit", "site", "robots.txt", "--agent", "GPTBot", "--path", "/blog/")
    assert program.json(*words) == {
        "agent": "GPTBot", "path": "/blog/", "allowed": False, "line": 6,
    }  # fmt: skip
    first, *more = program.text(*words).splitlines()
    assert first == "GPTBot may not fetch /blog/ · line 6 Disallow: /"
    assert more[0] == "  OpenAI · for training · said to keep to robots.txt"
    assert more[1].startswith("  Blocking it stops: New visits")
    assert more[2].startswith("  It does not stop: ChatGPT's search")
    assert "https://developers.openai.com/docs/bots" in more[4]
    assert more[-1] == "  Checked 23 Nov 2026 · high confidence"
    nobody = program.text("audit", "site", "robots.txt", "--agent", "Nobody")
    assert nobody == "Nobody may fetch / · no line says otherwise\n"
    open_one = program.json("audit", "site", "robots.txt", "--agent", "CCBot")
    assert open_one == {"agent": "CCBot", "path": "/", "allowed": True, "line": None}


def test_without_one_all_are_told(program: Program, robots: Path) -> None:
    told = program.json("audit", "site", "robots.txt", "--path", "/private/x")
    assert set(told) >= {"source", "agents", "signals", "warnings"}
    assert told["source"] == "robots.txt"
    lines = {one["token"]: (one["allowed"], one["line"]) for one in told["agents"]}
    assert lines["GPTBot"] == (False, 6)
    assert lines["ClaudeBot"] == (False, 3)
    [warning] = told["warnings"]
    assert warning["line"] == 2
    assert "“ai-train”" in warning["reason"]
    assert "GPTBot" not in told["add"]["tokens"]
    assert "+User-agent: ClaudeBot" in told["add"]["diff"].split("\n")


def test_the_table_names_who_may_and_the_line_that_decides(program: Program, robots: Path) -> None:
    text = program.text("audit", "site", "robots.txt")
    rows = {line.split()[0]: line for line in text.splitlines() if line.strip()}
    assert "6 Disallow: /" in rows["GPTBot"]
    assert rows["GPTBot"].split()[2:4] == ["no", "no"]
    assert " yes " in rows["ClaudeBot"]
    assert " part " in rows["ClaudeBot"]
    for heading in ("WHO MAY TRAIN", "WHO MAY SEARCH", "WHO MAY FETCH", "WHAT ELSE IT SAYS"):
        assert heading in text
    assert "  line 2: “train-ai” belongs to “Content-Usage”" in text
    assert "+++ b/robots.txt" in text
    assert "it is no lock" in text
    assert "checked on 23 Nov 2026" in text


def test_where_little_fits_each_crawler_is_told_in_words(
    program: Program, robots: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = program.text("audit", "site", robots.name, "--path", "/blog/").splitlines()
    place = lines.index("WHO MAY TRAIN") + 1
    assert lines[place : place + 3] == [
        "  - GPTBot of OpenAI: no for /blog/, no for the whole site,",
        "    obeys: yes, line 6 Disallow: /",
        "  - ClaudeBot of Anthropic: yes for /blog/, part for the",
    ]
    assert max(map(len, lines)) <= 60


def test_a_file_that_shuts_all_out_is_offered_nothing(program: Program, robots: Path) -> None:
    robots.write_text("User-agent: *\nDisallow: /\n", "utf-8")
    assert "TO SHUT OUT" not in program.text("audit", "site", "robots.txt")
    robots.write_text("User-agent: GPTBot\nAllow: /a\nDisallow: /\n", "utf-8")
    text = program.text("audit", "site", "robots.txt")
    assert "Lines with “Allow” still let these in somewhere: GPTBot" in text


def test_what_it_does_not_hold_is_said(program: Program, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    text = program.text("audit", "site", str(tmp_path / "empty"))
    assert "There is no robots.txt: everything is allowed." in text
    line = program.text("audit", "site", str(tmp_path / "empty"), "--agent", "GPTBot")
    assert line.startswith("GPTBot may fetch / · There is no robots.txt: everything is allowed.\n")
    page = tmp_path / "a.html"
    page.write_text('<meta name="robots" content="noai">', "utf-8")
    assert "noai · a.html meta tag" in program.text("audit", "site", str(page))
    assert "is no robots.txt; --agent asks one" in program.refused(
        "audit", "site", str(page), "--agent", "GPTBot"
    )


def test_a_file_comes_through_stdin(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(FILE.encode())))
    assert program.json("audit", "site", "-", "--agent", "GPTBot")["line"] == 6
    monkeypatch.setattr(sys, "stdin", None)
    assert program.refused("audit", "site", "-") == "there is no stdin to read from"


def test_a_hostile_file_cannot_drive_the_terminal(program: Program, robots: Path) -> None:
    robots.write_bytes(
        b"User-agent: \x1b]0;x\x07\xe2\x80\xae\x00\nDisallow: \x1b[2J\x9b31m\n"
        b"Content-Signal: \x1b[2J=\x07\nLicense: \x1b[31m\nDissal\x1b[low: /\nUser-agent: *\n"
        b"Disallow: /\x1b[2J\n\xff\xfe" + b"\r\x85"
    )
    for words in ((), ("--json",), ("--agent", "GPTBot"), ("--path", "/%1B%5B2J")):
        text = program.text("audit", "site", "robots.txt", *words)
        assert not set(text) & set("\x00\x07\x1b\x85\x9b\u202e\r")


def test_what_cannot_be_asked_is_refused(program: Program, robots: Path) -> None:
    def refused(*words: str) -> str:
        return program.refused("audit", "site", *words)

    assert refused("robots.txt", "--path", "blog") == (
        'the path "blog" is none; write it as /blog/'
    )
    assert "is no crawler's name" in refused("robots.txt", "--agent", "a(b)")
    assert refused("example.org") == (
        'no file "example.org"; for a website write https://example.org'
    )
    assert refused("other.txt") == "other.txt: No such file or directory"
    assert "proves nothing" in refused("robots.txt", "--record", "demo", "website")
    assert "names a user" in refused("https://a:b@example.org/", "--yes")


# -- an address --------------------------------------------------------------------


@pytest.mark.usefixtures("shut")
def test_nothing_is_fetched_without_a_yes(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program.refused("audit", "site", "https://example.org/blog") == (
        "nobody to ask whether to fetch 5 addresses, "
        "https://example.org/robots.txt first; add --yes"
    )
    assert "fetch 1 address, https://example.org/robots.txt first" in program.refused(
        "audit", "site", "https://example.org/blog", "--agent", "GPTBot"
    )
    program.terminals = {"stdin"}
    monkeypatch.setattr(sys.stdin, "readline", lambda: "n\n", raising=False)
    ended = program("audit", "site", "https://example.org/blog")
    assert (ended.status, ended.out) == (2, "")
    for name in ("robots.txt", "blog", ".well-known/tdmrep.json", "ai.txt", "llms.txt"):
        assert f"  https://example.org/{name}\n" in ended.err
    assert ended.err.endswith("Fetch them now? [y/N] optout-tui: nothing was fetched\n")


def test_after_a_yes_the_site_is_looked_at(
    program: Program, site: LocalSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.terminals = {"stdin"}
    monkeypatch.setattr(sys.stdin, "readline", lambda: "y\n", raising=False)
    ended = program("audit", "site", site.url, "--allow-private", "--json")
    assert ended.status == 0
    told = json.loads(ended.out)
    assert (told["source"], told["access"]) == (site.url, "read")
    assert told["looked_at"][0] == f"{site.url}/robots.txt"
    assert len(site.asked) == 5


def test_one_crawler_asks_for_robots_txt_alone(program: Program, site: LocalSite) -> None:
    url = f"{site.url}/blog/"
    ended = program("audit", "site", url, "--agent", "GPTBot", "--allow-private", "--yes", "--json")
    assert json.loads(ended.out) == {
        "agent": "GPTBot", "path": "/blog/", "allowed": False, "line": len(NEEDED) + 1,
    }  # fmt: skip
    assert site.paths() == ["/robots.txt"]


def test_a_server_in_trouble_is_told(program: Program, site: LocalSite) -> None:
    site.pages["/robots.txt"] = Page(b"", 503)
    ended = program("audit", "site", site.url, "--allow-private", "--yes")
    assert ended.status == 0
    assert "robots.txt cannot be reached: careful crawlers stay away, for now." in ended.out
    assert "TO SHUT OUT" not in ended.out


def test_an_address_at_home_needs_leave(program: Program, site: LocalSite) -> None:
    ended = program("audit", "site", site.url, "--yes")
    assert (ended.status, ended.out) == (2, "")
    assert "is not on the open internet; add --allow-private" in ended.err
    assert site.asked == []


# -- proof -------------------------------------------------------------------------


@pytest.fixture
def kept(program: Program) -> Program:
    """The program with a checklist: one's own website, and a channel."""
    program.text(
        "new", "demo", "--region", "DE", "--account", "website:127.0.0.1",
        "--account", "youtube:@anika",
    )  # fmt: skip
    return program


def proof_of(program: Program, account: str) -> str:
    accounts = program.json("status", "demo")["accounts"]
    return str(next(one["proof"] for one in accounts if one["id"] == account))


def test_a_check_is_kept_on_the_account(kept: Program, site: LocalSite) -> None:
    words = ("audit", "site", site.url, "--allow-private", "--yes", "--record", "demo", "website")
    ended = kept(*words)
    assert ended.status == 0
    assert "check passed, all 10 training crawlers" in ended.out
    assert proof_of(kept, "website:127.0.0.1") == "machine-verified"
    site.pages["/robots.txt"] = Page(b"")
    told = json.loads(kept(*words, "--json").out)
    assert (told["passed"], told["revision"]) == (False, 3)
    assert told["evidence"]["kind"] == "check"
    assert told["report"]["access"] == "read"
    assert proof_of(kept, "website:127.0.0.1") == "none"


@pytest.mark.usefixtures("shut")
def test_a_check_that_fits_no_account_is_refused_before_anything_is_asked(kept: Program) -> None:
    def refused(account: str, name: str = "demo") -> str:
        return kept.refused("audit", "site", "https://x.org", "--yes", "--record", name, account)

    assert "website:127.0.0.1 is not about x.org" in refused("website")
    assert "is no account of website" in refused("youtube")
    assert "unknown" in refused("instagram")
    assert refused("website", "nobody")


def test_a_video_is_asked_for_at_one_address(
    kept: Program, site: LocalSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def here(video: str) -> str:
        return f"{site.url}/v3/videoTrainability?id={video}"

    path = f"/v3/videoTrainability?id={VIDEO}"
    monkeypatch.setattr(audit_video, "video_address", here)
    site.pages[path] = Page(json.dumps({"videoId": VIDEO, "permitted": ["all"]}).encode())
    words = ("audit", "video", f"https://youtu.be/{VIDEO}", "--allow-private", "--yes")
    ended = kept(*words)
    assert ended.out.startswith(f"{VIDEO}: any company may train on it\n")
    assert "nothing of Google's own training" in ended.out
    assert f"  {site.url}{path}\n" in ended.err
    assert json.loads(kept(*words, "--json").out) == {
        "video": VIDEO, "source": f"{site.url}{path}", "permitted": ["all"], "closed": False,
    }  # fmt: skip
    site.pages[path] = Page(json.dumps({"permitted": ["Party One"]}).encode())
    assert "these may train on it: Party One" in kept(*words).out
    site.pages[path] = Page(json.dumps({"permitted": ["none"]}).encode())
    assert "check passed, permitted: none" in kept(*words, "--record", "demo", "youtube").out
    assert proof_of(kept, "youtube:@anika") == "machine-verified"
    told = json.loads(kept(*words, "--record", "demo", "youtube", "--json").out)
    assert told["passed"]
    assert told["report"]["closed"]


@pytest.mark.usefixtures("shut")
def test_a_video_needs_a_yes_and_an_address(kept: Program) -> None:
    address = f"https://youtube.googleapis.com/youtube/v3/videoTrainability?id={VIDEO}"
    assert kept.refused("audit", "video", VIDEO) == (
        f"nobody to ask whether to fetch 1 address, {address} first; add --yes"
    )
    assert "is no address of a YouTube video" in kept.refused("audit", "video", "x", "--yes")
    refused = kept.refused("audit", "video", VIDEO, "--yes", "--record", "demo", "website")
    assert "is no account of youtube" in refused
