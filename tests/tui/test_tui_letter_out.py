"""A letter goes out: copied, written to a file, recorded as sent, and what comes after it."""

from datetime import date
from pathlib import Path

from optout_tui.journey.desk import Desk
from optout_tui.journey.requests import Dispatch, reply, sent
from optout_tui.tui.dialogs.save_as import SaveAsDialog
from optout_tui.tui.dialogs.sent import SentDialog
from optout_tui.tui.screens.letter import LetterScreen
from tests.tui.letters import MISSING, REASON, begin_letter, letter_on, requests
from tests.tui.room import entered


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
        await begin_letter(room)
        await room.press("y")
        letter = letter_on(room)
        assert quiet_computer == [letter.text]
        assert room.told[-1] == "Sent to the clipboard: the letter"


async def test_x_writes_a_file(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await begin_letter(room)
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
        await begin_letter(room)
        await room.press("x", "enter", "escape")
        assert file.read_text() == "mine"
        await room.press("enter", "y")
        assert REASON in file.read_text("utf-8")
        room.at(LetterScreen)


async def test_a_name_that_can_be_none_is_refused(real: Desk) -> None:
    async with entered(real, "Personal") as room:
        await begin_letter(room)
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
        await begin_letter(room)
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
        letter = letter_on(room)
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
