"""Makes the README's pictures from the real program: ``python -m tests.screenshots assets``."""

import asyncio
import re
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from optout_tui.journey.desk import Desk
from optout_tui.journey.steps import mark
from optout_tui.tui.app import OptOutApp

SIZE = (100, 30)
TODAY = date(2026, 11, 22)
TITLE = "optout-tui"

PICTURES: dict[str, tuple[str | None, Sequence[str]]] = {
    "region": (None, ("n", "enter", *"germany")),
    "guide": ("Personal", ()),
    "compare": ("Personal", ("c",)),
    "no-opt-out": ("Abroad", ()),
    "summary": ("Personal", ("f",)),
    "start": (None, ()),
}
"""Each picture: the checklist that is opened, if any, and the keys that lead to the screen."""


def _prepare(desk: Desk) -> None:
    personal = desk.create(
        "Personal", "DE", [("instagram", "@anika"), ("x", "@anika"), ("chatgpt", "")]
    )
    for step in ("open-menu", "find-block"):
        mark(personal, "instagram", step, "done")
    personal.save()
    desk.create("Abroad", "US", [("instagram", "@anika"), ("threads", "@anika")])
    studio = desk.create("Studio Nord", "BR", [("instagram", "@studio.nord")])
    for step in ("open-menu", "find-block", "open-form", "fill-in", "send"):
        mark(studio, "instagram", step, "done")
    studio.save()


async def _picture(desk: Desk, name: str | None, keys: Sequence[str]) -> str:
    app = OptOutApp(desk, name)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        return self_contained(app.export_screenshot(title=TITLE))


def self_contained(svg: str) -> str:
    """Return *svg* without the fonts it would fetch, and with its spaces kept by every viewer."""
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("font-family: Fira Code", "font-family: 'Fira Code', 'DejaVu Sans Mono'")
    return svg.replace("<text ", '<text xml:space="preserve" ')


def main(folder: Path) -> None:
    """Write every picture to *folder*."""
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        desk = Desk(Path(data), today=TODAY)
        _prepare(desk)
        for name, (checklist, keys) in PICTURES.items():
            svg = asyncio.run(_picture(desk, checklist, keys))
            (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
