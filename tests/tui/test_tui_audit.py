"""The audit on the screen: a file is found, read with a bar, stopped, and told of in counts."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from optout_tui.audit.archive import Audit, Cancelled, Progress
from optout_tui.journey.desk import Desk
from optout_tui.tui.screens.audit import AuditScreen
from optout_tui.tui.screens.start import StartScreen
from tests.audit.exports import chats, x
from tests.tui.exports import downloads, put, two_platforms
from tests.tui.room import Room, entered

ONE_COLUMN = (84, 90)


async def choose(room: Room, *keys: str) -> AuditScreen:
    await room.press("a", *keys)
    return room.at(AuditScreen)


async def test_an_export_is_read_and_told_in_counts(desk: Desk) -> None:
    async with entered(desk, size=ONE_COLUMN) as room:
        await choose(room, "enter")
        assert room.top.startswith("Instagram  ")
        told = room.text_in("#told")
        for line in ("posts 5", "2022 ", "AI", "1 Jun 2021", "not recorded 10"):
            assert line in told, line
        assert "your export does not record this" in told
        assert "made private on 1 Mar 2022" in told
        assert "caption" not in room.text  # never the content


async def test_what_is_not_recorded_is_said_and_not_guessed(desk: Desk) -> None:
    async with entered(desk, size=ONE_COLUMN) as room:
        await choose(room, "enter")
        assert "It may be public or not; nothing is guessed here." in room.text
        assert "public 0" in room.text
        assert "Your account public" in room.text


async def test_what_training_may_use_is_that_of_the_chosen_checklist(desk: Desk) -> None:
    async with entered(desk, size=(120, 60)) as room:
        screen = await choose(room, "enter")
        assert screen.place == "US"  # Abroad stands first
        assert "may train on in the United States" in room.text
        await room.press("escape", "down", "down", "down")
        assert (await choose(room)).place == "DE"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_bars_fit_every_window(desk: Desk, size: tuple[int, int]) -> None:
    async with entered(desk, size=size) as room:
        await choose(room, "enter")
        rows = [line for line in room.lines if "posts " in line and "5" in line]
        assert len(rows) == 1
        assert "━" in rows[0].replace("┃", "")


async def test_a_wider_window_stands_the_two_halves_beside_each_other(desk: Desk) -> None:
    async with entered(desk, size=(120, 40)) as room:
        await choose(room, "enter")
        row = next(line for line in room.lines if "What you made" in line)
        assert "Who sees your posts" in row
        await room.resize(80, 24)
        row = next(line for line in room.lines if "What you made" in line)
        assert "Who sees your posts" not in row


async def test_one_item_is_shown_when_it_is_asked_for(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("a", "enter", "i", "enter")
        assert "one picture, its caption inside" in room.text
        assert "not recorded" in room.text
        await room.press("escape", "i")
        assert room.screen.query_one(Input).value == "2"
        await room.paste("900")
        await room.press("enter")
        assert "there is no item 900" in room.told[-1]
        room.at(AuditScreen)
        await room.press("i")
        await room.paste("x")
        await room.press("enter")
        assert "x is no number from 1 on" in room.told[-1]


async def test_an_export_to_look_at_is_answered_with_how_to_ask_for_json(desk: Desk) -> None:
    async with entered(desk) as room:
        await choose(room, "down", "enter")
        assert "This cannot be read" in room.text
        assert "JSON" in room.text
        await room.press("f")
        assert "instagram-anika.zip" in room.text_in("#files")


async def test_several_parts_are_ticked_and_read_together(desk: Desk) -> None:
    whole = downloads(desk) / "parts"
    whole.mkdir()
    two_platforms(whole)
    async with entered(desk, size=(120, 40)) as room:
        screen = await choose(room, "home", "down", "enter")
        assert screen.list.folder == whole
        await room.press("space", "space")
        assert "2 ticked" in room.text_in("#ticked")
        await room.press("up", "space")
        assert "1 ticked" in room.text_in("#ticked")
        await room.press("up", "up", "space", "down", "space", "s")
        assert "1 of 2 platforms" in room.top
        await room.press("tab")
        assert room.top.startswith("ChatGPT")
        assert "2 of 2 platforms" in room.top
        assert "Training off" in room.text
        await room.press("tab")
        assert room.top.startswith("Instagram")


async def test_a_folder_can_be_ticked_whole(desk: Desk) -> None:
    folder = downloads(desk) / "chats"
    folder.mkdir()
    put(folder, "chatgpt.zip", chats.chatgpt_2023()).rename(folder / "a.zip")
    (folder / "conversations.json").write_text("[]")
    async with entered(desk) as room:
        screen = await choose(room, "home", "down", "space", "s")
        assert screen.files == [folder]


async def test_a_path_is_completed_and_taken_when_it_is_typed(desk: Desk) -> None:
    put(downloads(desk), "x-2022.zip", x.x_2022())
    async with entered(desk, size=(120, 40)) as room:
        screen = await choose(room, "slash")
        await room.paste(f"{downloads(desk)}/x-")
        assert [entry.path.name for entry in screen.list.entries] == ["x-2022.zip"]
        await room.paste(f"{downloads(desk)}/none.zip")
        await room.press("enter")
        assert "there is no " in room.told[-1]
        await room.paste(str(downloads(desk) / "x-2022.zip"))
        await room.press("enter")
        assert room.top.startswith("X ")


async def test_a_typed_folder_is_gone_into_and_escape_leaves_the_field(desk: Desk) -> None:
    async with entered(desk) as room:
        screen = await choose(room, "slash")
        await room.paste(str(downloads(desk).parent))
        await room.press("enter")
        assert screen.list.folder == downloads(desk).parent
        assert screen.list.has_focus
        await room.press("slash", "escape")
        assert screen.list.has_focus
        await room.press("escape")
        room.at(StartScreen)


async def test_a_folder_that_cannot_be_read_is_said(desk: Desk) -> None:
    async with entered(desk) as room:
        screen = await choose(room)
        (downloads(desk) / "gone").mkdir()
        await room.press("f", "backspace")
        await room.do(lambda: screen._enter(downloads(desk) / "none"))
        assert "No such file" in room.told[-1]


# -- what comes of it -----------------------------------------------------------------


async def test_the_palette_leads_to_it_and_not_from_itself(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("f", "ctrl+p")
        await room.paste("Audit")
        await room.press("enter")
        assert room.at(AuditScreen).place == "DE"
        await room.press("ctrl+p")
        await room.paste("Audit")
        assert "what of an export is public" not in room.text_in("CommandList")


# -- reading -----------------------------------------------------------------------

Reading = Callable[..., Audit]


def waiting(asked: threading.Event) -> Reading:
    """An audit in its middle, which goes on until it is stopped."""

    def audit(files: Sequence[Path], *, on_progress: Any, is_cancelled: Any) -> Audit:
        assert files
        on_progress(Progress(45 << 20, 240 << 20, 3, 12))
        pause = threading.Event()
        while not is_cancelled():
            asked.set()
            pause.wait(0.002)
        raise Cancelled

    return audit


async def test_the_reading_shows_bytes_and_members_and_is_stopped(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = threading.Event()
    monkeypatch.setattr("optout_tui.audit.archive.audit", waiting(asked))
    async with entered(desk) as room:
        screen = await choose(room)
        await room.pilot.press("enter")
        while not asked.is_set():
            await room.pilot.pause()
        screen._draw_progress()
        for _ in range(5):
            await room.pilot.pause()
        assert "45 MB of 240 MB · 3 of 12 files" in room.text
        assert room.bottom.startswith("esc Back") or "esc" in room.bottom
        await room.press("escape")
        assert screen.list.has_focus
        assert "Stopped" in room.told[-1]


async def test_leaving_in_the_middle_of_a_reading_ends_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = threading.Event()
    monkeypatch.setattr("optout_tui.audit.archive.audit", waiting(asked))
    async with entered(desk) as room:
        await choose(room)
        await room.pilot.press("enter")
        while not asked.is_set():
            await room.pilot.pause()
        await room.press("q")
    assert room.app.return_code == 0


async def test_a_broken_export_tells_its_problems_and_counts_the_rest(desk: Desk) -> None:
    whole = put(downloads(desk), "broken.zip", {**x.x_2022(), "data/tweets-part1.js": "window."})
    async with entered(desk, size=(120, 70)) as room:
        await choose(room, "slash")
        await room.paste(str(whole))
        await room.press("enter")
        assert "Problems" in room.text
        assert "tweets-part1.js" in room.text
        assert "posts 3" in room.text


async def test_a_file_that_is_cut_is_refused_in_words(desk: Desk) -> None:
    whole = put(downloads(desk), "cut.zip")
    whole.write_bytes(whole.read_bytes()[:200])
    async with entered(desk) as room:
        await choose(room, "slash")
        await room.paste(str(whole))
        await room.press("enter")
        assert "This cannot be read" in room.text
        assert "cut.zip" in room.text_in("#told")


async def test_a_bug_in_the_reading_ends_the_program_in_order(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def audit(*_: object, **__: object) -> Audit:
        raise KeyError("bug")

    monkeypatch.setattr("optout_tui.audit.archive.audit", audit)
    with pytest.raises(KeyError):
        async with entered(desk) as room:
            await room.press("a", "enter")
    assert room.app.return_code == 1


async def test_nothing_is_loaded_for_it_before_it_is_asked_for(desk: Desk) -> None:
    import subprocess
    import sys

    code = (
        "import sys, optout_tui.tui.screens.start; "
        "print(sorted(m for m in sys.modules if m.startswith('optout_tui.audit')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
