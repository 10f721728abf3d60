"""The Letter screen: answers on the left, the letter as it grows on the right."""

from datetime import date
from pathlib import Path

import pytest

from optout_tui.checklist.model import Checklist
from optout_tui.journey.accounts import remove_account
from optout_tui.journey.desk import Desk
from optout_tui.journey.requests import Dispatch, reply, sent
from optout_tui.letters.letter import DRAFT
from optout_tui.tui.dialogs.pick import PickDialog
from optout_tui.tui.dialogs.save_as import SaveAsDialog
from optout_tui.tui.dialogs.sent import SentDialog
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.screens.letter import LetterScreen
from optout_tui.tui.widgets.fields import NoteField
from tests.tui.room import Room, entered

TODAY = date(2026, 11, 22)
MISSING = "GDPR Art. 21(1) wants your own reasons"
REASON = "My pupils are in my pictures."


@pytest.fixture
def real(tmp_path: Path) -> Desk:
    """A desk with all that is true, and one checklist: somebody in Germany, on Instagram."""
    desk = Desk(tmp_path / "data", today=TODAY)
    desk.create("Personal", "DE", [("instagram", "@anika")]).save()
    return desk


async def answer(room: Room, text: str, field: int = 0) -> None:
    """Put *text* into one of the fields, as pasting does."""
    room.screen.query_one(f"#answer-{field}", NoteField).insert(text)
    await room.settle()


def requests(checklist: Checklist) -> list[tuple[str, str]]:
    account = checklist.accounts[0]
    return [(one.kind, event.kind) for one in account.requests for event in one.events] or [
        (one.kind, "") for one in account.requests
    ]


