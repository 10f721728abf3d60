"""The Letter screen: answers on the left, the letter as it grows on the right."""

from pathlib import Path

import pytest

from optout_tui.journey.accounts import remove_account
from optout_tui.journey.desk import Desk
from optout_tui.letters.letter import DRAFT
from optout_tui.tui.dialogs.pick import PickDialog
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.screens.letter import LetterScreen
from optout_tui.tui.widgets.fields import NoteField
from tests.tui.desks import TODAY
from tests.tui.letters import MISSING, REASON, answer, begin_letter, letter_on
from tests.tui.room import entered, send_at_once


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
        letter = letter_on(room)
        assert "My pupils are in it." in letter.text
        assert MISSING not in room.text_in("#letter")
        await answer(room, "Their parents said no.", 2)
        await answer(room, "photos of 2019", 6)
        await answer(room, "a@b.example", 7)
        letter = letter_on(room)
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


async def test_another_kind_another_form_another_language(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await begin_letter(room)
        await room.press("k")
        room.at(PickDialog)
        await room.press("down", "enter")
        letter = letter_on(room)
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
        await begin_letter(room)
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
        letter = letter_on(room)
        assert REASON in letter.text
        assert REASON not in (real.data_dir / "checklists" / "Personal.toml").read_text("utf-8")


async def test_markup_and_controls_stay_text(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await room.press("l")
        await answer(room, "[bold]{{ 7 * 7 }}[/] \x1b[2J and my own words")
        letter = letter_on(room)
        assert "[bold]{{ 7 * 7 }}[/]" in letter.text
        assert not any("\x1b" in line for line in room.lines)


async def test_another_program_takes_the_account_away(real: Desk) -> None:
    other = real.open("Personal")
    async with entered(real, "Personal") as room:
        await begin_letter(room)
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


async def test_what_is_typed_at_once_after_tab_goes_to_the_next_answer(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await room.press("l", "tab")
        await room.do(lambda: send_at_once(room, *"one", "tab", *"two", "shift+tab", *"!"))
        fields = room.screen.query(NoteField)
        assert [field.text for field in fields][:3] == ["one!", "two", ""]
