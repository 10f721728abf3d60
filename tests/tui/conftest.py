import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.library.knowledge import Knowledge
from tests.tui.desks import FIRST_FIVE, TODAY, add_others, add_personal, small_world

__all__ = ["FIRST_FIVE", "TODAY", "breathe"]


async def breathe(seconds: float = 0) -> None:
    """Let the program run on. Whether all is done the room looks up; it need not be guessed."""
    await asyncio.sleep(max(seconds, 0.004))


@pytest.fixture(autouse=True)
def quiet_computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[str]]:
    """A computer without a window, a clipboard program or a locale, whose clock stands in UTC.

    Gives the texts that went to the clipboard.
    """
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "NO_COLOR", "TEXTUAL_THEME", "OPTOUT_ASCII"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr("optout_tui.tui.screens.region._locale_name", lambda: "de_DE")
    monkeypatch.setattr("optout_tui.tui.saving.SavingApp.LOOK_EVERY", 3600)
    copied: list[str] = []
    monkeypatch.setattr("optout_tui.handoff.clipboard.copy", copied.append)
    monkeypatch.setattr("textual.app.wait_for_idle", breathe)
    monkeypatch.setattr("textual.pilot.wait_for_idle", breathe)
    (tmp_path / "cwd").mkdir()
    monkeypatch.chdir(tmp_path / "cwd")
    time.tzset()
    yield copied
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="session")
def world() -> Knowledge:
    """Three platforms and six places of our own, which stay as they are."""
    return small_world()


@pytest.fixture
def empty(tmp_path: Path, world: Knowledge) -> Desk:
    """A desk in an empty data folder."""
    return Desk(tmp_path / "data", today=TODAY, facts=world)


@pytest.fixture
def personal(empty: Desk) -> Session:
    """Germany: Instagram with two of seven steps done, X, DeviantArt."""
    return add_personal(empty)


@pytest.fixture
def desk(empty: Desk, personal: Session) -> Desk:
    """A desk with five checklists; the first one is ``personal``."""
    add_others(empty)
    return empty


@pytest.fixture
def real(tmp_path: Path) -> Desk:
    """A desk with all that is true, and one checklist: somebody in Germany, on Instagram."""
    desk = Desk(tmp_path / "data", today=TODAY)
    desk.create("Personal", "DE", [("instagram", "@anika")]).save()
    return desk
