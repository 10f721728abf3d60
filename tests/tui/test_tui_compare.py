"""Compare: filter, sort, another region; and the order of the list of platforms."""

from datetime import date

import pytest

from optout_tui.journey.desk import Desk
from optout_tui.tui.compare_text import HEADINGS
from optout_tui.tui.dialogs.pick import PickDialog
from optout_tui.tui.dialogs.read import ReadDialog
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


@pytest.mark.parametrize(
    ("keys", "left", "said"),
    [
        (("d", "down", "down", "down", "enter"), ["DeviantArt"], "does not train · "),
        (("k", "down", "enter"), ["Instagram"], "object with a form · "),
        (("o", "end", "enter"), ["X"], "X Corp. · "),
        (("k", "down", "down", "enter", "d", "down", "enter"), ["X"],
         "on by default · turn off a switch · "),
    ],
)  # fmt: skip
async def test_only_what_is_asked_for_is_left_in(
    desk: Desk, keys: tuple[str, ...], left: list[str], said: str
) -> None:
    async with entered(desk, "Personal", size=(120, 30)) as room:
        await room.press("c")
        every = names(room)
        await room.press(*keys)
        assert names(room) == left
        assert f"{said}the best known first" in room.top
        await room.press("escape")
        assert names(room) == every
        assert "·" not in room.top
        await room.press("escape")
        assert not isinstance(room.screen, CompareScreen)


async def test_any_lets_everything_in_again_and_escape_leaves_it_as_it_is(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("c")
        every = names(room)
        await room.press("d", "down", "enter", "d")
        room.at(PickDialog)
        await room.press("escape")
        assert names(room) != every
        await room.press("d", "up", "enter")
        assert names(room) == every


async def test_enter_tells_all_there_is_to_know(desk: Desk) -> None:
    async with entered(desk, "Personal", size=(120, 60)) as room:
        await room.press("c", "enter")
        room.at(ReadDialog)
        said = room.text_in("#text")
        for words in ("You can object with a form", "Checked 22 Nov 2026 · high confidence",
                      "These steps do not cover", "Sources", "official", "read 22 Nov 2026",
                      "https://"):  # fmt: skip
            assert words in said
        await room.press("escape")
        room.at(CompareScreen)


async def test_where_nothing_is_left_enter_does_nothing(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("c", "slash", *"zzz", "enter", "enter")
        room.at(CompareScreen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_what_was_not_checked_lately_is_told_in_small_windows_too(
    desk: Desk, size: tuple[int, int]
) -> None:
    later = Desk(desk.data_dir, today=date(2027, 6, 1), facts=desk.knowledge)
    async with entered(later, "Personal", size=size) as room:
        await room.press("c")
        assert "22 Nov 2026, not checked lately · high confidence" in room.text_in("#details")
        if size[0] >= 80:
            assert "object with a form on 22 Nov 2026!" in room.text
        await room.press("escape", "a")
        assert "22 Nov 2026, not checked lately · high confidence" in room.text_in("#about")


@pytest.mark.parametrize("width", [60, 72, 79, 80, 90, 100, 120])
async def test_every_column_with_a_heading_has_its_words_below(desk: Desk, width: int) -> None:
    async with entered(desk, "Personal", size=(width, 30)) as room:
        await room.press("c")
        heading, *rows = (line for line in room.lines if "Platform" in line or " on " in line)
        for word in HEADINGS[1:]:
            place = heading.find(word)
            assert place < 0 or rows[0][place : place + 2].strip(), (word, heading, rows[0])
