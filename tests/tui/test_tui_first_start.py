"""The first start: what this is, what it will not do, the ways in, and the tour of the keys."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from optout_tui.journey.desk import Desk
from optout_tui.tui.dialogs.tour import CARDS, TourDialog
from optout_tui.tui.screens.audit import AuditScreen
from optout_tui.tui.screens.compare import CompareScreen
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.screens.platforms import PlatformsScreen
from optout_tui.tui.screens.region import AUDIT, LIMITS, WELCOME, RegionScreen
from optout_tui.tui.screens.start import StartScreen
from optout_tui.tui.widgets.bars import TopBar
from tests.tui.exports import exports_of, put
from tests.tui.room import Room, entered


@asynccontextmanager
async def first_guide(desk: Desk) -> AsyncIterator[Room]:
    """The first start as far as Instagram's first step in Germany."""
    async with entered(desk) as room:
        await room.press(*"ger", "enter", "space", *"@anika", "enter", "enter")
        yield room


@pytest.mark.parametrize("size", [(120, 40), (100, 30), (80, 24), (60, 30)])
async def test_a_first_start_says_what_this_is_and_will_not_do_and_the_ways_in(
    empty: Desk, size: tuple[int, int]
) -> None:
    async with entered(empty, size=size) as room:
        for said in (WELCOME, LIMITS, "Type where you live", "f2 just compare", f"f3 {AUDIT}"):
            assert said in room.text
        assert "f2 Just compare   f3 Audit" in room.bottom
        assert room.screen.query_one("#regions").region.height > 2


async def test_in_a_low_window_the_sentence_stays_and_the_keys_name_the_ways(empty: Desk) -> None:
    async with entered(empty, size=(60, 20)) as room:
        assert WELCOME in room.text
        assert LIMITS not in room.text
        assert "f2 Just compare   f3 Audit" in room.bottom


async def test_one_can_just_compare_and_nothing_is_kept(empty: Desk) -> None:
    async with entered(empty) as room:
        await room.press(*"brazil", "f2")
        room.at(CompareScreen)
        assert "Brazil" in room.top
        await room.press("escape")
        assert room.at(RegionScreen).query_one("#typed").has_focus
    assert not empty.data_dir.exists()


async def test_one_can_look_at_an_export_first_and_nothing_is_kept(empty: Desk) -> None:
    put(exports_of(empty))
    async with entered(empty, size=(120, 60)) as room:
        await room.press("f3")
        room.at(AuditScreen)
        await room.press("slash")
        await room.paste(f"{exports_of(empty)}/instagram-anika.zip")
        await room.press("enter")
        assert "Open a checklist to see what the guide says" in room.text
        assert "Keep the figures" not in room.bottom
        await room.press("escape")
        assert room.at(RegionScreen).query_one("#typed").has_focus
        await room.press(*"brazil", "f3")
        assert "Brazil" in room.at(AuditScreen).query_one(TopBar).progress
        await room.press("escape", "enter")
        room.at(PlatformsScreen)
    assert [row.region for row in empty.rows()] == ["BR"]


