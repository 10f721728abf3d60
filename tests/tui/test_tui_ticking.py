"""The guide: ticking, what is asked when something is sent or kept, taking it back."""

from datetime import date

import pytest

from optout_tui.checklist.model import Account
from optout_tui.journey.desk import Desk
from optout_tui.tui.dialogs.evidence import EvidenceDialog
from optout_tui.tui.dialogs.reply import ReplyDialog
from optout_tui.tui.dialogs.sent import SentDialog
from optout_tui.tui.screens.guide import GuideScreen
from tests.tui.room import Room, entered


def first(room: Room, name: str = "Personal") -> Account:
    return room.on_disk(name).accounts[0]


def states(room: Room) -> dict[str, str]:
    return {mark.id: mark.state for mark in first(room).steps}


async def test_space_ticks_the_step_saves_it_and_goes_on(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        assert room.step == "open-form"
        await room.press("space")
        assert room.step == "fill-in"
        assert states(room) == {"open-menu": "done", "find-block": "done", "open-form": "done"}
        assert "✓ Open the objection form" in room.text
        assert room.bottom.endswith("Saved · revision 3")
        assert room.top.endswith("step 4 of 7 · about 4 min left")


async def test_space_on_a_ticked_step_takes_the_tick_back_and_stays(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("up", "space")
        assert room.step == "find-block"
        assert states(room) == {"open-menu": "done"}
        assert "○ Find the block at the end" in room.text


async def test_a_tick_keeps_what_the_step_said_and_when(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("up")
        assert "Done 22 Nov 2026, 12:00" in room.text
        assert len(first(room).steps[1].seen) == 8


async def test_s_skips_the_step_and_goes_on(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("s")
        assert room.step == "fill-in"
        assert states(room)["open-form"] == "skipped"
        assert "– Open the objection form" in room.text


async def test_ticking_the_step_that_sends_asks_and_enter_means_today_by_form(
    desk: Desk,
) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("send")
        await room.press("space")
        room.at(SentDialog)
        assert "Sent: Instagram @anika" in room.text
        assert "The time to answer runs from here." in room.text
        await room.press("enter")
        assert room.step == "keep-screen"
        (request,) = first(room).requests
        assert (request.kind, request.sent, request.received, request.channel) == (
            "objection",
            desk.today,
            desk.today,
            "form",
        )
        assert states(room)["send"] == "done"


async def test_a_request_keeps_its_day_its_channel_and_its_reference(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("send")
        await room.press("space")
        await room.paste("2026-11-03")
        await room.press("tab")
        await room.paste(" case 77 ")
        await room.press("tab", "down", "down", "enter")
        (request,) = first(room).requests
        assert (request.sent, request.channel, request.reference) == (
            date(2026, 11, 3),
            "letter",
            "case 77",
        )


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("2026-11-31", "2026-11-31 is no date such as 2026-11-22"),
        ("yesterday", "yesterday is no date such as 2026-11-22"),
    ],
)
async def test_a_day_that_is_none_keeps_the_dialog_open(
    desk: Desk, typed: str, reason: str
) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("send")
        await room.press("space")
        await room.paste(typed)
        await room.press("enter")
        room.at(SentDialog)
        assert room.told == [reason]
        assert first(room).requests == ()


async def test_a_day_that_lies_ahead_records_nothing(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("send")
        await room.press("space")
        await room.paste("2026-11-23")
        await room.press("enter")
        assert room.told == ["2026-11-23 lies ahead"]
        assert first(room).requests == ()
        assert "send" not in states(room)


async def test_escape_sends_nothing(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("send")
        await room.press("space", "escape")
        assert room.step == "send"
        assert "send" not in states(room)
        assert first(room).requests == ()


async def test_taking_back_the_tick_of_the_sending_drops_its_request(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("send")
        await room.press("space", "enter")
        await room.go_to("send")
        await room.press("space")
        assert first(room).requests == ()
        await room.press("space", "enter")
        assert len(first(room).requests) == 1


async def test_a_proof_step_asks_what_is_held_and_suggests_its_own_kind(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("keep-screen")
        await room.press("space")
        room.at(EvidenceDialog)
        assert room.chosen == 2, "a screenshot"
        await room.press("tab")
        await room.paste("objection.png")
        await room.press("enter")
        (held,) = first(room).evidence
        assert (held.kind, held.reference) == ("screenshot", "objection.png")
        assert states(room)["keep-screen"] == "done"


async def test_e_keeps_evidence_without_ticking_anything(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        before = states(room)
        await room.press("e", "down", "enter")
        assert [held.kind for held in first(room).evidence] == ["receipt"]
        assert states(room) == before
        assert room.step == "open-form"


async def test_where_a_request_is_out_a_mail_can_be_the_answer_to_it(desk: Desk) -> None:
    async with entered(desk, "Waiting") as room:
        await room.go_to("keep-mail")
        await room.press("space")
        assert "a mail: they will do it" in room.text
        await room.press("enter")
        account = first(room, "Waiting")
        assert [held.kind for held in account.evidence] == ["mail"]
        assert [event.kind for event in account.requests[0].events] == ["granted"]
        await room.press("u")
        account = first(room, "Waiting")
        assert account.evidence == ()
        assert account.requests[0].events == ()
        assert "keep-mail" not in [mark.id for mark in account.steps]


@pytest.mark.parametrize(
    ("downs", "kind", "reason", "note"),
    [
        (0, "granted", "", "their words"),
        (1, "refused", "their words", ""),
        (2, "extension", "", "their words"),
        (3, "question", "", "their words"),
    ],
)
async def test_b_records_what_came_back(
    desk: Desk, downs: int, kind: str, reason: str, note: str
) -> None:
    async with entered(desk, "Waiting") as room:
        await room.press("b")
        room.at(ReplyDialog)
        await room.press(*("down",) * downs, "tab")
        await room.paste("2026-11-20")
        await room.press("tab")
        await room.paste("their words")
        await room.press("enter")
        (event,) = first(room, "Waiting").requests[0].events
        assert (event.kind, event.on, event.reason, event.note) == (
            kind,
            date(2026, 11, 20),
            reason,
            note,
        )


async def test_an_answer_before_the_sending_is_refused(desk: Desk) -> None:
    async with entered(desk, "Waiting") as room:
        await room.press("b", "tab")
        await room.paste("2026-11-01")
        await room.press("enter")
        assert room.told[0].startswith("2026-11-01 lies before the day the request was sent")
        assert first(room, "Waiting").requests[0].events == ()


async def test_b_where_nothing_was_sent_says_so(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("b")
        room.at(GuideScreen)
        assert room.told == ["Nothing was sent for this account yet."]


async def test_u_takes_back_one_change_after_the_other(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("space", "s")
        await room.press("u")
        assert "fill-in" not in states(room)
        assert states(room)["open-form"] == "done"
        await room.press("u")
        assert "open-form" not in states(room)
        assert room.told == ["Undone: Fill it in: skipped", "Undone: Open the objection form: done"]
        await room.press("u")
        assert room.told[-1] == "There is nothing to undo."
        assert states(room) == {"open-menu": "done", "find-block": "done"}


async def test_when_all_is_done_the_guide_names_what_comes_next(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("s", "s", "s", "s", "s")
        assert room.top.endswith("all 7 steps done")
        said = "Instagram @anika: done. Press enter for X @anika, about 2 min."
        assert said in room.text_in("#step")
        await room.press("enter", "s", "s")
        said = "X @anika: done. That was the last account. Press enter for the summary."
        assert said in room.text_in("#step")
