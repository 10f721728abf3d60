"""``python -m tests.tui.tour FOLDER``: to every screen and every dialog, one after the other."""

import asyncio
import sys
from pathlib import Path

from optout_tui.journey.desk import Desk
from tests.tui.desks import TODAY, add_others, add_personal, small_world
from tests.tui.room import entered
from tests.tui.surfaces import SURFACES, reach


async def tour(desk: Desk) -> set[str]:
    """Go everywhere and return the names of all screens and dialogs that were there."""
    seen = set()
    async with entered(desk) as room:
        for surface in SURFACES:
            await reach(room, surface)
            seen.add(type(room.app.screen).__name__)
    return seen


def main() -> None:
    """Make the tour in a data folder of its own."""
    desk = Desk(Path(sys.argv[1]), today=TODAY, facts=small_world())
    add_personal(desk)
    add_others(desk)
    print(*sorted(asyncio.run(tour(desk))))  # noqa: T201 - it is heard by a test


if __name__ == "__main__":
    main()