async def test_a_second_checklist_begins_without_a_welcome(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("n", "enter")
        room.at(RegionScreen)
        assert WELCOME not in room.text
        assert "f2" not in room.bottom
        assert "f3" not in room.bottom


# -- the tour of the keys ----------------------------------------------------------


async def test_the_first_guide_shows_the_tour_once(empty: Desk) -> None:
    async with first_guide(empty) as room:
        room.at(TourDialog)
        assert "step 1 of 7" in room.top
        for n, (key, what) in enumerate(CARDS, 1):
            assert f"The keys, {n} of {len(CARDS)}" in room.text
            assert f"{key} {what}" in room.text
            await room.press("enter")
        assert room.step == "open-menu"
    assert "toured = true" in (empty.data_dir / "settings.toml").read_text("utf-8")
    empty.delete("Personal")
    async with first_guide(Desk(empty.data_dir, today=empty.today, facts=empty.knowledge)) as room:
        room.at(GuideScreen)


async def test_who_has_checklists_is_shown_no_tour(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("enter")
        room.at(GuideScreen)
    assert not (desk.data_dir / "settings.toml").exists()


async def test_a_key_that_is_not_the_tours_ends_it_and_does_its_work(empty: Desk) -> None:
    async with first_guide(empty) as room:
        await room.press("space")
        room.at(GuideScreen)
        assert room.here.accounts[0].steps[0].state == "done"


async def test_no_key_comes_to_the_guide_before_the_tour_lies_in_front_of_it(empty: Desk) -> None:
    """It would wander up to the bindings of the screen in front, and there be lost."""
    in_front: list[object] = []

    def go_on(page: PlatformsScreen) -> None:
        page.action_go_on()
        in_front.append(page.app.screen)

    async with entered(empty) as room:
        await room.press(*"germany", "enter", "space", *"@anika", "enter")
        await room.do(lambda: go_on(room.at(PlatformsScreen)))
        assert in_front == [room.at(TourDialog)]


async def test_the_tour_is_skipped_with_escape_and_the_guide_stays(empty: Desk) -> None:
    async with first_guide(empty) as room:
        await room.press("escape")
        assert room.step == "open-menu"


async def test_one_leaves_from_the_tour(empty: Desk) -> None:
    async with first_guide(empty) as room:
        await room.press("ctrl+q")
        assert room.app.return_code == 0


async def test_one_turns_back_to_a_card_but_not_before_the_first(empty: Desk) -> None:
    async with first_guide(empty) as room:
        await room.press("left", "right", "right", "left")
        assert f"The keys, 2 of {len(CARDS)}" in room.text


async def test_the_tour_is_called_again_from_help_and_by_name(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("question_mark")
        assert "t Tour of the keys" in room.text
        await room.press("t")
        room.at(TourDialog)
        await room.press("escape")
        room.at(StartScreen)
        await room.press("ctrl+p", *"show the tour", "enter")
        room.at(TourDialog)


@pytest.mark.parametrize(("key", "what"), CARDS)
def test_every_key_of_the_tour_is_one_of_the_guide(key: str, what: str) -> None:
    keys = {
        binding.key_display or binding.key.split(",")[0]
        for binding in GuideScreen.BINDINGS
        if not isinstance(binding, tuple)
    }
    assert key in keys
    assert len(what) < 90


# -- empty lists say what to do ----------------------------------------------------


async def test_a_filter_that_finds_nothing_says_so_in_the_list_and_how_to_see_all(
    desk: Desk,
) -> None:
    async with entered(desk) as room:
        await room.press("c", "slash", *"zzz", "enter")
        assert "Nothing is like that." in room.text_in("#table")
        assert "Press esc to see every platform again." in room.text_in("#details")
        await room.press("down", "enter", "escape")
        assert "Instagram" in room.text_in("#table")


async def test_where_nothing_is_planned_due_says_when_a_day_comes(empty: Desk) -> None:
    empty.create("Personal", "DE", [("instagram", "@anika")])
    async with entered(empty) as room:
        await room.press("d", "w")
        assert "Nothing is planned." in room.text_in("#days")
        assert "A day comes here when you send something" in room.text_in("#to-do")


async def test_a_checklist_without_accounts_asks_for_them_and_says_how(empty: Desk) -> None:
    empty.create("Personal", "DE")
    async with entered(empty) as room:
        assert "no accounts yet" in room.text
        await room.press("enter", "enter")
        assert room.told[-1] == "Tick at least one platform with space."


async def test_a_damaged_checklist_without_a_backup_says_what_happens_to_it(empty: Desk) -> None:
    empty.create("Personal", "DE")
    (empty.data_dir / "checklists" / "Personal.toml").write_text("name = ", "utf-8")
    async with entered(empty) as room:
        await room.press("enter")
        assert "No good backup of it is kept; the file stays as it is." in room.told[-1]
