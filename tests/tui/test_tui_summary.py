"""Compare and Summary: the tables at both ends of the journey, and what is exported."""

import stat
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from optout_tui.journey.choices import FORMATS
from optout_tui.journey.desk import Desk
from optout_tui.tui.dialogs.confirm import ConfirmDialog
from optout_tui.tui.dialogs.export import ExportDialog
from optout_tui.tui.screens.compare import CompareScreen
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.screens.start import StartScreen
from optout_tui.tui.screens.summary import SummaryScreen
from tests.tui.desks import count_on_x
from tests.tui.room import Room, entered


async def test_compare_has_a_line_for_every_platform(desk: Desk) -> None:
    async with entered(desk, "Personal", size=(120, 30)) as room:
        await room.press("c")
        assert room.top.startswith("Compare  Germany")
        table = room.text_in("#compared")
        assert "Platform You can By default Checked Sure Time Reaches" in table
        assert "Instagram object with a form on 22 Nov 2026 high 8 min future only" in table
        assert "X turn off a switch on 20 Nov 2026 high 2 min future only" in table
        assert "DeviantArt nothing to do no training 22 Nov 2026 high no time nothing" in table


async def test_the_headings_stand_over_their_columns(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("c")
        heading, first = room.lines[3], room.lines[4]
        for word, cell in (("Platform", "Instagram"), ("You can", "object"), ("Time", "8 min")):
            assert heading.index(word) == first.index(cell)


async def test_compare_tells_of_the_platform_under_the_cursor(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("c")
        said = room.text_in("#details")
        assert "Instagram (Meta) Checked 22 Nov 2026 · high confidence" in said
        assert "Trains on · public posts and comments" in said
        assert "Not on · private messages with friends" in room.text_in("#details")
        await room.press("down")
        assert "X (X Corp.) Checked 20 Nov 2026" in room.text_in("#details")
        assert "Trains on · public posts" in room.text_in("#details")
        assert "Source About Grok · official · no date" in room.text_in("#details")


async def test_the_summary_names_the_steps_that_changed_since_they_were_done(desk: Desk) -> None:
    path = desk.store.path("Personal")
    seen = desk.store.read("Personal").checklist.accounts[0].steps[1].seen
    path.write_text(path.read_text("utf-8").replace(seen, "00000000"), "utf-8")
    async with entered(desk, "Personal") as room:
        await room.press("f")
        assert "Changed since you did it: Find the block" in room.text
    async with entered(desk, "Waiting") as room:
        await room.press("f")
        assert "Changed" not in room.text


async def test_page_down_reads_on_while_the_table_keeps_the_focus(desk: Desk) -> None:
    async with entered(desk, "Personal", size=(60, 20)) as room:
        await room.press("c", "pagedown")
        assert room.screen.query_one("#details").scroll_y > 0
        assert room.screen.query_one("#table").has_focus
        await room.press("pageup")
        assert room.screen.query_one("#details").scroll_y == 0


@pytest.mark.parametrize("key", ["escape", "c"])
async def test_compare_goes_back_to_where_it_came_from(desk: Desk, key: str) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("c")
        room.at(CompareScreen)
        await room.press(key)
        assert room.step == "open-form"


async def test_the_summary_says_state_proof_and_dates_of_each_account(desk: Desk) -> None:
    async with entered(desk, "Waiting") as room:
        await room.press("f")
        assert "Instagram @acme waiting" in room.text
        assert "Steps 5 of 7" in room.text
        assert "Proof no proof yet" in room.text
        said = "objection on 2 Nov 2026: waiting, reply due 2 Dec 2026, reference 4711"
        assert said in room.text
        assert "Guide checked 22 Nov 2026 · high confidence" in room.text
        assert "Next Keep a screenshot" in room.text


async def test_the_summary_says_what_this_does_not_do_and_what_may_undo_it(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("f")
        assert "What this does not do · Instagram: models that are already trained" in room.text
        assert "What may undo it · Instagram: a new account" in room.text
        assert "X: rating an answer of Grok" in room.text
        assert "DeviantArt nothing to do Check again 22 Nov 2027" in room.text


async def test_a_limit_is_never_called_done(desk: Desk) -> None:
    async with entered(desk, "Abroad") as room:
        await room.press("s", "space", "f")
        assert "Instagram @anika reduced" in room.text
        assert "Check again 22 Feb 2027" in room.text
        assert "protected" not in room.text


async def test_the_keys_of_the_summary(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("f", "c")
        room.at(CompareScreen)
        await room.press("escape", "escape")
        room.at(GuideScreen)
        await room.press("f", "s")
        room.at(StartScreen)
        assert len(room.app.screen_stack) == 2


# -- the export ------------------------------------------------------------------


async def choose(room: Room, downs: int) -> Path:
    await room.press("f", "x", *("down",) * downs)
    return Path(room.at(ExportDialog).query_one("#file", Input).value)


@pytest.mark.parametrize("downs", range(len(FORMATS)))
async def test_each_format_is_written_for_its_owner_alone(desk: Desk, downs: int) -> None:
    async with entered(desk, "Personal") as room:
        path = await choose(room, downs)
        assert path.parent == Path.cwd()
        assert path.name == f"Personal 2026-11-22.{FORMATS[downs][0]}"
        assert not path.exists()
        await room.press("enter")
        room.at(SummaryScreen)
        told = "DeviantArt" if path.suffix == ".ics" else "@anika"  # a calendar holds days alone
        assert told in path.read_text("utf-8")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert room.told == [f"Written: {path}"]


async def test_an_export_for_others_bears_no_handle(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        path = await choose(room, 0)
        await room.press("tab", "tab", "down", "enter")
        assert "@anika" not in path.read_text("utf-8")


async def test_another_file_can_be_named(desk: Desk, tmp_path: Path) -> None:
    async with entered(desk, "Personal") as room:
        await choose(room, 0)
        await room.press("tab")
        await room.paste(f"  {tmp_path}/mine.md ")
        await room.press("enter")
        assert (tmp_path / "mine.md").exists()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "the file needs a name"),
        ("/no/such/folder/x.md", "there is no folder"),
        ("~nobody-of-that-name/x.md", "nobody here is called ~nobody-of-that-name"),
        (".", "is not a file"),
    ],
)
async def test_a_file_that_cannot_be_written_is_refused_and_the_dialog_stays(
    desk: Desk, typed: str, reason: str
) -> None:
    async with entered(desk, "Personal") as room:
        await choose(room, 0)
        await room.press("tab")
        await room.paste(typed)
        await room.press("enter")
        room.at(ExportDialog)
        assert reason in room.told[-1]


async def test_what_is_there_already_is_replaced_only_after_a_yes(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        path = await choose(room, 0)
        path.write_text("mine")
        path.chmod(0o644)
        await room.press("enter")
        room.at(ConfirmDialog)
        assert "A file of that name is there already" in room.text
        await room.press("escape")
        room.at(ExportDialog)
        assert path.read_text() == "mine"
        await room.press("enter", "y")
        room.at(SummaryScreen)
        assert "@anika" in path.read_text("utf-8")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert room.told == [f"Written: {path}"]


async def test_what_cannot_be_replaced_is_refused_after_the_yes_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    async with entered(desk, "Personal") as room:
        path = await choose(room, 0)
        path.write_text("mine")
        monkeypatch.setattr("os.fsync", full)
        await room.press("enter", "y")
        room.at(ExportDialog)
        assert "No space left on device" in room.told[-1]
        assert path.read_text() == "mine"


async def test_escape_writes_nothing(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        path = await choose(room, 0)
        await room.press("escape")
        room.at(SummaryScreen)
        assert not path.exists()


async def test_a_working_folder_that_is_gone_does_not_matter(desk: Desk) -> None:
    Path.cwd().rmdir()
    async with entered(desk, "Personal") as room:
        path = await choose(room, 1)
        assert path.parent == Path.home()
        assert room.at(ExportDialog).query_one("#format", OptionList).has_focus


async def test_the_summary_names_the_account_to_begin_with_and_why(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("f")
        assert "Begin with" not in room.text
    count_on_x(desk)
    async with entered(desk, "Personal") as room:
        await room.press("f")
        said = "Begin with X @anika: 1,204 of 1,300 posts, photos and videos are public."
        assert said in room.text_in("#summary")
