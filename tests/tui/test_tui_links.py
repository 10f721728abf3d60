"""The guide's links: shown whole, opened only when asked, copied, drawn for the phone."""

import pytest

from optout_tui.journey.desk import Desk
from optout_tui.tui.dialogs.link import LinkDialog
from optout_tui.tui.dialogs.qr import QrDialog
from optout_tui.tui.screens.guide import GuideScreen
from tests.tui.room import entered

FIRST_LINK = "https://www.instagram.com/privacy/center/"


async def test_o_shows_the_whole_address_and_its_host_and_opens_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setenv("DISPLAY", ":0")

    def browse(link: str) -> bool:
        opened.append(link)
        return True

    monkeypatch.setattr("webbrowser.open", browse)
    async with entered(desk, "Personal") as room:
        await room.press("o")
        room.at(LinkDialog)
        assert FIRST_LINK in room.text
        assert "Leads to www.instagram.com" in room.text
        await room.press("down")
        assert "Leads to help.instagram.com" in room.text
        assert opened == []
        await room.press("up", "enter")
        assert opened == [FIRST_LINK]
        room.at(GuideScreen)


async def test_without_a_browser_it_says_so_and_nothing_is_started(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(link: str) -> bool:
        raise AssertionError(link)

    monkeypatch.setattr("webbrowser.open", never)
    async with entered(desk, "Personal") as room:
        await room.press("o")
        assert "No browser with a window was found here." in room.text
        await room.press("enter")
        room.at(LinkDialog)
        assert room.told == ["no browser was found here; copy the address with y"]
        await room.press("escape")
        room.at(GuideScreen)


async def test_y_sends_the_first_link_to_the_clipboard(
    desk: Desk, quiet_computer: list[str]
) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("y")
        assert quiet_computer == [FIRST_LINK]
        assert room.app.clipboard == FIRST_LINK
        assert room.told == [f"Sent to the clipboard: {FIRST_LINK}"]
        await room.press("o", "down", "y")
        assert quiet_computer[1:] == ["https://help.instagram.com/contact/1"]


async def test_r_draws_the_link_and_space_the_next_one(desk: Desk) -> None:
    async with entered(desk, "Personal", size=(100, 40)) as room:
        await room.press("r")
        room.at(QrDialog)
        first = "\n".join(room.lines)
        assert "█▀▀▀▀▀█" in first
        assert f"1 of 2: {FIRST_LINK}" in room.text
        assert "Leads to www.instagram.com" in room.text
        await room.press("space")
        assert "2 of 2: https://help.instagram.com/contact/1" in room.text
        assert "\n".join(room.lines) != first
        await room.press("left", "enter")
        room.at(GuideScreen)


async def test_where_the_code_does_not_fit_only_the_address_is_shown(desk: Desk) -> None:
    async with entered(desk, "Personal", size=(80, 20)) as room:
        await room.press("r")
        assert "There is no room to draw the code here." in room.text
        assert "█▀▀▀▀▀█" not in "\n".join(room.lines)


@pytest.mark.parametrize("key", ["o", "r", "y"])
async def test_a_step_without_a_link_says_so(desk: Desk, key: str) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("fill-in")
        await room.press(key)
        room.at(GuideScreen)
        assert room.told == ["This step has no link: follow the menu."]
