"""What the main screens look like. Behaviour is proved elsewhere; here only the eye is."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from optout_tui.journey.desk import Desk
from optout_tui.tui.app import OptOutApp
from tests.tui.room import SIZE, Room
from tests.tui.surfaces import Surface, reach

PICTURES = (
    Surface("start"),
    Surface("region", keys=("n", "enter")),
    Surface("platforms", "Personal", keys=("a",)),
    Surface("guide on the phone", "Personal", "open-menu"),
    Surface("guide of a limit", "Abroad"),
    Surface("guide in a small light window", "Personal", "open-form"),
    Surface("compare", "Personal", keys=("c",)),
    Surface("summary", "Waiting", keys=("f",)),
    Surface("due", keys=("d", "w")),
    Surface("sent", "Personal", "send", ("space",), is_dialog=True),
    Surface("problem", "Personal", "open-form", ("p",), is_dialog=True),
    Surface("help", "Personal", keys=("question_mark",), is_dialog=True),
)

Compare = Callable[..., bool]


@pytest.mark.parametrize("surface", PICTURES, ids=lambda s: s.name.replace(" ", "-"))
def test_picture(desk: Desk, snap_compare: Compare, surface: Surface) -> None:
    small = "small" in surface.name
    app = OptOutApp(desk)

    async def go_there(pilot: Pilot[None]) -> None:
        room = Room(app, pilot)
        app.theme = "optout-light" if small else "optout-dark"
        await reach(room, surface)
        for field in app.screen.query(Input):
            field.cursor_blink = False
        await room.settle()

    assert snap_compare(app, terminal_size=(60, 20) if small else SIZE, run_before=go_there)
