"""What the bottom line says of saving, and what happens when it fails."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from optout_tui.checklist.store.whole import NotSaved
from optout_tui.journey.accounts import speak
from optout_tui.journey.desk import Desk
from optout_tui.tui.app import OptOutApp
from optout_tui.tui.running import run
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.screens.platforms import PlatformsScreen
from optout_tui.tui.screens.start import StartScreen
from tests.tui.room import entered

FULL = "NOT saved: Personal.toml: No space left on device"


class Disk:
    """Stands before a store: it can be full, or so slow that a test can look meanwhile."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.error: Exception | None = None
        self.free = threading.Event()
        self.free.set()
        self._save = desk.store.save
        monkeypatch.setattr(desk.store, "save", self.save)

    def save(self, *args: Any) -> object:
        assert self.free.wait(10)
        if self.error is not None:
            raise self.error
        return self._save(*args)


@pytest.fixture
def disk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    disk = Disk(desk, monkeypatch)
    yield disk
    disk.free.set()


@pytest.fixture
def full(disk: Disk) -> Disk:
    disk.error = NotSaved("Personal.toml: No space left on device")
    return disk


async def test_it_says_saving_until_the_revision_is_on_disk(desk: Desk, disk: Disk) -> None:
    async with entered(desk, "Personal") as room:
        assert room.bottom.endswith("Saved · revision 2")
        disk.free.clear()
        await room.pilot.press("space")
        await room.pilot.pause()
        assert room.bottom.endswith("Saving…")
        assert room.on_disk().revision == 2
        disk.free.set()
        await room.settle()
        assert room.bottom.endswith("Saved · revision 3")
        assert room.on_disk().revision == 3


async def test_changes_in_a_burst_are_all_on_disk_in_the_end(desk: Desk, disk: Disk) -> None:
    async with entered(desk, "Personal") as room:
        disk.free.clear()
        for _ in range(3):
            await room.pilot.press("s")
            await room.pilot.pause()
        disk.free.set()
        await room.settle()
        assert len(room.on_disk().accounts[0].steps) == 5
        assert room.bottom.endswith(f"Saved · revision {room.on_disk().revision}")


async def test_a_change_made_while_the_file_is_looked_at_is_not_called_saved(
    desk: Desk, disk: Disk
) -> None:
    async with entered(desk, "Personal") as room:
        other = Desk(desk.data_dir, today=desk.today, facts=desk.knowledge).open("Personal")
        speak(other, "de")
        other.save()
        disk.free.clear()
        room.app.look()
        await room.pilot.press("space")
        await room.pilot.pause()
        assert room.bottom.endswith("Saving…")
        disk.free.set()
        await room.settle()
        assert room.bottom.endswith("Saved · revision 4")
        assert room.on_disk().labels == "de"
        assert len(room.on_disk().accounts[0].steps) == 3


async def test_going_to_another_screen_meanwhile_does_not_say_saved(desk: Desk, disk: Disk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("a", "down", "space")
        disk.free.clear()
        await room.pilot.press("enter")
        await room.pilot.pause()
        room.at(GuideScreen)
        assert room.bottom.endswith("Saving…")
        disk.free.set()
        await room.settle()
        assert room.bottom.endswith("Saved · revision 3")


async def test_what_could_not_be_saved_is_said_kept_and_saved_with_the_next_change(
    desk: Desk, full: Disk
) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("space")
        assert "NOT saved: Personal.toml:" in room.bottom
        assert room.app.status == FULL
        assert room.here.accounts[0].steps[-1].id == "open-form"
        assert len(room.on_disk().accounts[0].steps) == 2
        full.error = None
        await room.press("s")
        assert room.bottom.endswith("Saved · revision 3")
        assert [mark.id for mark in room.on_disk().accounts[0].steps][2:] == [
            "open-form",
            "fill-in",
        ]


async def test_another_screen_does_not_hide_that_something_is_not_saved(
    desk: Desk, full: Disk
) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("space", "a")
        room.at(PlatformsScreen)
        assert room.app.status == FULL
        await room.press("escape")
        assert room.app.status == FULL


async def test_what_is_not_saved_keeps_the_person_at_the_checklist(desk: Desk, full: Disk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("space", "escape")
        room.at(GuideScreen)
        await room.do(lambda: room.app.open_checklist("Abroad"))
        assert room.guide.session.name == "Personal"
        assert room.app.status == FULL
        full.error = None
        await room.press("escape")
        room.at(StartScreen)
        assert len(room.on_disk().accounts[0].steps) == 3


async def test_opening_another_checklist_saves_the_first_with_its_place(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("keep-mail")
        await room.do(lambda: room.app.open_checklist("Abroad"))
        assert room.guide.session.name == "Abroad"
        here = room.on_disk().here
        assert here is not None
        assert here.step == "keep-mail"


async def test_leaving_with_what_is_not_saved_gives_the_reason(desk: Desk, full: Disk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("space", "q")
        assert room.app.left_with == ""
        assert room.told[-1] == "Press it again to leave without saving."
        await room.press("q")
        assert room.app.left_with == FULL


async def test_what_can_be_saved_on_the_second_try_is_saved(desk: Desk, full: Disk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("space", "q")
        full.error = None
        await room.press("q")
        assert room.app.left_with == ""
        assert len(room.on_disk().accounts[0].steps) == 3


def test_the_reason_is_printed_when_the_screen_is_gone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def leave_with(app: OptOutApp) -> None:
        app.left_with = FULL

    monkeypatch.setattr(OptOutApp, "run", leave_with)
    monkeypatch.setattr(OptOutApp, "call_later", lambda app, work: work())
    run(desk, "Personal")
    assert capsys.readouterr() == ("", f"optout-tui: {FULL}\n")


async def test_a_fault_while_saving_is_said_too_and_the_next_change_saves(
    desk: Desk, disk: Disk
) -> None:
    disk.error = RuntimeError("\x1b[31mout of luck")
    async with entered(desk, "Personal") as room:
        await room.press("space")
        assert "NOT saved: ␛[31mout of luck" in room.bottom
        disk.error = None
        await room.press("space")
        assert room.bottom.endswith("Saved · revision 3")