async def test_the_letter_is_one_key_from_the_guide_and_back(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await room.press("l")
        assert room.at(LetterScreen).account_id == "instagram:@anika"
        assert "Instagram @anika Object to AI training" in room.top.replace("  ", " ")
        assert DRAFT in room.text
        await room.press("escape")
        room.at(GuideScreen)


async def test_the_palette_finds_it(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await room.press("ctrl+p", *"letter", "enter", "enter")
        room.at(LetterScreen)


async def test_a_step_that_sends_something_says_so_and_sends_that(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        step = next(s.step.id for s in room.guide.account.steps if s.step.sends)
        await room.go_to(step)
        assert "Press l for a letter" in " ".join(
            block.body.plain for block in room.guide._step_blocks(room.guide.chosen)
        )
        await room.press("l")
        assert room.at(LetterScreen).kind == "objection"


async def test_it_grows_with_every_word(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await room.press("l")
        assert MISSING in room.text_in("#letter")
        await room.press("tab", *"My pupils are in it.")
        letter = room.at(LetterScreen).letter
        assert letter is not None
        assert "My pupils are in it." in letter.text
        assert MISSING not in room.text_in("#letter")
        await answer(room, "Their parents said no.", 2)
        await answer(room, "photos of 2019", 6)
        await answer(room, "a@b.example", 7)
        letter = room.at(LetterScreen).letter
        assert letter is not None
        assert "My pupils are in it.\n\nTheir parents said no." in letter.text
        assert "photos of 2019" in letter.text
        assert "a@b.example" in letter.text


async def test_keys_are_letters_in_a_field_and_escape_leaves_it(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await room.press("l", "tab", *"yxmksq")
        assert room.screen.query_one("#answer-0", NoteField).text == "yxmksq"
        await room.press("escape")
        assert room.app.focused is room.screen.query_one("#letter")
        room.at(LetterScreen)


async def test_nothing_is_copied_written_or_sent_without_reasons(
    real: Desk, quiet_computer: list[str]
) -> None:
    async with entered(real, "Personal") as room:
        await room.press("l", "y", "x", "m")
        room.at(LetterScreen)
        assert len([note for note in room.told if MISSING in note]) == 3
        assert quiet_computer == []
        assert requests(room.here) == []


async def test_y_copies_the_letter_and_does_not_read_it_out(
    real: Desk, quiet_computer: list[str]
) -> None:
    async with entered(real, "Personal") as room:
        await room.press("l")
        await answer(room, REASON)
        await room.press("y")
        letter = room.at(LetterScreen).letter
        assert letter is not None
        assert quiet_computer == [letter.text]
        assert room.told[-1] == "Sent to the clipboard: the letter"


async def test_x_writes_a_file(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await room.press("l")
        await answer(room, REASON)
        await room.press("x")
        room.at(SaveAsDialog)
        await room.press("enter")
        letter = room.at(LetterScreen).letter
        file = Path.cwd() / "instagram objection 2026-11-22.txt"
        assert letter is not None
        assert file.read_text("utf-8") == letter.text
        assert file.stat().st_mode & 0o777 == 0o600
        assert room.told[-1] == f"Written: {file}"


async def test_a_file_that_is_there_is_replaced_only_after_a_yes(real: Desk) -> None:
    file = Path.cwd() / "instagram objection 2026-11-22.txt"
    file.write_text("mine")
    async with entered(real, "Personal") as room:
        await room.press("l")
        await answer(room, REASON)
        await room.press("x", "enter", "escape")
        assert file.read_text() == "mine"
        await room.press("enter", "y")
        assert REASON in file.read_text("utf-8")
        room.at(LetterScreen)


async def test_a_name_that_can_be_none_is_refused(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await room.press("l")
        await answer(room, REASON)
        await room.press("x")
        for name in ("", "~nobody-here-at-all/x", str(Path.cwd() / "none" / "x")):
            await room.paste(name)
            await room.press("enter")
            room.at(SaveAsDialog)
        assert any("nobody here is called" in note for note in room.told)
        await room.press("escape")
        assert list(Path.cwd().iterdir()) == []


async def test_m_records_the_request_and_ticks_its_step(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await room.press("l")
        await answer(room, REASON)
        await room.press("m")
        room.at(SentDialog)
        await room.press("enter")
        room.at(LetterScreen)
        assert room.told[-1] == "Recorded: objection, sent on 22 Nov 2026."
        assert requests(room.on_disk()) == [("objection", "")]
        await room.press("escape")
        assert any(step.step.sends and step.mark for step in room.guide.account.steps)


async def test_the_next_letter_is_what_comes_next(real: Desk) -> None:
    session = real.open("Personal")
    sent(session, "instagram", "objection", Dispatch(date(2026, 6, 1)))
    reply(session, "instagram", "refused", on=date(2026, 6, 20))
    session.save()
    async with entered(real, "Personal") as room:
        await room.go_to("open-menu")
        await room.press("l")
        assert room.at(LetterScreen).kind == "complaint"
        assert "Art. 77 DSGVO" in room.text_in("#letter")
        await room.press("m", "enter")
        assert requests(room.on_disk())[-1] == ("objection", "complaint")


async def test_the_due_list_may_ask_for_one_letter_about_one_request(real: Desk) -> None:
    session = real.open("Personal")
    for day in (1, 2):
        sent(session, "instagram", "objection", Dispatch(date(2026, 6, day)))
    session.save()
    async with entered(real, "Personal") as room:
        session_there = room.app.session
        assert session_there is not None
        await room.do(
            lambda: room.app.show_letter(session_there, "instagram:@anika", "reminder", "r1")
        )
        letter = room.at(LetterScreen).letter
        assert letter is not None
        assert "1. Juni 2026" in letter.text
        await room.press("m", "enter")
        events = [len(one.events) for one in room.on_disk().accounts[0].requests]
        assert events == [1, 0]


async def test_where_it_is_not_clear_what_is_meant_it_says_so(real: Desk) -> None:
    session = real.open("Personal")
    for day in (1, 2):
        sent(session, "instagram", "objection", Dispatch(date(2026, 6, day)))
    session.save()
    async with entered(real, "Personal") as room:
        await room.do(
            lambda: room.app.show_letter(room.guide.session, "instagram:@anika", "reminder")
        )
        assert "several requests" in room.text_in("#letter")
        await room.press("y", "x", "m", "g")
        room.at(LetterScreen)


async def test_another_kind_another_form_another_language(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await room.press("l")
        await answer(room, REASON)
        await room.press("k")
        room.at(PickDialog)
        await room.press("down", "enter")
        letter = room.at(LetterScreen).letter
        assert letter is not None
        assert (letter.kind, letter.language) == ("erasure", "de")
        await room.press("s")
        short = room.at(LetterScreen).letter
        assert short is not None
        assert len(short.text) < len(letter.text)
        assert "short · Deutsch" in room.top
        await room.press("s", "g", "down", "enter")
        english = room.at(LetterScreen).letter
        assert english is not None
        assert (english.language, english.english) == ("en", "")
        await room.press("k", "escape", "g", "escape")
        assert room.at(LetterScreen).letter == english


async def test_english_stands_beside_it_to_be_read(real: Desk, quiet_computer: list[str]) -> None:
    async with entered(real, "Personal") as room:
        await room.press("l")
        await answer(room, REASON)
        assert "Widerspruch" in room.text_in("#letter")
        await room.press("e")
        assert "In English, for you to read. What is sent is not." in room.text_in("#letter")
        assert "Objection to the use" in room.text_in("#letter")
        await room.press("y")
        assert "Widerspruch" in quiet_computer[0]
        await room.press("e")
        assert "Widerspruch" in room.text_in("#letter")


async def test_one_language_is_no_choice(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "data", today=TODAY)
    desk.create("Personal", "TR", [("instagram", "@anika")]).save()
    async with entered(desk, "Personal") as room:
        await room.press("l", "g")
        assert room.told[-1] == "This letter is there in English only."


async def test_what_was_typed_is_there_again(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await room.press("l")
        await answer(room, REASON, 3)
        await room.press("escape", "l")
        assert room.screen.query_one("#answer-3", NoteField).text == REASON
        letter = room.at(LetterScreen).letter
        assert letter is not None
        assert REASON in letter.text
        assert REASON not in (real.data_dir / "checklists" / "Personal.toml").read_text("utf-8")


async def test_markup_and_controls_stay_text(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await room.press("l")
        await answer(room, "[bold]{{ 7 * 7 }}[/] \x1b[2J and my own words")
        letter = room.at(LetterScreen).letter
        assert letter is not None
        assert "[bold]{{ 7 * 7 }}[/]" in letter.text
        assert not any("\x1b" in line for line in room.lines)


async def test_another_program_takes_the_account_away(real: Desk) -> None:
    other = real.open("Personal")
    async with entered(real, "Personal") as room:
        await room.press("l")
        await answer(room, REASON)
        await room.do(room.at(LetterScreen).take_in)
        room.at(LetterScreen)
        remove_account(other, "instagram:@anika")
        other.save()
        await room.do(room.app.look)
        assert not isinstance(room.screen, LetterScreen)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (40, 12)])
async def test_it_can_be_used_in_a_small_window(real: Desk, size: tuple[int, int]) -> None:
    async with entered(real, "Personal", size) as room:
        await room.press("l", "tab", *"My pupils.")
        assert "My pupils." in room.text_in("#own")
        assert all(len(line) <= size[0] for line in room.lines)
        await room.press("escape", "pagedown", "pagedown", "pageup")
        assert room.at(LetterScreen).letter is not None
        assert "? More" in room.bottom
        await room.press("question_mark")
        await room.press("escape")
        room.at(LetterScreen)
