"""Compare: filter, sort, another region; and the order of the list of platforms."""

from optout_tui.journey.desk import Desk
from optout_tui.tui.dialogs.region import RegionDialog
from optout_tui.tui.screens.compare import CompareScreen
from optout_tui.tui.screens.platforms import PlatformsScreen
from tests.tui.room import Room, entered


def names(room: Room) -> list[str]:
    return [one.guide.name for one in room.at(CompareScreen).shown]


async def test_words_leave_in_only_what_holds_them_all(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("c")
        every = names(room)
        await room.press("slash", *"meta")
        assert "Instagram" in names(room)
        assert set(names(room)) < set(every)
        await room.press("enter", "escape")
        room.at(CompareScreen)
        assert names(room) == every


async def test_where_nothing_is_like_that_it_says_so(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("c", "slash", *"zzz")
        assert names(room) == []
        assert "Nothing is like that" in room.text
        await room.press("down", "enter", "up", "escape")
        assert names(room) != []


async def test_s_goes_through_the_orders_and_comes_back(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("c")
        usual = names(room)
        said = []
        for _ in range(4):
            said.append((room.top.split("  ")[-1].strip(), names(room)))
            await room.press("s")
        assert [words for words, _ in said] == [
            "the best known first",
            "the most for the least time first",
            "the quickest first",
            "by name",
        ]
        assert said[3][1] == sorted(usual, key=str.casefold)
        assert names(room) == usual


async def test_g_compares_another_region(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("c", "g")
        room.at(RegionDialog)
        await room.paste("nowhere at all")
        await room.press("enter")
        assert room.told[-1].startswith("unknown region")
        await room.paste("united states")
        await room.press("enter")
        assert "United States" in room.top
        assert room.here.region == "DE"


async def test_s_puts_first_on_platforms_what_wins_the_most_for_the_least_time(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("a", "down")
        screen = room.at(PlatformsScreen)
        usual, chosen = list(screen.guides), screen._chosen()
        await room.press("s")
        assert room.told[-1] == "Now the most for the least time first."
        assert {guide.id for guide in screen.guides} == {guide.id for guide in usual}
        assert screen._chosen() is chosen
        await room.press("s")
        assert screen.guides == usual
