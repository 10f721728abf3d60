"""What was closed is let go: a long evening in front of the screen takes no more memory.

The framework may hold the last screen a little longer; the ones before it are gone.
"""

import gc
import weakref

import pytest
from textual.widget import Widget

from optout_tui.journey.desk import Desk
from optout_tui.tui.screens.start import StartScreen
from tests.tui.room import entered


@pytest.mark.parametrize(
    "keys",
    [
        ["c", "escape"],
        ["d", "escape"],
        ["enter", "l", "escape", "escape"],
        ["enter", "f", "escape", "escape"],
        ["enter", "a", "g", "escape", "escape", "escape"],
    ],
    ids=["Compare", "Due", "Guide and Letter", "Summary", "Platforms and Region"],
)
async def test_a_screen_that_was_left_is_let_go(desk: Desk, keys: list[str]) -> None:
    async with entered(desk) as room:
        drawn: list[weakref.ref[object]] = []
        for again in range(3):
            for key in keys:
                await room.press(key)
                widgets = [*room.app.screen.walk_children(Widget, with_self=True)]
                if not again and not isinstance(room.app.screen, StartScreen):
                    drawn += [weakref.ref(part) for w in widgets for part in (w, w._styles_cache)]
                del widgets
            room.at(StartScreen)
        assert drawn
        gc.collect()
        kept = {type(part).__name__ for ref in drawn if (part := ref()) is not None}
        assert kept == set()
