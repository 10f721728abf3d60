"""The keys: each on the bottom line works, each is told in help, none leads into a dead end."""

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from textual.binding import Binding
from textual.screen import Screen

from optout_tui.journey.desk import Desk
from optout_tui.tui import dialogs, screens
from optout_tui.tui.app import OptOutApp
from optout_tui.tui.dialogs.base import Dialog
from optout_tui.tui.dialogs.help import HelpDialog
from optout_tui.tui.screens.account_page import AccountPage
from optout_tui.tui.screens.audit_files import AuditFiles
from optout_tui.tui.screens.audit_found import AuditFound
from optout_tui.tui.screens.audit_run import AuditRun
from optout_tui.tui.screens.guide_asks import GuideAsks
from optout_tui.tui.screens.letter_asks import LetterAsks
from optout_tui.tui.screens.request_asks import RequestAsks
from optout_tui.tui.screens.start import StartScreen
from optout_tui.tui.widgets.bars import key_name
from optout_tui.tui.widgets.page import Page
from tests.tui.room import Room, entered
from tests.tui.surfaces import Surface, reach


def classes(package: object) -> Iterator[type]:
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):  # type: ignore[attr-defined]
        for _, kind in inspect.getmembers(import_module(module.name), inspect.isclass):
            if kind.__module__ == module.name:
                yield kind


BASES = (AccountPage, AuditFiles, AuditFound, AuditRun, GuideAsks, LetterAsks, RequestAsks)
PAGES = [kind for kind in classes(screens) if issubclass(kind, Page) and kind not in BASES]
DIALOGS = [kind for kind in classes(dialogs) if issubclass(kind, Dialog)]


def bindings(kind: type[Screen[Any]]) -> list[Binding]:
    return [binding for binding in kind.BINDINGS if isinstance(binding, Binding)]


@pytest.mark.parametrize("kind", [*PAGES, *DIALOGS], ids=lambda kind: kind.__name__)
def test_every_key_has_an_action_that_is_there(kind: type[Screen[Any]]) -> None:
    for binding in bindings(kind):
        name = binding.action.split("(")[0]
        owner = OptOutApp if name.startswith("app.") else kind
        assert hasattr(owner, f"action_{name.removeprefix('app.')}"), binding


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.__name__)
def test_no_key_means_two_things_on_one_page(kind: type[Page]) -> None:
    keys = [key for binding in bindings(kind) for key in binding.key.split(",")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.__name__)
def test_every_page_has_a_help_a_way_to_leave_and_words_for_each_key(kind: type[Page]) -> None:
    assert kind.TITLE_HELP
    assert all(binding.description for binding in bindings(kind))
    actions = [binding.action for binding in bindings(kind)]
    assert "help" in actions
    assert "app.leave" in actions


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_every_dialog_is_left_with_escape(kind: type[Screen[Any]]) -> None:
    own = [b for base in kind.__mro__ if issubclass(base, Dialog) for b in bindings(base)]
    assert "dismiss_with_nothing" in [b.action for b in own if b.key == "escape"]


FRAMES = {
    "start": Surface("start"),
    "region": Surface("region", keys=("n", "enter")),
    "platforms": Surface("platforms", "Personal", keys=("a",)),
    "guide": Surface("guide", "Personal", "open-menu"),
    "compare": Surface("compare", "Personal", keys=("c",)),
    "summary": Surface("summary", "Personal", keys=("f",)),
    "due": Surface("due", keys=("d",)),
}


def shown_by(room: Room) -> tuple[object, ...]:
    """All that a key can change: the screen in front, its text, what was told, whether it ends."""
    return (id(room.screen), room.text, len(room.told), room.app.return_code)


@pytest.mark.parametrize("name", FRAMES)
async def test_every_key_of_the_bottom_line_does_something(desk: Desk, name: str) -> None:
    async with entered(desk) as room:
        await reach(room, FRAMES[name])
        for binding in sorted(room.at(Page).shown_keys(), key=lambda b: b.action == "app.leave"):
            await reach(room, FRAMES[name])
            before = shown_by(room)
            await room.press(binding.key.split(",")[0])
            assert shown_by(room) != before, binding


@pytest.mark.parametrize("name", FRAMES)
async def test_help_lists_every_key_of_its_page(desk: Desk, name: str) -> None:
    async with entered(desk, size=(100, 60)) as room:
        await reach(room, FRAMES[name])
        page = room.at(Page)
        await room.press("f1")
        room.at(HelpDialog)
        assert f"Help: {page.TITLE_HELP}" in room.text
        for binding in page.bindings_here():
            assert f" {key_name(binding)} {binding.description} " in room.text
        await room.press("escape")
        assert room.screen is page


@pytest.mark.parametrize("name", FRAMES)
async def test_from_every_page_one_gets_back_to_the_checklists(desk: Desk, name: str) -> None:
    async with entered(desk) as room:
        await reach(room, FRAMES[name])
        presses = 0
        while not isinstance(room.screen, StartScreen):
            await room.press("escape")
            presses += 1
            assert presses < 4


async def test_escape_on_a_first_start_stays_and_leaving_is_named(empty: Desk) -> None:
    async with entered(empty) as room:
        await room.press("escape")
        assert "ctrl+q Leave" in room.bottom
        await room.press("ctrl+q")
        assert room.app.return_code == 0


@pytest.mark.parametrize("keys", [("n",), ("e",), ("x",)])
async def test_ctrl_q_leaves_from_a_dialog_too(desk: Desk, keys: tuple[str, ...]) -> None:
    async with entered(desk) as room:
        await room.press(*keys, "ctrl+q")
        assert room.app.return_code == 0


async def test_ctrl_c_copies_what_is_selected_in_a_field_and_otherwise_leaves(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("e", "home", "shift+end", "ctrl+c")
        assert room.app.clipboard == "Abroad"
        assert room.app.return_code is None
        await room.press("end", "ctrl+c")
        assert room.app.return_code == 0
