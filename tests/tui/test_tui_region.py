import pytest

from optout_tui.journey.desk import Desk
from optout_tui.tui.dialogs.pick import PickDialog
from optout_tui.tui.screens.platforms import PlatformsScreen
from optout_tui.tui.screens.region import RegionScreen
from optout_tui.tui.screens.start import StartScreen
from tests.tui.room import Room, entered


def listed(room: Room) -> list[str]:
    return room.at(RegionScreen).codes


async def test_a_first_start_says_in_one_sentence_what_this_is(empty: Desk) -> None:
    async with entered(empty) as room:
        said = "Keep what you post out of AI training. Nothing leaves this computer."
        assert said in room.text
        assert (
            room.bottom == "enter Use region   f2 Just compare   f3 Audit   ctrl+q Leave   f1 More"
        )
        assert not empty.data_dir.exists()


async def test_the_likely_region_stands_first_and_decides_nothing(empty: Desk) -> None:
    async with entered(empty) as room:
        assert listed(room)[0] == "DE"
        assert room.chosen == 0
        await room.press("ctrl+q")
    assert not empty.data_dir.exists()


@pytest.mark.parametrize(
    ("typed", "first"),
    [("germ", "DE"), ("deutsch", "DE"), ("DE", "DE"), ("brasil", "BR"), ("calif", "US-CA")],
)
async def test_typing_finds_by_name_native_name_or_code(
    empty: Desk, typed: str, first: str
) -> None:
    async with entered(empty) as room:
        await room.paste(typed)
        assert listed(room)[0] == first


async def test_beside_the_list_stands_what_the_law_gives(empty: Desk) -> None:
    async with entered(empty) as room:
        for said in (
            "You can object (GDPR Art. 21) and ask for erasure (Art. 17).",
            "Not an absolute right: a company may refuse with",
            "Public posts yes",
            "Reply due one month; two more if the company",
            "Authority The data protection authority of",
            "Checked 22 Nov 2026 · high confidence",
        ):
            assert said in room.text_in("#law")


async def test_where_no_right_was_found_it_says_so(empty: Desk) -> None:
    async with entered(empty) as room:
        await room.paste("niger")
        assert "No statutory right found in our table." in room.text
        assert "Platforms' own switches may still work here" in room.text_in("#law")
        await room.paste("united states")
        assert "No law in the United States gives a right" in room.text_in("#law")


async def test_the_arrows_move_along_the_list_while_the_field_keeps_the_focus(
    empty: Desk,
) -> None:
    async with entered(empty) as room:
        await room.press("n", "i", "down")
        assert room.chosen == 1
        await room.press("up", "g")
        assert room.at(RegionScreen).query_one("#typed").has_focus
        assert listed(room)[0] == "NE"


async def test_where_nothing_is_found_enter_does_nothing(empty: Desk) -> None:
    async with entered(empty) as room:
        await room.paste("zzzzzzzzzz")
        assert "Nothing found. Try a code such as DE." in room.text
        await room.press("enter")
        room.at(RegionScreen)
    assert not empty.data_dir.exists()


async def test_enter_makes_the_checklist_and_asks_for_accounts(empty: Desk) -> None:
    async with entered(empty) as room:
        await room.press("enter")
        room.at(PlatformsScreen)
        assert room.on_disk("Personal").region == "DE"
        assert room.bottom.endswith("Saved · revision 1")


async def test_a_question_mark_is_typed_and_f1_helps(empty: Desk) -> None:
    async with entered(empty) as room:
        await room.press("question_mark")
        room.at(RegionScreen)
        await room.press("f1")
        assert "Help: Where do you live?" in room.text


async def test_page_down_reads_on_in_what_the_law_says(empty: Desk) -> None:
    async with entered(empty, size=(60, 20)) as room:
        pane = room.at(RegionScreen).query_one("#law")
        await room.settle()
        assert pane.scroll_y == 0
        await room.press("pagedown")
        await room.settle()
        assert pane.scroll_y > 0
        await room.press("pageup")
        assert pane.scroll_y == 0


async def test_escape_goes_back_to_the_list_of_checklists(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("n", "enter")
        room.at(RegionScreen)
        await room.press("escape")
        room.at(StartScreen)
    assert "Personal 2" not in desk.store.names()


async def test_moving_house_puts_every_account_on_the_route_of_the_new_region(
    desk: Desk,
) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("a", "g")
        assert listed(room)[0] == "DE"
        await room.paste("united states")
        await room.press("enter")
        room.at(PlatformsScreen)
        assert room.top.endswith("United States")
        kept = room.on_disk()
        assert kept.region == "US"
        assert [account.route for account in kept.accounts] == ["limit-us", "setting", "none"]
        assert [mark.id for mark in kept.accounts[0].steps] == ["open-menu", "find-block"]


async def test_escape_moves_nobody(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("a", "g", "escape")
        room.at(PlatformsScreen)
        assert room.on_disk().region == "DE"


async def test_ctrl_l_asks_for_the_language_of_the_menus(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("a", "g", "ctrl+l")
        room.at(PickDialog)
        await room.press("down", "enter")
        room.at(RegionScreen)
        assert room.on_disk().labels == "de"
