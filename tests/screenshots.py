"""Makes the README's pictures from the real program: ``python -m tests.screenshots assets``.

Every screen in ``screens/``, dark and light, a tour that moves, ``tour.svg``, and ``house.svg``.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from optout_tui.journey.desk import Desk
from optout_tui.journey.requests import Dispatch, sent
from optout_tui.journey.session import Session
from optout_tui.journey.settings import Settings, save_settings
from optout_tui.journey.steps import mark
from optout_tui.tui.app import OptOutApp
from tests.house import house
from tests.made_export import put_made_export
from tests.svg import Screen, moving, screen, still

SIZE = (100, 30)
TODAY = date(2026, 11, 22)
TITLE = "optout-tui"
THEMES = ("dark", "light")

PICTURES: dict[str, tuple[str | None, Sequence[str]]] = {
    "start": (None, ()),
    "region": (None, ("n", "enter", *"germany")),
    "platforms": ("Personal", ("a",)),
    "guide": ("Personal", ()),
    "summary": ("Personal", ("f",)),
    "compare": ("Personal", ("c",)),
    "no-opt-out": ("Abroad", ()),
    "audit": (None, ("end", "up", "a", "enter")),
}
"""Each picture: the checklist that is opened, if any, and the keys that lead to the screen."""


class Stop(NamedTuple):
    """Where the tour stays for some seconds: after *keys*, with a word on what was pressed."""

    keys: Sequence[str]
    title: str
    seconds: float


TOUR = (
    Stop((), "the first start", 2.5),
    Stop(tuple("ger"), "type where you live", 2.5),
    Stop(("enter",), "enter", 2),
    Stop(("space",), "space: Instagram", 1),
    Stop(tuple("@anika"), "your name there", 2),
    Stop(("enter", "down", "down", "down", "space", *"@anika", "enter"), "and X", 2),
    Stop(("enter",), "enter: the first step", 3.5),
    Stop(("space",), "space: done", 1.5),
    Stop(("space",), "space: done", 1.5),
    Stop(("p",), "p: something went wrong", 3),
    Stop(("escape",), "escape", 1),
    Stop(("r",), "r: the link for your phone", 3),
    Stop(("escape",), "escape", 1),
    Stop(("tab",), "tab: the next account", 2.5),
    Stop(("f",), "f: summary", 3.5),
)
"""From an empty folder to a summary, key by key."""


def _prepare(desk: Desk) -> None:
    personal = desk.create(
        "Personal", "DE", [("instagram", "@anika"), ("x", "@anika"), ("chatgpt", "")]
    )
    for step in ("open-menu", "find-block"):
        mark(personal, "instagram", step, "done")
    personal.save()
    desk.create("Abroad", "US", [("instagram", "@anika"), ("threads", "@anika")])
    studio = desk.create("Studio Nord", "IE", [("instagram", "@studio.nord")])
    sent(studio, "instagram", "objection", Dispatch(date(2026, 10, 30), reference="4711"))
    _tick_the_rest(studio)
    shop = desk.create("Corner shop", "FR", [("x", "@corner"), ("linkedin", "Corner shop")])
    _tick_the_rest(shop)


def _tick_the_rest(session: Session) -> None:
    for account in session.checklist.accounts:
        for view in session.view(account.id).steps:
            mark(session, account.id, view.step.id, "done")
    session.save()


async def _screens(desk: Desk, name: str | None, stops: Sequence[Sequence[str]]) -> list[Screen]:
    """Return what stands on the screen after the keys of each of *stops*."""
    app = OptOutApp(desk, name)
    found = []
    async with app.run_test(size=SIZE) as pilot:
        for keys in stops:
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
            found.append(screen(app.export_screenshot()))
    return found


def picture(name: str, theme: str) -> str:
    """Return the picture of that name in that theme."""
    checklist, keys = PICTURES[name]
    with tempfile.TemporaryDirectory() as data, patch.dict(os.environ, HOME=data):
        save_settings(Path(data), Settings(theme=theme))
        put_made_export(Path(data) / "Downloads")
        desk = Desk(Path(data), today=TODAY)
        _prepare(desk)
        [shown] = asyncio.run(_screens(desk, checklist, [keys]))
    return still(shown, TITLE)


def tour() -> str:
    """Return the tour as one picture that moves."""
    with tempfile.TemporaryDirectory() as data:
        desk = Desk(Path(data), today=TODAY)
        shown = asyncio.run(_screens(desk, None, [stop.keys for stop in TOUR]))
    return moving([(one, stop.title, stop.seconds) for one, stop in zip(shown, TOUR, strict=True)])


def main(folder: Path) -> None:
    """Write every picture to *folder*."""
    os.environ.update(LANG="de_DE.UTF-8", LC_ALL="de_DE.UTF-8")  # it begins the tour's list
    (folder / "screens").mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        for theme in THEMES:
            file = folder / "screens" / f"{name}-{theme}.svg"
            file.write_text(picture(name, theme), encoding="utf-8")
    (folder / "tour.svg").write_text(tour(), encoding="utf-8")
    (folder / "house.svg").write_text(house(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
