"""An export of some hundred thousand things on the screen: told of, stopped, and counted."""

import threading
from pathlib import Path

import pytest

from benchmarks.exports import many
from optout_tui.audit.archive import Progress
from optout_tui.journey.desk import Desk
from optout_tui.tui.screens.audit import AuditScreen
from optout_tui.tui.screens.audit_run import AuditRun
from tests.tui.exports import exports_of
from tests.tui.room import entered

POSTS = 250_000
TOLD = f"{POSTS:,}"


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once: the tests only read it."""
    return many.make(tmp_path_factory.mktemp("big") / "big.zip", POSTS)


class Half:
    """Holds the reading up in its middle, until the person has done what they do there."""

    def __init__(self) -> None:
        """Begin before the middle."""
        self.reached, self.go_on = threading.Event(), threading.Event()
        self.told: list[Progress] = []

    def note(self, screen: AuditRun, progress: Progress) -> None:
        self.told.append(progress)
        screen.progress = progress
        if progress.bytes_done * 2 >= progress.bytes_total and not self.reached.is_set():
            self.reached.set()
            self.go_on.wait(60)


@pytest.fixture
def half(monkeypatch: pytest.MonkeyPatch) -> Half:
    made = Half()

    def note(screen: AuditRun, progress: Progress) -> None:
        made.note(screen, progress)

    monkeypatch.setattr(AuditRun, "_take_note", note)
    return made


@pytest.fixture
def downloaded(desk: Desk, big: Path) -> Desk:
    """A person whose only download it is."""
    (exports_of(desk) / big.name).hardlink_to(big)
    return desk


async def test_it_is_told_of_in_the_middle_and_counted_at_the_end(
    downloaded: Desk, half: Half
) -> None:
    async with entered(downloaded, size=(120, 40)) as room:
        await room.press("a")
        screen = room.at(AuditScreen)
        await room.pilot.press("enter")
        while not half.reached.is_set():
            await room.pilot.pause()
        screen._draw_progress()
        await room.pilot.pause()
        done, total, members, of_members = half.told[-1]
        assert total / 3 < done < total
        assert members < of_members == POSTS // many.POSTS_A_FILE
        assert f"{members} of {of_members} files" in room.text
        assert any("━━━" in line for line in room.lines)
        half.go_on.set()
        await room.settle()
        assert room.top.startswith("Instagram  ")
        assert f"posts {TOLD}" in room.text
        assert f"photos {TOLD}" in room.text
    assert half.told == sorted(half.told)
    assert half.told[-1].bytes_done == half.told[-1].bytes_total


async def test_it_is_stopped_in_the_middle_and_read_again(downloaded: Desk, half: Half) -> None:
    async with entered(downloaded) as room:
        await room.press("a")
        screen = room.at(AuditScreen)
        await room.pilot.press("enter")
        while not half.reached.is_set():
            await room.pilot.pause()
        await room.pilot.press("escape")
        half.go_on.set()
        await room.settle()
        assert "Stopped" in room.told[-1]
        assert screen.list.has_focus
        assert half.told[-1].members_done < half.told[-1].members_total
        assert screen.reports == ()
        await room.press("enter")
        assert screen.report is not None
        assert screen.report.items["posts"] == POSTS
