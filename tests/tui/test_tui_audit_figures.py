"""What comes of an audit on the screen: figures that are kept, and a sentence for a letter."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from textual.widgets import TextArea

from optout_tui.checklist.model import Counted
from optout_tui.journey.desk import Desk
from optout_tui.tui.screens.audit import AuditScreen
from optout_tui.tui.screens.letter import LetterScreen
from tests.audit.exports import x
from tests.tui.exports import downloads, put
from tests.tui.room import entered


async def test_figures_are_kept_only_when_the_person_says_yes(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("d", "enter", "k")
        assert "none of what you made" in room.text_in("#box")
        await room.press("escape")
        assert room.here.accounts[0].audits == ()
        await room.press("k", "y")
        (kept,) = room.on_disk().accounts[0].audits
        assert kept.items["posts"] == 5
        assert "Saved · revision" in room.bottom
        await room.press("escape", "u")
        assert room.here.accounts[0].audits == ()


async def test_figures_of_another_platform_are_not_kept(desk: Desk) -> None:
    put(downloads(desk), "x-2022.zip", x.x_2022())
    async with entered(desk, "Personal") as room:
        await room.press("d", "slash")
        await room.paste(str(downloads(desk) / "x-2022.zip"))
        await room.press("enter", "k", "y")
        assert "this is an export of X" in room.told[-1]
        await room.press("l")
        assert "nothing of instagram" in room.told[-1]


async def test_the_sentence_is_shown_changed_and_taken_into_the_letter(desk: Desk) -> None:
    async with entered(desk, "Personal", size=(120, 50)) as room:
        await room.press("d", "enter", "l")
        field = room.screen.query_one(TextArea)
        assert field.text.startswith("My own data export from Instagram holds 5 posts")
        field.text = "I have shown five posts there since 2021, and they show my pupils."
        await room.press("ctrl+s")
        letter = room.at(LetterScreen)
        assert letter.own_words().grounds == field.text
        assert "they show my pupils" in room.text_in("#letter")
        await room.press("escape")
        room.guide  # noqa: B018 - it asserts that the audit is no longer in between


async def test_the_letter_asks_for_an_audit_and_gets_its_sentence(desk: Desk) -> None:
    async with entered(desk, "Personal", size=(120, 50)) as room:
        await room.go_to("send")
        await room.press("l", "a")
        room.at(AuditScreen)
        await room.press("enter", "l", "escape", "l", "ctrl+s")
        letter = room.at(LetterScreen)
        assert letter.own_words().grounds.startswith("My own data export from Instagram")
        await room.press("escape")
        room.guide  # noqa: B018 - the letter was there only once


async def test_the_letter_offers_the_figures_that_were_kept(desk: Desk) -> None:
    async with entered(desk, "Personal", size=(120, 50)) as room:
        await room.press("d", "enter", "k", "y", "escape")
        await room.go_to("send")
        await room.press("l", "a")
        assert "My own data export from Instagram" in room.screen.query_one(TextArea).text
        await room.press("escape")
        assert room.at(LetterScreen).own_words().grounds == ""
        await room.press("a", "ctrl+s")
        assert room.at(LetterScreen).own_words().grounds.startswith("My own data export")


@pytest.mark.parametrize("public", [0, 312])
async def test_the_summary_names_what_is_public_only_where_that_is_sure(
    desk: Desk, public: int
) -> None:
    async with entered(desk, "Personal") as room:
        account = room.here.accounts[0]
        noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
        counted = Counted(at=noon, public=public, not_recorded=900)
        room.guide.session.apply_to("kept", replace(account, audits=(counted,)))
        await room.press("f")
        told = "312 posts, photos and videos, counted on 22 Nov 2026"
        assert (told in room.text) == (public > 0)
        assert ("Public" in room.text) == (public > 0)
        assert "who can see 900" in room.text


async def test_away_from_an_account_nothing_can_be_kept(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("a", "enter", "k", "l")
        room.at(AuditScreen)
        assert "Keep" not in room.bottom
