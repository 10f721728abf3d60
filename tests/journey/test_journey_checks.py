"""What the program checked itself is kept as proof, and only where it is about the account."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from optout_tui.audit.site.addresses import site_addresses
from optout_tui.audit.site.fetch import Door, PrivateHost
from optout_tui.audit.site.video import video_address
from optout_tui.checklist.model import Account
from optout_tui.journey import site_audit
from optout_tui.journey.checks import Check, fitting_account, record_check, site_check, video_check
from optout_tui.journey.desk import Desk
from optout_tui.journey.proofs import proof
from optout_tui.journey.session import Session
from optout_tui.library.knowledge import knowledge
from optout_tui.safety.limits import BadFile
from optout_tui.safety.refusal import Refusal
from tests.local_site import LocalSite, Page, local_site

TABLE = knowledge().crawlers
NEEDED = [crawler.token for crawler in TABLE.crawlers if crawler.needed]
ALL_OUT = "".join(f"User-agent: {token}\n" for token in NEEDED).encode() + b"Disallow: /\n"
VIDEO = "jNQXAC9IVRw"


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with local_site() as running:
        yield running


@pytest.fixture
def door() -> Door:
    return Door(allow_private=True)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    desk = Desk(tmp_path / "data", today=date(2026, 11, 23))
    accounts = [("website", "127.0.0.1"), ("youtube", "@anika"), ("x", "@anika")]
    return desk.create("Personal", "DE", accounts)


def look(site: LocalSite, door: Door) -> Check:
    report = site_audit.audit_site(site.url, site_addresses(site.url), TABLE, "/", door)
    return site_check(site.url, report)


def account(session: Session, name: str) -> Account:
    return session.find_account(name)


def step_state(session: Session, name: str, step: str) -> str:
    return next(v.state for v in session.view(account(session, name).id).steps if v.step.id == step)


# -- a website ---------------------------------------------------------------------


def test_a_site_that_shuts_all_out_makes_its_account_machine_verified(
    site: LocalSite, door: Door, session: Session
) -> None:
    site.pages["/robots.txt"] = Page(ALL_OUT)
    check = look(site, door)
    assert check.passed
    assert session.view("website:127.0.0.1").proof == "none"
    made = record_check(session, "website", check)
    assert (made.kind, made.passed, made.reference) == ("check", True, f"{site.url}/robots.txt")
    assert made.note == f"all {len(NEEDED)} training crawlers that the guide names are shut out"
    assert session.view("website:127.0.0.1").proof == "machine-verified"
    assert step_state(session, "website", "check-live") == "done"
    session.save()
    kept = session.place.open("Personal")  # type: ignore[attr-defined]
    assert kept.view("website:127.0.0.1").proof == "machine-verified"


def test_a_site_that_was_opened_again_is_verified_no_more(
    site: LocalSite, door: Door, session: Session
) -> None:
    site.pages["/robots.txt"] = Page(ALL_OUT)
    record_check(session, "website", look(site, door))
    site.pages["/robots.txt"] = Page(ALL_OUT.replace(b"User-agent: GPTBot\n", b""))
    made = record_check(session, "website", look(site, door))
    assert (made.passed, made.note) == (False, "not shut out: GPTBot")
    assert session.view("website:127.0.0.1").proof == "none"
    site.pages["/robots.txt"] = Page(ALL_OUT)
    record_check(session, "website", look(site, door))
    assert session.view("website:127.0.0.1").proof == "machine-verified"


def test_a_check_that_failed_ticks_nothing(site: LocalSite, door: Door, session: Session) -> None:
    made = record_check(session, "website", look(site, door))
    assert (made.passed, made.note) == (False, "robots.txt: missing")
    assert step_state(session, "website", "check-live") == "todo"
    assert session.view("website:127.0.0.1").proof == "none"


def test_recording_is_one_change_that_can_be_taken_back(
    site: LocalSite, door: Door, session: Session
) -> None:
    site.pages["/robots.txt"] = Page(ALL_OUT)
    before = session.checklist
    record_check(session, "website", look(site, door))
    session.undo()
    assert session.checklist == before


@pytest.mark.parametrize(
    ("handle", "host", "fits"),
    [
        ("example.org", "example.org", True),
        ("https://www.Example.org/blog", "example.org", True),
        ("example.org", "www.example.org", True),
        ("müller.de", "xn--mller-kva.de", True),
        ("example.org:8080", "example.org", True),
        ("my blog", "example.org", False),
        ("example.org", "blog.example.org", False),
        ("example.org", "example.org.evil.com", False),
    ],
)
def test_a_check_is_kept_on_the_account_of_that_host_alone(
    tmp_path: Path, handle: str, host: str, fits: bool
) -> None:
    session = Desk(tmp_path).create("Site", "DE", [("website", handle)])
    if fits:
        assert fitting_account(session, "website", "website", host).handle == handle
    else:
        with pytest.raises(Refusal, match="is not about"):
            fitting_account(session, "website", "website", host)


def test_a_check_of_another_platform_is_refused(session: Session) -> None:
    with pytest.raises(Refusal, match="x:@anika is no account of website"):
        record_check(session, "x", Check("website", passed=True, reference="r", note="n"))
    assert not account(session, "x").evidence


# -- a video -----------------------------------------------------------------------


def ask(site: LocalSite, door: Door, body: object) -> Check:
    site.pages[f"/trainability?id={VIDEO}"] = Page(json.dumps(body).encode())
    address = video_address(VIDEO, f"{site.url}/trainability")
    return video_check(site_audit.audit_video(VIDEO, address, door))


def test_a_video_that_nobody_may_train_on_verifies_the_channel(
    site: LocalSite, door: Door, session: Session
) -> None:
    check = ask(site, door, {"videoId": VIDEO, "permitted": ["none"]})
    assert site.paths() == [f"/trainability?id={VIDEO}"]
    record_check(session, "youtube", check)
    assert session.view("youtube:@anika").proof == "machine-verified"
    assert step_state(session, "youtube", "look-from-outside") == "done"


def test_one_open_video_of_two_is_one_too_many(
    site: LocalSite, door: Door, session: Session
) -> None:
    record_check(session, "youtube", ask(site, door, {"permitted": ["none"]}))
    other = Check("youtube", passed=False, reference="https://other", note="permitted: all")
    record_check(session, "youtube", other)
    assert session.view("youtube:@anika").proof == "none"


def test_a_video_whose_answer_does_not_come_is_refused(site: LocalSite, door: Door) -> None:
    site.redirect("/t?id=x", "/t?id=x")
    with pytest.raises(Refusal, match="leads on more than 5 times"):
        site_audit.audit_video(VIDEO, f"{site.url}/t?id=x", door)


def test_a_check_ticked_by_hand_speaks_against_nothing(
    site: LocalSite, door: Door, session: Session
) -> None:
    """Older versions kept one where a person ticked the step in plain mode."""
    proof(session, "website", "check", reference="looked")
    assert session.view("website:127.0.0.1").proof == "none"
    site.pages["/robots.txt"] = Page(ALL_OUT)
    record_check(session, "website", look(site, door))
    assert session.view("website:127.0.0.1").proof == "machine-verified"


def test_a_step_that_asks_for_a_check_asks_nobody_what_they_hold(session: Session) -> None:
    for name, step in (("website", "check-live"), ("youtube", "look-from-outside")):
        view = session.view(account(session, name).id)
        found = next(one.step for one in view.steps if one.step.id == step)
        assert (found.evidence, found.leaves_proof) == ("check", False)


# -- looking -----------------------------------------------------------------------


def test_only_the_named_addresses_are_fetched(site: LocalSite, door: Door) -> None:
    site.pages["/robots.txt"] = Page(ALL_OUT)
    site.pages["/blog/"] = Page(b'<meta name="robots" content="noai"><img src="/pixel">')
    addresses = site_addresses(f"{site.url}/blog/")
    report = site_audit.audit_site(f"{site.url}/blog/", addresses, TABLE, "/blog/", door)
    assert site.paths() == [
        "/robots.txt", "/blog/", "/.well-known/tdmrep.json", "/ai.txt", "/llms.txt",
    ]  # fmt: skip
    assert [signal.kind for signal in report.signals] == ["meta-robots"]
    assert report.still_open == ()


def test_a_robots_txt_of_another_host_counts_where_the_site_leads_there(
    site: LocalSite, door: Door
) -> None:
    with local_site() as other:
        other.pages["/r"] = Page(ALL_OUT)
        site.redirect("/robots.txt", f"{other.url}/r", 301)
        assert look(site, door).passed


def test_a_site_that_is_not_there_is_refused(site: LocalSite, door: Door) -> None:
    site.server.server_close()
    with pytest.raises(Refusal, match=r"127\.0\.0\.1: cannot be reached"):
        look(site, door)


def test_a_site_at_home_is_refused_without_leave(site: LocalSite) -> None:
    with pytest.raises(PrivateHost):
        look(site, Door())
    assert site.asked == []


def test_a_file_is_known_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<meta name="robots" content="noai">', "utf-8")
    (tmp_path / "live.txt").write_bytes(ALL_OUT)
    page = site_audit.audit_file(tmp_path / "index.html", TABLE, "/")
    robots = site_audit.audit_file(tmp_path / "live.txt", TABLE, "/")
    assert (page.access, robots.access) == ("not asked", "read")
    assert [signal.kind for signal in page.signals] == ["meta-robots"]


def test_a_folder_is_looked_at_as_a_site(tmp_path: Path) -> None:
    (tmp_path / ".well-known").mkdir()
    tdm = [{"location": "/", "tdm-reservation": 1}]
    (tmp_path / ".well-known/tdmrep.json").write_text(json.dumps(tdm), "utf-8")
    report = site_audit.audit_file(tmp_path, TABLE, "/")
    assert report.access == "missing"
    assert [signal.value for signal in report.signals] == ["reserved for /"]
    (tmp_path / "robots.txt").write_bytes(ALL_OUT)
    assert site_audit.audit_file(tmp_path, TABLE, "/").access == "read"


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"robots\.txt: No such file"):
        site_audit.audit_file(tmp_path / "robots.txt", TABLE, "/")
    with pytest.raises(BadFile):
        site_audit.audit_file(tmp_path / ("x" * 300), TABLE, "/")


# -- what is asked for -------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "name"),
    [("GPTBot", "GPTBot"), ("GPTBot/1.2", "GPTBot"), ("*", "*"), ("AI2Bot", "AI2Bot"),
     ("ChatGPT Agent", "ChatGPT Agent"), ("quillbot.com", "quillbot.com")],
)  # fmt: skip
def test_a_crawlers_name_goes_without_its_version(given: str, name: str) -> None:
    assert site_audit.crawler_name(given) == name


@pytest.mark.parametrize(
    "given", ["", " ", "Mozilla/5.0 (compatible; GPTBot/1.2)", "x" * 101, "GPT\x00", "a;b", "/1"]
)
def test_what_is_no_crawlers_name_is_refused(given: str) -> None:
    with pytest.raises(Refusal, match="write it as GPTBot"):
        site_audit.crawler_name(given)


def test_the_path_is_given_or_that_of_the_address() -> None:
    assert site_audit.asked_path(None) == "/"
    assert site_audit.asked_path(None, "https://x.org/blog/?a") == "/blog/?a"
    assert site_audit.asked_path(None, "https://x.org/robots.txt") == "/"
    assert site_audit.asked_path("/a#b", "https://x.org/blog/") == "/a"


@pytest.mark.parametrize("given", ["", "blog", "https://x.org/", "/\x1b", "/" + "x" * 2000])
def test_what_is_no_path_is_refused(given: str) -> None:
    with pytest.raises(Refusal, match="write it as /blog/"):
        site_audit.asked_path(given)
