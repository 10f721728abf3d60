"""The same things done on lines and on the screen make the same checklist."""

from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import Checklist
from optout_tui.journey.desk import Desk
from optout_tui.library.knowledge import Knowledge
from optout_tui.plain.wizard import run
from tests.conftest import TODAY
from tests.tui.room import entered

LINES = ("done", "problem", "2", "done", "done", "", "", "4711", "quit")
KEYS = ("space", "p", "down", "enter", "space", "space", "tab", *"4711", "enter", "q")


def without_moments(checklist: Checklist) -> Checklist:
    """Without what tells the two apart: the id, the moments, how often it was saved."""
    then: datetime = checklist.created
    account = checklist.accounts[0]
    steps = tuple(replace(mark, at=then) for mark in account.steps)
    return replace(
        checklist,
        id="",
        revision=0,
        parent="",
        updated=then,
        accounts=(replace(account, steps=steps),),
    )


@pytest.fixture
def two(tmp_path: Path, small: Knowledge) -> tuple[Desk, Desk]:
    desks = [Desk(tmp_path / name, today=TODAY, facts=small) for name in ("lines", "screen")]
    for desk in desks:
        desk.create("Personal", "DE", [("photopia", "@anika")])
    return desks[0], desks[1]


async def test_both_ways_lead_to_the_same_checklist(
    two: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    on_lines, on_screen = two
    run(on_lines, "Personal", StringIO("".join(f"{line}\n" for line in LINES)), StringIO())
    async with entered(on_screen, "Personal") as room:
        await room.press(*KEYS)
    one, other = (without_moments(desk.open("Personal").checklist) for desk in two)
    assert one.accounts[0].steps
    assert one == other
