"""Names in every script: columns stand under each other by cells, and no line is too long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from optout_tui.journey.desk import Desk
from optout_tui.tui.flow import block, field, lay_out, plain
from optout_tui.tui.widgets.fields import NoteField
from optout_tui.tui.widgets.rows import columns
from tests.tui.room import Room, entered

NAMES = ("Studio Nord", "日本語の会社", "סטודיו צפון", "استوديو", "🎨 ateliér", "café", "한국어 팀")
LETTERS = (
    *"ab @.日本語한글ﾊﾟץאםשמﷺبｆ🎨",
    "e\u0301",
    "👩\u200d👩\u200d👧",
    "می\u200cخوا",
    "❤\ufe0f",
)
texts = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=30).map("".join)
widths = st.integers(20, 90)


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=6), widths)
def test_columns_stand_under_each_other_whatever_the_script(
    rows: list[tuple[str, str]], width: int
) -> None:
    table = columns([(plain(one), plain("|"), plain(two)) for one, two in rows])
    lines = [line.at(width).plain for line in table]
    starts = {cell_len(line[: line.rindex("|")]) for line in lines}
    assert len(starts) == 1
    assert all(cell_len(line) <= width for line in lines)


@given(texts, texts, widths)
def test_no_line_of_a_text_is_longer_than_its_room(label: str, text: str, width: int) -> None:
    laid = lay_out([block(text, bullet="· "), block(text, indent=2), field(label[:7], text)], width)
    assert all(cell_len(line) <= width for line in laid.plain.split("\n"))


def column_of(room: Room, word: str) -> set[int]:
    """At which cells *word* begins, over all lines that hold it."""
    return {cell_len(line[: line.index(word)]) for line in room.lines if word in line}


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_checklists_named_in_every_script_line_up(empty: Desk, width: int) -> None:
    for name in NAMES:
        empty.create(name, "DE", [("instagram", "@anika")])
    async with entered(empty, size=(width, 30)) as room:
        assert len(column_of(room, "Germany")) == 1
        assert len(column_of(room, "0 of 1")) == 1
        assert sum("Germany" in line for line in room.lines) == len(NAMES)
        assert {cell_len(line) for line in room.lines} == {width}


@pytest.mark.parametrize("name", NAMES)
async def test_handles_and_notes_in_every_script_leave_the_frame_whole(
    empty: Desk, name: str
) -> None:
    session = empty.create("Personal", "DE", [("instagram", f"@{name}"), ("x", "@anika")])
    async with entered(empty, "Personal", size=(80, 24)) as room:
        assert f"@{name}" in room.top
        await room.press("n")
        await room.do(lambda: room.screen.query_one(NoteField).insert(f"{name} " * 12))
        frames = {cell_len(line) for line in room.lines}
        await room.press("ctrl+s")
        assert name in " ".join(room.text_in("#step").split())
        assert {cell_len(line) for line in room.lines} == frames == {80}
        edges = {line.rstrip()[-1] for line in room.lines[2:-2]}
        assert edges <= set("╮│╯┓┃┛")
        await room.press("a")
        assert len(column_of(room, "object with a form") | column_of(room, "turn off a")) <= 2
    assert session.checklist.accounts[0].handle == f"@{name}"
