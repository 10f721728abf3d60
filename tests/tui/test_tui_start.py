from datetime import date, timedelta

import pytest

from optout_tui.journey.desk import Desk
from optout_tui.journey.requests import Dispatch, sent
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark
from optout_tui.tui.dialogs.confirm import ConfirmDialog
from optout_tui.tui.dialogs.line import LineDialog
from optout_tui.tui.screens.compare import CompareScreen
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.screens.platforms import PlatformsScreen
from optout_tui.tui.screens.region import RegionScreen
from optout_tui.tui.screens.start import StartScreen
from tests.conftest import TODAY
from tests.tui.room import Room, entered

PERSONAL = 3
"""The line of ``Personal`` among the five, which are sorted by name."""


async def stand_on(room: Room, line: int) -> None:
    await room.press(*("down",) * line)
    assert room.chosen == line


async def test_start_shows_every_checklist_with_its_region_its_progress_and_what_comes_next(
    desk: Desk,
) -> None:
    async with entered(desk) as room:
        room.at(StartScreen)
        assert room.top.startswith("OptOut")
        assert room.top.endswith("Nothing leaves this computer")
        assert "Personal Germany 1 of 3 accounts next: Instagram, about 6 min" in room.text
        assert "Artist Germany all done check again on 22 Nov 2027" in room.text
        assert "Abroad United States 0 of 1 account next: Instagram, about 2 min" in room.text
        assert room.bottom == "enter Open   n New   d Due   c Compare   a Audit   q Leave   ? More"


async def test_start_tells_what_falls_in_the_next_thirty_days(desk: Desk) -> None:
    async with entered(desk) as room:
        coming = "2 Dec 2026 Waiting instagram:@acme: Meta's reply is due, in 10 days"
        assert f"In the next 30 days {coming}" in room.text


async def test_start_says_how_many_days_there_is_no_room_for(desk: Desk) -> None:
    for n in range(30):
        session = desk.create(f"Client {n:02}", "DE", [("instagram", f"@c{n}")])
        sent(session, f"instagram:@c{n}", "objection", Dispatch(TODAY - timedelta(days=12)))
        session.save()
    async with entered(desk) as room:
        shown = room.text_in("Coming").count("is due, in")
        assert 0 < shown < 31
        assert f"and {31 - shown} more: press d" in room.text


async def test_every_line_is_there_once_the_first_frame_stands(desk: Desk) -> None:
    for n in range(60):
        desk.create(f"Client {n:02}", "DE")
    async with entered(desk) as room:
        await room.press("end")
        assert room.chosen == 64


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 24), "0 of 1 account next: Instagram, about 1 min"),
        (date(2026, 11, 29), "0 of 1 account Meta's reply is due in 3 days"),
        (date(2026, 12, 2), "0 of 1 account Meta's reply is due today"),
        (date(2027, 2, 3), "0 of 1 account Meta's reply is overdue"),
    ],
)
async def test_a_reply_that_is_near_or_late_comes_before_the_next_step(
    desk: Desk, today: date, said: str
) -> None:
    async with entered(Desk(desk.data_dir, today=today, facts=desk.knowledge)) as room:
        assert f"Waiting Germany {said}" in room.text


async def test_where_every_step_is_done_the_line_says_when_the_reply_is_due(desk: Desk) -> None:
    waiting = desk.open("Waiting")
    for step in ("keep-screen", "keep-mail"):
        mark(waiting, "instagram", step, "done")
    waiting.save()
    async with entered(desk) as room:
        assert "Waiting Germany 0 of 1 account Meta's reply is due in 10 days" in room.text


async def test_columns_of_the_list_stand_under_each_other(desk: Desk) -> None:
    async with entered(desk) as room:
        rows = [line for line in room.lines if "account" in line or "all done" in line]
        words = ("0 of", "all done", "0 of", "1 of", "0 of")
        assert len({row.index(word) for row, word in zip(rows, words, strict=True)}) == 1


async def test_enter_opens_the_checklist_at_the_step_where_it_was_left(desk: Desk) -> None:
    async with entered(desk) as room:
        await stand_on(room, PERSONAL)
        await room.press("enter")
        assert room.at(GuideScreen).session.name == "Personal"
        assert room.step == "open-form"


async def test_enter_on_a_checklist_without_accounts_asks_for_them(empty: Desk) -> None:
    empty.create("Bare", "DE")
    async with entered(empty) as room:
        assert "Bare Germany no accounts yet add accounts" in room.text
        await room.press("enter")
        room.at(PlatformsScreen)


