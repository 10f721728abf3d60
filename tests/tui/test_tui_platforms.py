import pytest

from optout_tui.journey.desk import Desk
from optout_tui.tui.dialogs.confirm import ConfirmDialog
from optout_tui.tui.screens.compare import CompareScreen
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.screens.platforms import PlatformsScreen
from optout_tui.tui.screens.region import RegionScreen
from optout_tui.tui.screens.start import StartScreen
from tests.tui.desks import count_on_x
from tests.tui.room import Room, entered


@pytest.fixture
def bare(empty: Desk) -> Desk:
    """A desk with one checklist that has no accounts yet."""
    empty.create("Personal", "DE")
    return empty


def accounts(room: Room) -> list[str]:
    return [account.id for account in room.on_disk().accounts]


async def test_each_line_says_what_can_be_done_in_this_region(bare: Desk) -> None:
    async with entered(bare, "Personal") as room:
        room.at(PlatformsScreen)
        assert room.top.endswith("Germany")
        assert "[ ] Instagram object with a form on by default about 8 min" in room.text
        assert "[ ] X turn off a switch on by default about 2 min" in room.text
        assert "[ ] DeviantArt nothing to do does not train no time" in room.text
        assert "Instagram trains on · public posts and comments" in room.text


async def test_space_asks_for_the_handle_and_nothing_is_saved_before_going_on(
    bare: Desk,
) -> None:
    async with entered(bare, "Personal") as room:
        await room.press("space")
        assert "handle on Instagram; several: with commas" in room.text
        await room.press(*"@a", "enter")
        assert "[x] Instagram @a object with a form" in room.text
        assert accounts(room) == []
        await room.press("enter")
        assert room.step == "open-menu"
        assert accounts(room) == ["instagram:@a"]
        assert room.bottom.endswith("Saved · revision 2")


async def test_several_handles_are_typed_with_commas_and_said_once(bare: Desk) -> None:
    async with entered(bare, "Personal") as room:
        await room.press("space")
        await room.paste(" @anika, @studio.nord ,,@anika")
        await room.press("enter", "enter")
        assert accounts(room) == ["instagram:@anika", "instagram:@studio.nord"]


async def test_a_platform_that_needs_no_handle_is_ticked_at_once(bare: Desk) -> None:
    async with entered(bare, "Personal") as room:
        await room.press("down", "down", "space")
        assert "[x] DeviantArt your account nothing to do" in room.text
        await room.press("space")
        assert "[ ] DeviantArt" in room.text


async def test_going_on_without_an_account_says_what_to_do(bare: Desk) -> None:
    async with entered(bare, "Personal") as room:
        await room.press("enter")
        room.at(PlatformsScreen)
        assert room.told == ["Tick at least one platform with space."]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "Instagram needs a handle: instagram:@name"),
        ("x" * 201, "the handle for Instagram is longer than 200 characters"),
    ],
)
async def test_a_refused_handle_leaves_the_field_open(bare: Desk, typed: str, reason: str) -> None:
    async with entered(bare, "Personal") as room:
        await room.press("space")
        await room.paste(typed)
        await room.press("enter")
        assert room.told == [reason]
        assert room.at(PlatformsScreen).query_one("#handle").has_focus
        assert room.at(PlatformsScreen).ticked.handles == {}


async def test_what_could_drive_a_terminal_is_typed_as_something_seen(bare: Desk) -> None:
    async with entered(bare, "Personal") as room:
        await room.press("space")
        await room.paste("@a\x1b[2J\u202e")
        assert "@a␛[2J<U+202E>" in room.text
        await room.press("enter", "enter")
        assert accounts(room) == ["instagram:@a␛[2J<U+202E>"]


async def test_the_handles_go_to_the_platform_they_were_asked_for(bare: Desk) -> None:
    async with entered(bare, "Personal") as room:
        await room.press("h", "tab", "down", "tab")
        assert "handle on Instagram" in room.text
        await room.paste("@anika")
        await room.press("enter")
        assert room.at(PlatformsScreen).ticked.handles == {"instagram": ["@anika"]}


async def test_an_account_with_work_in_it_goes_only_after_y(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("a", "space", "enter")
        room.at(ConfirmDialog)
        assert "These accounts go, with everything ticked and noted: instagram:@anika." in room.text
        await room.press("enter", "escape")
        room.at(PlatformsScreen)
        assert accounts(room)[0] == "instagram:@anika"
        await room.press("enter", "y")
        room.at(GuideScreen)
        assert accounts(room) == ["x:@anika", "deviantart"]


async def test_undo_brings_a_removed_account_back(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("a", "space", "enter", "y", "u")
        assert accounts(room) == ["instagram:@anika", "x:@anika", "deviantart"]
        assert len(room.on_disk().accounts[0].steps) == 2


async def test_an_account_without_work_goes_at_once(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("a", "down", "space", "enter")
        room.at(GuideScreen)
        assert accounts(room) == ["instagram:@anika", "deviantart"]


async def test_h_adds_a_second_account_and_the_first_keeps_its_ticks(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("a", "h")
        await room.paste("@anika, @two")
        await room.press("enter", "enter")
        assert "instagram:@two" in accounts(room)
        assert len(room.on_disk().accounts[0].steps) == 2


async def test_c_compares_and_g_asks_for_the_region(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("a", "c")
        room.at(CompareScreen)
        await room.press("escape", "g")
        room.at(RegionScreen)


async def test_escape_closes_the_field_first_then_goes_back(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("a", "h", "escape")
        assert not room.at(PlatformsScreen).query_one("#handle").display
        assert room.at(PlatformsScreen).query_one("#platforms").has_focus
        await room.press("escape")
        room.at(GuideScreen)


async def test_escape_without_an_account_goes_to_the_list_of_checklists(bare: Desk) -> None:
    async with entered(bare, "Personal") as room:
        await room.press("escape")
        room.at(StartScreen)


async def test_an_account_whose_guide_is_unknown_stays(desk: Desk) -> None:
    path = desk.store.path("Personal")
    added = '\n[[accounts]]\nid = "myspace:@a"\nplatform = "myspace"\nhandle = "@a"\nroute = "r"\n'
    path.write_text(path.read_text("utf-8") + added, "utf-8")
    async with entered(desk, "Personal") as room:
        await room.press("shift+tab")
        assert "No guide knows this platform." in room.text
        await room.press("space", "s", "p", "o", "w", "i", "n", "a", "enter")
        assert accounts(room)[-1] == "myspace:@a"


async def test_where_the_most_is_public_comes_first_with_the_reason(desk: Desk) -> None:
    count_on_x(desk)
    async with entered(desk, "Personal") as room:
        await room.press("a")
        room.at(PlatformsScreen)
        listed = room.text_in("#platforms")
        assert listed.startswith("▸ [x] X @anika: 1,204 public turn off")
        await room.press("s")
        await room.press("s")
        assert room.text_in("#platforms").startswith("▸ [x] X @anika: 1,204 public")
