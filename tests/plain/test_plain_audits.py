"""What is public, on lines: an export, a website, a video, and what comes of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from optout_tui.audit.archive import audit
from optout_tui.audit.site import fetch
from optout_tui.checklist.model import Account
from optout_tui.journey.audit import sentence_for_letter, training_there
from optout_tui.journey.audit_text import report_text
from optout_tui.journey.desk import Desk
from optout_tui.journey.figures import figures_of
from optout_tui.safety.text import has_controls
from tests.audit.exports import chats, instagram
from tests.audit.exports.making import zipped
from tests.conftest import TODAY
from tests.local_site import LocalSite, Page, local_site
from tests.plain.conversation import talk
from tests.tui.exports import HTML, hostile
from tests.tui.hostile import CONTROLS

CLOSED = b"User-agent: *\nDisallow: /\n"


@pytest.fixture
def real(tmp_path: Path) -> Desk:
    """A desk with all that is true: somebody in Germany, with an account of each sort."""
    desk = Desk(tmp_path / "data", today=TODAY)
    accounts = [
        ("instagram", "@a"),
        ("website", "127.0.0.1"),
        ("youtube", "@a"),
        ("pinterest", "@a"),
    ]
    desk.create("Personal", "DE", accounts).save()
    return desk


@pytest.fixture
def export(tmp_path: Path) -> str:
    return str(zipped(tmp_path / "instagram.zip", instagram.instagram_2025()))


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalSite]:
    door = fetch.Door
    monkeypatch.setattr(fetch, "Door", lambda: door(allow_private=True))
    with local_site() as running:
        running.pages["/robots.txt"] = Page(CLOSED)
        yield running


def account(desk: Desk, platform: str = "instagram") -> Account:
    return desk.open("Personal").find_account(platform)


# -- exports ---------------------------------------------------------------------------


def test_an_export_is_told_as_the_command_tells_it_but_without_bars(
    real: Desk, export: str
) -> None:
    told = talk(real, "audit", "?", export, "", "no", "no", "quit", name="Personal")
    report = audit([Path(export)]).reports[0]
    there = training_there(real.knowledge, report, "DE")
    assert report_text(report, there, 80, bars=False) in told.text
    assert "━" in report_text(report, there, 80)
    assert "━" not in told.text
    assert "It is read here, and only counts are told." in told.words
    assert "its caption inside" not in told.text
    assert account(real).audits == ()
    assert "All is saved." in told.last()


def test_an_account_says_how_to_see_what_is_public(real: Desk) -> None:
    told = talk(real, "account", "4", "quit", name="Personal")
    assert told.text.count("Answer audit to see from your export what is public.") == 1


def test_figures_are_kept_after_a_yes_and_a_letter_takes_the_sentence(
    real: Desk, export: str, here: Path
) -> None:
    talk(
        real, "audit", export, "", "?", "yes", "yes", "letter", "objection", "file", "", "end",
        "quit", name="Personal",
    )  # fmt: skip
    report = audit([Path(export)]).reports[0]
    assert account(real).audits == (figures_of(report, real.now()),)
    written = (here / "instagram objection 2026-11-22.txt").read_text("utf-8")
    assert " ".join(sentence_for_letter(report).split()) in " ".join(written.split())


def test_a_letter_takes_a_sentence_from_kept_figures_once(real: Desk, export: str) -> None:
    talk(real, "audit", export, "", "yes", "no", "quit", name="Personal")
    told = talk(
        real, "letter", "objection", *[""] * 8, "audit", "audit", "end", "quit", name="Personal"
    )
    sentence = sentence_for_letter(audit([Path(export)]).reports[0])
    assert "take a sentence from your audit into your reasons" in told.text
    assert sentence in told.words
    assert "There is no audit: type a number" in told.words


def test_back_at_the_last_question_asks_the_first_again_and_at_that_keeps_nothing(
    real: Desk, export: str
) -> None:
    told = talk(real, "audit", export, "", "yes", "back", "no", "no", "quit", name="Personal")
    assert told.text.count("Keep these figures with Instagram @a?") == 2
    assert account(real).audits == ()
    told = talk(real, "audit", export, "", "back", "quit", name="Personal")
    assert "Nothing is kept." in told.text
    assert account(real).audits == ()


def test_back_leads_to_the_step_again(real: Desk, export: str) -> None:
    for answers in (["back"], [export, "back"]):
        told = talk(real, "audit", *answers, "quit", name="Personal")
        assert told.text.count("How did it go?") == 2
        assert account(real).audits == ()


def test_at_the_end_of_input_nothing_is_kept_that_was_not_said(real: Desk, export: str) -> None:
    for answers in ([], [export], [export, ""], [export, "", "yes"]):
        told = talk(real, "audit", *answers, name="Personal")
        assert (told.status, account(real).audits) == (0, ())
        assert told.last() == 'All is saved. Go on with: optout-tui --plain "Personal"'


def test_a_path_that_leads_nowhere_is_asked_for_again(
    real: Desk, export: str, tmp_path: Path
) -> None:
    told = talk(
        real, "audit", "", str(tmp_path / "none.zip"), "~no-one-here/x", export, "none", "", "quit",
        name="Personal",
    )  # fmt: skip
    assert "Type where it lies, such as ~/Downloads/export.zip." in told.text
    assert "none.zip" in told.text
    assert "There is no" in told.text
    assert "Nobody here is called ~no-one-here." in told.text
    assert "What you made" in told.text


def test_what_cannot_be_read_says_why_and_the_step_is_asked_about_again(
    real: Desk, tmp_path: Path
) -> None:
    path = str(zipped(tmp_path / "html.zip", HTML))
    told = talk(real, "audit", path, "", "quit", name="Personal")
    assert "JSON" in told.text
    assert told.text.count("How did it go?") == 2


def test_several_parts_are_read_together_and_another_platforms_figures_stay_out(
    real: Desk, export: str, tmp_path: Path
) -> None:
    other = str(zipped(tmp_path / "chatgpt.zip", chats.chatgpt_2026()))
    told = talk(real, "audit", export, other, "", "yes", "no", "quit", name="Personal")
    assert "\nChatGPT · 1 May 2025 to 1 May 2026\n" in told.text
    (kept,) = account(real).audits
    assert kept.items["posts"] == 5
    told = talk(real, "audit", other, "", "quit", name="Personal")
    assert "Nothing of it is about Instagram @a: there are no figures to keep." in told.words


def test_a_hostile_export_drives_no_terminal(real: Desk, tmp_path: Path) -> None:
    path = str(zipped(tmp_path / "bad.zip", hostile(CONTROLS)))
    told = talk(real, "audit", path, "", "yes", "yes", "letter", "", "quit", name="Personal")
    assert "Problems" in told.text
    assert not any(has_controls(line) for line in told.text.splitlines())
    assert len(account(real).audits) == 1


def test_it_is_offered_at_the_menu_and_says_what_cannot_be_read(real: Desk) -> None:
    words = ("menu", "audit", "4", "back", "more", "4", "audit", "back", "quit")
    told = talk(real, *words, name="Personal")
    assert told.text.count("Which account?") == 2
    assert "No export of Pinterest can be read here; those of Instagram, Threads" in told.words


def test_without_a_checklist_an_export_is_looked_at_and_nothing_kept(
    real: Desk, export: str
) -> None:
    told = talk(real, "audit", export, "", "quit")
    assert "What Instagram may train on in Germany" in told.text
    assert "Keep these figures" not in told.text
    assert account(real).audits == ()


def test_before_the_first_checklist_an_export_can_be_looked_at(tmp_path: Path, export: str) -> None:
    desk = Desk(tmp_path / "empty", today=TODAY)
    told = talk(desk, "audit", "back", "audit", export, "", "audit", str(tmp_path), "", "quit")
    assert "Type audit to see first how much of it is public." in told.words
    assert told.text.count("What you made") == 1
    assert told.text.count("Where do you live?") == 4
    assert desk.rows() == []
    talk(desk, "audit", export, "", "germany", "quit")
    assert [row.region for row in desk.rows()] == ["DE"]


# -- websites and videos ---------------------------------------------------------------


def test_a_robots_file_is_told_line_by_line_and_cannot_be_kept(real: Desk, tmp_path: Path) -> None:
    path = tmp_path / "robots.txt"
    path.write_text("User-agent: GPTBot\x1b[31m\nUser-agent: GPTBot\nDisallow: /\n", "utf-8")
    for answers in (["audit", str(path)], ["account", "2", "audit", str(tmp_path)]):
        told = talk(real, *answers, "quit", name="Personal")
        assert (
            "GPTBot of OpenAI: no for /, no for the whole site, obeys: yes, line 3 Disallow: /"
            in told.words
        )
        assert "Keep this check" not in told.text
        assert not any(has_controls(line) for line in told.text.splitlines())
    assert "GPTBot of OpenAI: no" in talk(real, "audit", str(path), "quit").text


def test_nothing_is_fetched_before_a_yes(real: Desk, site: LocalSite) -> None:
    told = talk(
        real, "audit", site.url, "?", "", "audit", site.url, "back", "quit", name="Personal"
    )
    assert f"  {site.url}/robots.txt\n" in told.text
    assert f"  {site.url}/.well-known/tdmrep.json\n" in told.text
    assert "Nothing was fetched." in told.text
    talk(real, "audit", site.url, name="Personal")
    assert site.asked == []


def test_a_check_of_the_own_website_is_kept_after_a_yes(real: Desk, site: LocalSite) -> None:
    words = ("account", "2", "audit")
    told = talk(real, *words, site.url, "yes", "no", "quit", name="Personal")
    assert site.paths()[0] == "/robots.txt"
    assert "The check is passed" in told.text
    assert account(real, "website").evidence == ()
    talk(real, *words, site.url, "yes", "yes", "quit", name="Personal")
    (kept,) = account(real, "website").evidence
    assert (kept.kind, kept.passed) == ("check", True)
    elsewhere = site.url.replace("127.0.0.1", "localhost")
    told = talk(real, *words, elsewhere, "yes", "yes", "quit", name="Personal")
    assert "is not about localhost" in told.words
    told = talk(real, *words, "?", "", "back", "quit", name="Personal")
    assert "[https://127.0.0.1]" in told.words


def test_a_website_is_looked_at_without_a_checklist(real: Desk, site: LocalSite) -> None:
    told = talk(real, "audit", site.url, "yes", "quit")
    assert "GPTBot of OpenAI: no for /" in told.words
    assert "Keep this check" not in told.text


def test_a_video_is_asked_about_and_kept(
    real: Desk, site: LocalSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages["/?id=jNQXAC9IVRw"] = Page(b'{"permitted": ["none"]}')
    monkeypatch.setattr(
        "optout_tui.plain.sites.video_address", lambda video: f"{site.url}/?id={video}"
    )
    words = ("account", "3", "audit")
    for typed in ("https://youtu.be/jNQXAC9IVRw", "jNQXAC9IVRw"):
        told = talk(real, *words, typed, "yes", "yes", "quit", name="Personal")
        assert "no other company may train on it" in told.words
        assert "nothing of Google's own training" in told.words
    assert [one.passed for one in account(real, "youtube").evidence] == [True, True]
    told = talk(real, *words, "https://example.org", "quit", name="Personal")
    assert "no address of a YouTube video" in told.words
