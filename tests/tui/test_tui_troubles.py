"""The guide: what went wrong, what to remember, other ways."""

from optout_tui.checklist.model import Account, StepMark
from optout_tui.journey.desk import Desk
from optout_tui.tui.dialogs.confirm import ConfirmDialog
from optout_tui.tui.dialogs.note import NoteDialog
from optout_tui.tui.dialogs.pick import PickDialog
from optout_tui.tui.dialogs.problem import ProblemDialog
from optout_tui.tui.dialogs.read import ReadDialog
from optout_tui.tui.screens.guide import GuideScreen
from tests.tui.room import Room, entered


def account(room: Room, name: str = "Personal") -> Account:
    return room.on_disk(name).accounts[0]


def mark_of(room: Room, step: str, name: str = "Personal") -> StepMark:
    return next(mark for mark in account(room, name).steps if mark.id == step)


async def test_p_lists_what_is_known_to_go_wrong_and_the_cure_of_each(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("p")
        room.at(ProblemDialog)
        assert "What do you see? Open the objection form" in room.text
        assert "What to do Log out and in again, then look once more." in room.text
        await room.press("down")
        assert "What to do Try the next link." in room.text
        await room.press("down")
        assert "Skip this step with s and come back later" in room.text


async def test_the_chosen_trouble_is_recorded_and_the_step_stays(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("p", "down", "enter")
        assert room.step == "open-form"
        assert mark_of(room, "open-form").state == "problem"
        assert mark_of(room, "open-form").trouble == "link-dead"
        assert "! Open the objection form" in room.text
        assert "Problem The link leads nowhere" in room.text_in("#step")
        assert "What to do Try the next link." in room.text_in("#step")


async def test_something_the_guide_does_not_know_is_a_problem_without_a_name(
    desk: Desk,
) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("p", "end", "enter")
        assert mark_of(room, "open-form").state == "problem"
        assert mark_of(room, "open-form").trouble == ""
        assert "Problem something else went wrong" in room.text_in("#step")


async def test_escape_records_no_problem(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("p", "escape")
        assert "open-form" not in [mark.id for mark in account(room).steps]


async def test_a_trouble_that_leads_another_way_offers_to_follow_it(desk: Desk) -> None:
    async with entered(desk, "Abroad") as room:
        await room.press("down", "p", "enter")
        room.at(ConfirmDialog)
        assert "Try the form all the same. Your ticks are kept." in room.text
        assert mark_of(room, "ai-chats", "Abroad").trouble == "saw-object"
        await room.press("y")
        assert account(room, "Abroad").route == "try-objection"
        assert room.step == "look-for-form"


async def test_the_other_way_can_be_declined_and_the_trouble_stays(desk: Desk) -> None:
    async with entered(desk, "Abroad") as room:
        await room.press("down", "p", "enter", "escape")
        assert account(room, "Abroad").route == "limit-us"
        assert mark_of(room, "ai-chats", "Abroad").state == "problem"


async def test_undo_leads_back_to_the_old_way(desk: Desk) -> None:
    async with entered(desk, "Abroad") as room:
        await room.press("down", "p", "enter", "y", "u")
        assert account(room, "Abroad").route == "limit-us"
        assert room.step == "ai-chats"


async def test_n_keeps_a_note_of_several_lines_and_shows_it(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("n")
        room.at(NoteDialog)
        await room.press(*"ab", "enter", "c", "ctrl+s")
        assert mark_of(room, "open-form").note == "ab\nc"
        assert mark_of(room, "open-form").state == "todo"
        assert room.step == "open-form"
        assert "Note ab c" in room.text_in("#step")


async def test_an_empty_note_takes_the_old_one_away_and_escape_keeps_it(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("n", "x", "ctrl+s", "n", "y", "escape")
        assert mark_of(room, "open-form").note == "x"
        await room.press("n", "delete", "ctrl+j")
        assert "open-form" not in [mark.id for mark in account(room).steps]


async def test_a_note_that_is_too_long_is_refused(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("n")
        room.at(NoteDialog).query_one("#note").text = "x" * 2001  # type: ignore[attr-defined]
        await room.press("ctrl+s")
        assert room.told == ["the note is longer than 2000 characters"]


async def test_v_shows_the_other_devices_way_and_is_remembered(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("open-menu")
        assert "On your phone Profile › Menu (three lines) › Settings" in room.text_in("#step")
        assert "Press v to see the way in a browser." in room.text_in("#step")
        await room.press("v")
        assert "In a browser More (three lines) › Settings" in room.text_in("#step")
        settings = (desk.data_dir / "settings.toml").read_text("utf-8")
        assert 'device = "web"' in settings
        await room.press("v")
        assert 'device = "phone"' in (desk.data_dir / "settings.toml").read_text("utf-8")
    assert desk.store.read("Personal").checklist.revision == 2, "a preference of the machine"


async def test_capital_l_shows_the_labels_as_they_stand_on_the_device(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("open-menu")
        await room.press("L")
        room.at(PickDialog)
        await room.press("down", "enter")
        assert room.on_disk().labels == "de"
        said = room.text_in("#step")
        assert "in German Profil › (Menu (three lines)) › Einstellungen und Aktivität (in" in said
        assert "(in brackets: not seen in German)" in said
        await room.press("down")
        assert "in German not seen in German" in room.text_in("#step")


async def test_w_offers_the_ways_that_do_as_well(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("tab", "w")
        assert "Write to them (send a request)" in room.text
        await room.press("down", "enter")
        assert room.on_disk().accounts[1].route == "request"
        assert room.step == "write"
        assert "REQUEST" in room.text


async def test_w_where_there_is_one_way_says_so(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("w")
        room.at(GuideScreen)
        assert room.told == ["There is one way here, and this is it."]


async def test_i_tells_what_trains_what_is_not_covered_and_the_sources(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("i")
        room.at(ReadDialog)
        for said in (
            "About Instagram",
            "By default on by default, since 27 May 2025",
            "It does not train on · private messages with friends and family",
            "These steps do not cover · models that are already trained",
            "Sources · Meta Privacy Policy · official · 23 Jul 2026",
        ):
            assert said in room.text
        await room.press("escape")
        assert room.step == "open-form"
