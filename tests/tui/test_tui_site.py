"""One's own website and videos on the screen: asked first, fetched once, told by the line."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from optout_tui.audit.site import fetch
from optout_tui.journey.desk import Desk
from optout_tui.library.knowledge import knowledge
from optout_tui.tui.dialogs.fetch import FetchDialog
from optout_tui.tui.screens.audit import AuditScreen
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.screens.site import SiteScreen
from tests.local_site import LocalSite, Page, local_site
from tests.tui.desks import TODAY
from tests.tui.exports import downloads, put_robots
from tests.tui.hostile import check_harmless
from tests.tui.room import Room, entered

OPEN = b"User-agent: GPTBot\nDisallow: /\n"
TALL = (120, 120)


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with local_site() as running:
        running.pages["/robots.txt"] = Page(OPEN)
        yield running


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every door leads to this computer too."""
    door = fetch.Door
    monkeypatch.setattr(fetch, "Door", lambda: door(allow_private=True))


@pytest.fixture
def owner(tmp_path: Path) -> Desk:
    """Somebody with a website and a channel, in the real world."""
    desk = Desk(tmp_path / "data", today=TODAY, facts=knowledge())
    desk.create("Personal", "DE", [("website", "127.0.0.1"), ("youtube", "@anika")])
    return desk


async def ask(room: Room, address: str) -> SiteScreen:
    await room.press("d")
    screen = room.at(SiteScreen)
    await room.paste(address)
    await room.press("enter")
    return screen


@pytest.mark.usefixtures("at_home")
async def test_it_names_every_address_and_fetches_nothing_before_a_yes(
    owner: Desk, site: LocalSite
) -> None:
    async with entered(owner, "Personal", size=TALL) as room:
        await ask(room, site.url)
        room.at(FetchDialog)
        for name in ("/robots.txt", "/.well-known/tdmrep.json", "/ai.txt", "/llms.txt"):
            assert f"{site.url}{name}" in room.text_in("#box")
        await room.press("enter")
        room.at(FetchDialog)
        await room.press("escape")
        assert site.asked == []
        assert "Keep the check" not in room.bottom


@pytest.mark.usefixtures("at_home")
async def test_it_tells_who_may_train_by_which_line_and_what_to_add(
    owner: Desk, site: LocalSite, quiet_computer: list[str]
) -> None:
    async with entered(owner, "Personal", size=TALL) as room:
        await ask(room, site.url)
        await room.press("y")
        assert site.paths()[0] == "/robots.txt"
        assert "GPTBot no 2 Disallow: / OpenAI" in room.text
        assert "ClaudeBot yes no line Anthropic" in room.text
        assert "+User-agent: ClaudeBot" in room.text
        await room.press("y")
        assert "User-agent: ClaudeBot" in quiet_computer[-1]


@pytest.mark.usefixtures("at_home")
async def test_the_check_is_kept_only_with_a_yes_and_only_on_the_site_it_is_about(
    owner: Desk, site: LocalSite
) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /\n")
    async with entered(owner, "Personal", size=TALL) as room:
        await ask(room, site.url)
        await room.press("y", "k", "escape")
        assert room.here.accounts[0].evidence == ()
        await room.press("k", "y")
        (kept,) = room.on_disk().accounts[0].evidence
        assert (kept.kind, kept.passed) == ("check", True)
        assert room.app.session is not None
        assert room.app.session.view("website:127.0.0.1").proof == "machine-verified"
        await room.press("slash")
        await room.paste(site.url.replace("127.0.0.1", "localhost"))
        await room.press("enter", "y", "k", "y")
        assert "is not about localhost" in room.told[-1]
        await room.press("escape")
        room.at(GuideScreen)


async def test_the_address_of_the_account_is_suggested(owner: Desk) -> None:
    async with entered(owner, "Personal") as room:
        await room.press("d")
        assert room.screen.query_one(Input).value == "https://127.0.0.1"
        await room.press("enter", "y")
        assert "is not on the open internet" in room.text


@pytest.mark.usefixtures("at_home")
async def test_what_cannot_be_reached_or_is_no_address_is_said(
    owner: Desk, site: LocalSite
) -> None:
    async with entered(owner, "Personal") as room:
        await ask(room, "https://[")
        assert room.told
        site.pages["/robots.txt"] = Page(status=500)
        await room.paste(f"{site.url}/")
        await room.press("enter", "y")
        assert "robots.txt cannot be reached" in room.text_in("#told")


async def test_a_robots_file_is_told_of_and_cannot_be_kept(owner: Desk) -> None:
    hostile = "User-agent: [/]\x1b[31m\nDisallow: /[b]\nDissalow: /\n"
    path = put_robots(downloads(owner), hostile)
    async with entered(owner, "Personal", size=TALL) as room:
        await ask(room, str(path))
        assert "robots.txt was read." in room.text
        check_harmless(room, "site")
        assert "WHAT MAY NOT BE READ AS IT WAS MEANT" in room.text
        assert "Keep the check" not in room.bottom
        await room.press("slash")
        await room.paste("none.txt")
        await room.press("enter")
        assert "none.txt" in room.told[-1]


async def test_an_address_or_a_robots_file_leads_from_the_audit_to_the_site(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("a", "slash")
        await room.paste("https://example.org")
        await room.press("enter")
        room.at(FetchDialog)
        await room.press("escape", "escape")
        room.at(AuditScreen)
        await room.press("escape", "end", "enter")
        room.at(SiteScreen)
        assert "robots.txt was read." in room.text


@pytest.mark.usefixtures("at_home")
async def test_a_video_is_asked_about_and_kept(
    owner: Desk, site: LocalSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages["/?id=jNQXAC9IVRw"] = Page(b'{"permitted": ["none"]}')
    monkeypatch.setattr(
        "optout_tui.tui.screens.site.video_address", lambda video: f"{site.url}/?id={video}"
    )
    async with entered(owner, "Personal") as room:
        await room.press("tab")
        await ask(room, "https://youtu.be/jNQXAC9IVRw")
        assert f"{site.url}/?id=jNQXAC9IVRw" in room.text_in("#box")
        await room.press("y")
        assert "no other company may train on it" in room.text
        assert "nothing of Google's own training" in room.text
        await room.press("k", "y")
        (kept,) = room.on_disk().accounts[1].evidence
        assert kept.passed
        await room.press("slash")
        await room.paste("https://example.org")
        await room.press("enter")
        assert "no address of a YouTube video" in room.told[-1]


@pytest.mark.usefixtures("at_home")
async def test_fetching_is_stopped_with_escape(owner: Desk, site: LocalSite) -> None:
    let_go = threading.Event()

    def slow(_: object) -> None:
        let_go.wait(20)

    site.pages["/robots.txt"] = Page(slow)
    async with entered(owner, "Personal") as room:
        screen = await ask(room, site.url)
        await room.pilot.press("y")
        await room.pilot.pause()
        await room.pilot.press("escape")
        while not room.text_in("#told").startswith("Stopped."):
            await room.pilot.pause()
        let_go.set()
        assert room.screen is screen
