"""What the mouse does, and what the palette finds."""

from pathlib import Path

import pytest
from textual.command import CommandPalette

from optout_tui.journey.desk import Desk
from optout_tui.tui.dialogs.export import ExportDialog
from optout_tui.tui.dialogs.help import HelpDialog
from optout_tui.tui.dialogs.link import LinkDialog
from optout_tui.tui.dialogs.problem import ProblemDialog
from optout_tui.tui.dialogs.sent import SentDialog
from optout_tui.tui.screens.compare import CompareScreen
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.screens.platforms import PlatformsScreen
from optout_tui.tui.screens.start import StartScreen
from optout_tui.tui.screens.summary import SummaryScreen
from optout_tui.tui.widgets.page import Page
from tests.tui.room import Room, entered


async def click(room: Room, words: str, nth: int = 0) -> None:
    """Click the *nth* place where *words* stand, counted from the top."""
    places = [(line.index(words), y) for y, line in enumerate(room.lines) if words in line]
    await room.pilot.click(offset=places[nth])
    await room.settle()


async def test_a_click_on_a_key_of_the_bottom_line_does_what_the_key_does(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await click(room, "space Done", -1)
        assert room.on_disk().accounts[0].steps[-1].id == "open-form"
        assert room.step == "fill-in"
        await click(room, "p Problem", -1)
        room.at(ProblemDialog)
        await room.press("escape")
        await click(room, "? More", -1)
        room.at(HelpDialog)


@pytest.mark.parametrize(
    ("words", "screen"),
    [("enter Open", GuideScreen), ("c Compare", CompareScreen)],
)
async def test_the_bottom_line_of_start_can_be_clicked(
    desk: Desk, words: str, screen: type[Page]
) -> None:
    async with entered(desk) as room:
        await click(room, words, -1)
        room.at(screen)


async def test_a_click_between_the_keys_does_nothing(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        for x in (0, 13, 60, 99):
            await room.pilot.click(offset=(x, 29))
        await room.settle()
        room.at(GuideScreen)
        assert room.step == "open-form"


async def test_a_click_on_a_step_chooses_it_and_ticks_nothing(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await click(room, "Send it")
        assert room.step == "send"
        assert room.text_in("#step").startswith("Settings › Privacy Center › Objection form")
        await click(room, "PROOF")
        assert room.step == "send"
        assert room.on_disk().revision == 2


async def test_a_click_on_a_checklist_opens_it(desk: Desk) -> None:
    async with entered(desk) as room:
        await click(room, "Waiting")
        assert room.guide.session.name == "Waiting"


async def test_a_click_on_a_region_uses_it(empty: Desk) -> None:
    async with entered(empty) as room:
        await click(room, "Brazil")
        room.at(PlatformsScreen)
        assert room.on_disk().region == "BR"


async def test_a_click_on_a_platform_ticks_it(empty: Desk) -> None:
    empty.create("Personal", "DE")
    async with entered(empty, "Personal") as room:
        await click(room, "DeviantArt")
        assert "[x] DeviantArt" in room.text
        room.at(PlatformsScreen)
        await click(room, "DeviantArt")
        assert "[ ] DeviantArt" in room.text
        await click(room, "[ ] Instagram")
        assert room.at(PlatformsScreen).query_one("#handle").has_focus


async def test_a_click_on_a_platform_shows_what_it_trains_on(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("c")
        await click(room, " X ", 0)
        room.at(CompareScreen)
        assert "X (X Corp.)" in room.text_in("#details")


async def test_a_click_in_a_dialog_chooses_and_only_enter_answers(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("send")
        await room.press("space")
        await click(room, "by letter")
        room.at(SentDialog)
        await room.press("enter")
        assert room.on_disk().accounts[0].requests[0].channel == "letter"


async def test_a_click_on_a_link_names_its_host_before_anything_opens(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", opened.append)
    async with entered(desk, "Personal") as room:
        await room.press("o")
        await click(room, "https://help.instagram.com")
        room.at(LinkDialog)
        assert opened == []
        assert "Leads to help.instagram.com" in room.text


async def test_a_click_on_a_format_suggests_its_file_and_writes_nothing(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("f", "x")
        await click(room, "JSON: for other programs")
        dialog = room.at(ExportDialog)
        assert dialog.query_one("#file").value.endswith(".json")  # type: ignore[attr-defined]
        assert list(Path.cwd().iterdir()) == []


async def test_a_click_on_a_menu_language_answers(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("L")
        await click(room, "Deutsch")
        room.at(GuideScreen)
        assert room.on_disk().labels == "de"


# -- the palette ---------------------------------------------------------------


async def offered(room: Room) -> list[str]:
    """The names the palette offers before anything is typed."""
    await room.press("ctrl+p")
    room.at(CommandPalette)
    listing = room.screen.query_one("CommandList")
    return [str(option.prompt).split("\n")[0] for option in listing.options]  # type: ignore[attr-defined]


async def test_the_palette_lists_every_checklist_account_and_action(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        bindings = [b.description for b in room.guide.bindings_here() if "palette" not in b.action]
        found = await offered(room)
        for name in desk.store.names():
            assert f"Open {name}" in found
        for label in ("Instagram @anika", "X @anika", "DeviantArt"):
            assert f"Go to {label}" in found
        assert set(bindings) <= set(found)
        assert len(found) == len(set(found)), "each once"


@pytest.mark.parametrize("keys", [(), ("c",), ("n", "enter")])
async def test_every_page_offers_the_theme_leaving_and_the_checklists(
    desk: Desk, keys: tuple[str, ...]
) -> None:
    async with entered(desk) as room:
        await room.press(*keys)
        found = await offered(room)
        assert {"Theme: high contrast", "Leave", "Open Personal"} <= set(found)
        assert len(found) == len(set(found)), "each once"


async def run_by_name(room: Room, name: str) -> None:
    await room.press("ctrl+p")
    await room.paste(name)
    await room.press("enter")


async def test_the_palette_opens_a_checklist_from_anywhere(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await run_by_name(room, "Open Abroad")
        assert room.guide.session.name == "Abroad"
        await room.press("f")
        await run_by_name(room, "Open Waiting")
        assert room.guide.session.name == "Waiting"
        await room.press("escape")
        room.at(StartScreen)
        assert len(room.app.screen_stack) == 2


async def test_the_palette_goes_to_an_account(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await run_by_name(room, "Go to X")
        assert room.guide.account_id == "x:@anika"


async def test_the_palette_does_what_a_key_does(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await run_by_name(room, "Skip")
        assert room.on_disk().accounts[0].steps[-1].state == "skipped"
        await run_by_name(room, "Finish")
        room.at(SummaryScreen)
        await run_by_name(room, "Theme: high contrast")
        assert room.app.theme == "optout-contrast"