async def test_n_asks_for_a_name_and_a_region_and_makes_the_checklist(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("n")
        room.at(LineDialog)
        assert "Personal 2" in room.text
        await room.paste("Acme GmbH")
        await room.press("enter")
        room.at(RegionScreen)
        assert "Acme GmbH" not in desk.store.names()
        await room.paste("brasil")
        await room.press("enter")
        room.at(PlatformsScreen)
        assert room.on_disk("Acme GmbH").region == "BR"


async def test_a_name_that_no_file_can_bear_is_refused_and_the_dialog_stays(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("n")
        await room.paste("a/b")
        await room.press("enter")
        room.at(LineDialog)
        assert room.told == ['the name "a/b" holds /, which file names may not hold']


async def test_a_name_that_is_taken_is_refused_before_anything_is_written(desk: Desk) -> None:
    before = desk.store.path("Personal").read_bytes()
    async with entered(desk) as room:
        await room.press("n")
        await room.paste("personal")
        await room.press("enter", "enter")
        assert room.told == ['a checklist named "personal" already exists']
    assert desk.store.path("Personal").read_bytes() == before


async def test_e_gives_a_checklist_another_name(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("e")
        await room.paste("Travels")
        await room.press("enter")
        room.at(StartScreen)
        assert "Travels United States" in room.text
        assert "Abroad" not in room.text
    assert "Travels" in desk.store.names()
    assert "Abroad" not in desk.store.names()


async def test_a_new_name_that_is_taken_changes_nothing(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("e")
        await room.paste("Artist")
        await room.press("enter")
        assert room.told == ['a checklist named "Artist" already exists']
    assert "Abroad" in desk.store.names()


@pytest.mark.parametrize("keys", [("enter", "escape"), ("n",), ("escape",)])
async def test_x_deletes_nothing_before_y_is_pressed(desk: Desk, keys: tuple[str, ...]) -> None:
    async with entered(desk) as room:
        await room.press("x")
        room.at(ConfirmDialog)
        assert "Delete Abroad?" in room.text
        assert "This cannot be undone." in room.text
        await room.press(*keys)
        room.at(StartScreen)
    assert "Abroad" in desk.store.names()


async def test_x_then_y_deletes_the_checklist_with_its_backups(
    desk: Desk, personal: Session
) -> None:
    backups = desk.store.backup_folder(personal.checklist.id)
    assert backups.exists()
    async with entered(desk) as room:
        await stand_on(room, PERSONAL)
        await room.press("x", "y")
        room.at(StartScreen)
        assert "Personal" not in room.text
    assert "Personal" not in desk.store.names()
    assert not backups.exists()


async def test_after_the_last_checklist_is_deleted_region_greets_again(empty: Desk) -> None:
    empty.create("Only", "DE")
    async with entered(empty) as room:
        await room.press("x", "y")
        assert room.at(RegionScreen).first


async def test_c_compares_for_the_region_of_the_line(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("c")
        room.at(CompareScreen)
        assert room.top.startswith("Compare  United States")
        await room.press("escape")
        room.at(StartScreen)


async def test_t_changes_the_theme_and_remembers_it(desk: Desk) -> None:
    async with entered(desk) as room:
        assert room.app.theme == "optout-dark"
        await room.press("t")
        assert room.app.theme == "optout-light"
    assert 'theme = "light"' in (desk.data_dir / "settings.toml").read_text("utf-8")
    async with entered(Desk(desk.data_dir, today=desk.today, facts=desk.knowledge)) as room:
        assert room.app.theme == "optout-light"


async def test_a_file_that_is_not_whole_is_listed_with_the_reason_and_left_alone(
    desk: Desk,
) -> None:
    path = desk.data_dir / "checklists" / "Aaa.toml"
    path.write_text("format = 1\nregion = [", "utf-8")
    async with entered(desk, size=(160, 30)) as room:
        assert "Aaa not readable" in room.text
        assert "not TOML" in room.text
        await room.press("enter")
        room.at(StartScreen)
        assert room.told[-1].startswith("Aaa.toml: not TOML")
    assert path.read_text("utf-8") == "format = 1\nregion = ["


async def test_q_leaves_with_status_0(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("q")
        assert room.app.return_code == 0
        assert room.app.left_with == ""
