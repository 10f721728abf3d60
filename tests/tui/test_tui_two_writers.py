"""What a window does when another program changes its checklist, or has damaged it."""

from collections.abc import Callable

import pytest

from optout_tui.journey.accounts import add_accounts, remove_account, speak
from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark
from optout_tui.tui.dialogs.confirm import ConfirmDialog
from optout_tui.tui.dialogs.conflict import ConflictDialog
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.screens.platforms import PlatformsScreen
from optout_tui.tui.screens.start import StartScreen
from optout_tui.tui.screens.summary import SummaryScreen
from tests.tui.room import Room, entered

CAME = "Another program changed Personal: its changes are in."
COPY = "Personal (conflict 2026-11-22)"


def elsewhere(desk: Desk, work: Callable[[Session], object]) -> None:
    """Do *work* on the checklist as another program does."""
    other = Desk(desk.data_dir, today=desk.today, facts=desk.knowledge).open("Personal")
    work(other)
    other.save()


def skipped(session: Session) -> None:
    mark(session, "instagram", "open-form", "skipped")


async def look(room: Room) -> None:
    await room.do(room.app.look)


async def test_a_tick_made_elsewhere_is_seen_at_the_next_look(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        elsewhere(desk, lambda other: mark(other, "instagram", "fill-in", "done"))
        await look(room)
        assert "✓ Fill it in" in room.text_in("#steps")
        assert room.step == "open-form"
        assert room.told == [CAME]
        assert room.bottom.endswith("Saved · revision 3")


async def test_a_tick_here_and_one_elsewhere_are_both_on_disk(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        elsewhere(desk, lambda other: mark(other, "instagram", "fill-in", "done"))
        await room.press("space")
        assert room.bottom.endswith("Saved · revision 4")
        ids = {step.id for step in room.on_disk().accounts[0].steps}
        assert {"open-form", "fill-in"} <= ids
        assert room.here.accounts == room.on_disk().accounts


async def test_where_nothing_changed_a_look_writes_nothing_and_says_nothing(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        before = desk.store.path("Personal").stat()
        await room.press("down")
        await look(room)
        assert desk.store.path("Personal").stat() == before
        assert room.told == []


async def test_an_account_removed_elsewhere_leads_to_another_one(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        gone = room.guide.account_id
        elsewhere(desk, lambda other: remove_account(other, gone))
        await look(room)
        assert room.guide.account_id != gone


async def test_the_list_of_platforms_ticks_what_came_and_keeps_what_is_typed(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("a", "down", "space")
        ticked = dict(room.at(PlatformsScreen).ticked.handles)
        elsewhere(desk, lambda other: add_accounts(other, [("x", "@second")]))
        await look(room)
        handles = room.at(PlatformsScreen).ticked.handles
        assert "@second" in handles["x"]
        assert ticked.keys() <= handles.keys()
        await room.press("enter")
        assert ("x", "@second") in {(a.platform, a.handle) for a in room.on_disk().accounts}


async def test_the_summary_says_what_came(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("f")
        room.at(SummaryScreen)
        before = room.text
        elsewhere(desk, lambda other: mark(other, "instagram", "fill-in", "done"))
        await look(room)
        assert room.text != before
        await room.press("escape")
        assert "✓ Fill it in" in room.text_in("#steps")


@pytest.mark.parametrize(("keys", "state"), [(("enter",), "done"), (("down", "enter"), "skipped")])
async def test_the_same_step_in_two_places_is_asked_about(
    desk: Desk, keys: tuple[str, ...], state: str
) -> None:
    async with entered(desk, "Personal") as room:
        elsewhere(desk, skipped)
        await room.press("space")
        room.at(ConflictDialog)
        assert "open-form: done here, skipped there" in room.text
        assert f"your side is kept in {COPY}.toml too" in room.text_in("#box")
        assert room.app.status.startswith("NOT saved: Personal.toml was changed elsewhere too")
        assert desk.store.path(COPY).exists()
        await room.press(*keys)
        room.at(GuideScreen)
        assert room.app.status.startswith("Saved")
        step = next(s for s in room.on_disk().accounts[0].steps if s.id == "open-form")
        assert step.state == state
        assert desk.folder.sorted_out()[1] == {}


async def test_a_question_put_off_is_not_asked_again_until_something_changes(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        elsewhere(desk, skipped)
        await room.press("space", "escape")
        room.at(GuideScreen)
        await look(room)
        room.at(GuideScreen)
        assert room.app.status.startswith("NOT saved")
        await room.press("s")
        room.at(ConflictDialog)


async def test_leaving_with_the_question_open_says_where_our_side_is(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        elsewhere(desk, skipped)
        await room.press("space", "escape", "q")
        assert f"your side is kept in {COPY}.toml" in room.app.left_with
    [row] = [row for row in desk.rows() if row.copies]
    assert (row.name, row.copies) == ("Personal", (COPY,))


async def test_a_second_version_is_offered_for_merging_when_the_checklist_opens(
    desk: Desk,
) -> None:
    path = desk.store.path("Personal")
    copy = path.with_name("Personal.sync-conflict-20261122-101500-ABCDEFG.toml")
    before = path.read_bytes()
    elsewhere(desk, lambda other: mark(other, "instagram", "fill-in", "done"))
    copy.write_bytes(path.read_bytes())
    path.write_bytes(before)
    elsewhere(desk, lambda other: speak(other, "fr"))
    async with entered(desk) as room:
        assert "a second version to merge" in room.text
        await room.do(lambda: room.app.open_checklist("Personal"))
        room.at(ConfirmDialog)
        await room.press("y")
        assert "✓ Fill it in" in room.text_in("#steps")
        assert room.here.labels == "fr"
    assert not copy.exists()


async def test_a_damaged_checklist_can_be_brought_back(desk: Desk) -> None:
    elsewhere(desk, lambda other: mark(other, "instagram", "fill-in", "done"))
    path = desk.store.path("Personal")
    path.write_bytes(path.read_bytes()[:200])
    async with entered(desk) as room:
        await room.do(lambda: room.app.open_checklist("Personal"))
        room.at(ConfirmDialog)
        assert "The newest good backup is revision 2 of 22 Nov 2026." in room.text
        await room.press("escape")
        room.at(StartScreen)
        assert len(path.read_bytes()) == 200
        await room.do(lambda: room.app.open_checklist("Personal"))
        await room.press("y")
        assert room.guide.session.name == "Personal"


async def test_a_file_damaged_under_the_window_is_asked_about(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        path = desk.store.path("Personal")
        path.write_bytes(b"\0" * 300)
        await room.press("space")
        room.at(ConflictDialog)
        assert "the file is no longer whole" in room.text
        assert path.read_bytes() == b"\0" * 300
        await room.press("enter")
        assert len(room.on_disk().accounts[0].steps) == 3


async def test_a_checklist_of_a_newer_program_says_that_it_is_read_only(desk: Desk) -> None:
    path = desk.store.path("Personal")
    newer = path.read_bytes().replace(b"format = 1", b"format = 2", 1)
    path.write_bytes(newer)
    async with entered(desk, "Personal") as room:
        assert room.app.status == "Read-only · format 2, of a newer optout-tui"
        await room.press("space")
        assert "here it is read-only" in room.told[-1]
        await room.press("q")
    assert path.read_bytes() == newer


async def test_comments_are_told_of_before_the_first_save(desk: Desk) -> None:
    path = desk.store.path("Personal")
    path.write_bytes(b"# ask Tom\n" + path.read_bytes())
    async with entered(desk, "Personal") as room:
        assert "Personal.toml holds comments." in room.told[-1]
