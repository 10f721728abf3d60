"""The tour comes to every screen and every dialog: what all tests of surfaces rest on."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from textual.screen import Screen

import optout_tui.tui.dialogs
import optout_tui.tui.screens
from optout_tui.journey.desk import Desk
from optout_tui.tui.dialogs.base import Dialog
from optout_tui.tui.widgets.page import Page
from tests.tui.tour import tour

ELSEWHERE = {"ConflictDialog"}
"""What only a second program brings up; its own tests open it."""


def all_of(package: object) -> Iterator[type[Screen[object]]]:
    """Every screen and dialog that a package defines and that none in it is built on."""
    path, name = getattr(package, "__path__"), getattr(package, "__name__")  # noqa: B009
    for found in pkgutil.iter_modules(path):
        module = import_module(f"{name}.{found.name}")
        for kind in vars(module).values():
            is_ours = isinstance(kind, type) and kind.__module__ == module.__name__
            if is_ours and issubclass(kind, Dialog | Page) and not kind.__subclasses__():
                yield kind


async def test_the_tour_comes_to_every_screen_and_every_dialog(desk: Desk) -> None:
    seen = await tour(desk)
    kinds = [*all_of(optout_tui.tui.screens), *all_of(optout_tui.tui.dialogs)]
    assert {kind.__name__ for kind in kinds} - seen - ELSEWHERE == set()
    assert len(kinds) >= 18
