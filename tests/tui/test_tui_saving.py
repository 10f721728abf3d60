"""What the bottom line says of saving, what happens when it fails, and where one comes back to."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from optout_tui.checklist.store.whole import NotSaved
from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.app import OptOutApp
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.screens.platforms import PlatformsScreen
from optout_tui.tui.screens.region import RegionScreen
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
        assert room.app.left_with == FULL


def test_the_reason_is_printed_when_the_screen_is_gone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from optout_tui.tui import app as program

    def leave_with(app: OptOutApp) -> None:
        app.left_with = FULL

    monkeypatch.setattr(OptOutApp, "run", leave_with)
    monkeypatch.setattr(OptOutApp, "call_later", lambda app, work: work())
    program.run(desk, "Personal")
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


async def test_what_another_program_changed_is_not_overwritten(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        other = desk.open("Personal")
        other.stop_at("x:@anika", "open-page")
        other.save()
        await room.press("space")
        assert "NOT saved: Personal.toml was changed by another" in room.app.status
        assert room.on_disk().here is not None


# -- coming back ---------------------------------------------------------------


@pytest.mark.parametrize("keys", [("down", "down"), ("tab", "down"), ("up",)])
async def test_q_comes_back_to_the_very_step_though_nothing_was_ticked(
    desk: Desk, keys: tuple[str, ...]
) -> None:
    async with entered(desk, "Personal") as room:
        await room.press(*keys)
        left = (room.guide.account_id, room.step)
        await room.press("q")
    async with entered(desk, "Personal") as room:
        assert (room.guide.account_id, room.step) == left


@pytest.mark.parametrize("key", ["q", "ctrl+q", "escape"])
async def test_however_it_is_left_the_step_is_the_one_after_the_last_tick(
    desk: Desk, key: str
) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("space", "s", key)
    async with entered(desk, "Personal") as room:
        assert room.step == "send"


async def test_a_dialog_or_a_page_in_front_does_not_forget_the_step(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("down", "n", "ctrl+q")
    async with entered(desk, "Personal") as room:
        assert room.step == "fill-in"
        await room.press("down", "f", "q")
    async with entered(desk, "Personal") as room:
        assert room.step == "send"


async def test_a_name_on_start_opens_that_checklist_directly(desk: Desk) -> None:
    async with entered(desk, "waiting") as room:
        assert room.guide.session.name == "Waiting"
        assert room.step == "keep-screen"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Broken", "Broken.toml: not TOML"),
        ("Persnal", 'unknown checklist "Persnal"; did you mean Personal?'),
        ("Moon", 'Moon.toml: region: unknown region "ZZ"'),
    ],
)
def test_a_name_that_cannot_be_opened_is_refused_before_the_screen_starts(
    desk: Desk, name: str, reason: str
) -> None:
    good = desk.store.path("Artist").read_text("utf-8")
    (desk.data_dir / "checklists" / "Broken.toml").write_text("format = = 1", "utf-8")
    (desk.data_dir / "checklists" / "Moon.toml").write_text(
        good.replace('region = "DE"', 'region = "ZZ"'), "utf-8"
    )
    with pytest.raises(Refusal) as refused:
        OptOutApp(desk, name)
    assert str(refused.value).startswith(reason)


def test_a_theme_nobody_knows_is_refused_before_the_screen_starts(desk: Desk) -> None:
    (desk.data_dir / "settings.toml").write_text('theme = "drak"\n', "utf-8")
    with pytest.raises(Refusal, match='unknown theme "drak"; did you mean dark'):
        OptOutApp(Desk(desk.data_dir, today=desk.today, facts=desk.knowledge))


async def test_without_a_checklist_region_comes_first(empty: Desk) -> None:
    async with entered(empty) as room:
        room.at(RegionScreen)


async def test_a_place_that_is_gone_leads_to_the_first_open_step(
    desk: Desk, personal: Session
) -> None:
    path = desk.store.path("Personal")
    text = path.read_text("utf-8")
    path.write_text(text + '\n[here]\naccount = "instagram:@anika"\nstep = "gone"\n', "utf-8")
    async with entered(desk, "Personal") as room:
        assert room.step == "open-form"
