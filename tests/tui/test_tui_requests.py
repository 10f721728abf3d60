"""The guide: what is asked when something is sent, came back, or followed."""

from datetime import date

import pytest
from textual.widgets import Input

from optout_tui.journey.desk import Desk
from optout_tui.journey.requests import Dispatch, reply, sent
from optout_tui.tui.dialogs.evidence import EvidenceDialog
from optout_tui.tui.dialogs.follow_up import FollowUpDialog
from optout_tui.tui.dialogs.reply import ReplyDialog
from optout_tui.tui.dialogs.sent import SentDialog
from optout_tui.tui.screens.guide import GuideScreen
from tests.tui.room import entered, first, send_at_once, states


async def test_ticking_the_step_that_sends_asks_and_enter_means_today_by_form(
    desk: Desk,
) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("send")
        await room.press("space")
        room.at(SentDialog)
        assert "Sent: Instagram @anika" in room.text
        assert "The time to answer runs from the day it arrives." in room.text
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
    ("keys", "kind", "reason", "about"),
    [
        ((), "granted", "", ""),
        (("down", "tab"), "refused", "", ""),
        (("down", "tab", "down"), "refused", "no_match", ""),
        (("down", "tab", "down", "down"), "refused", "insuf_verification", ""),
        (("down", "down"), "extension", "", ""),
        (("down", "down", "down", "tab"), "question", "", "identity"),
        (("down", "down", "down", "tab", "down"), "question", "", "form"),
        (("down", "down", "down", "tab", "end"), "question", "", ""),
    ],
)
async def test_b_records_what_came_back(
    desk: Desk, keys: tuple[str, ...], kind: str, reason: str, about: str
) -> None:
    async with entered(desk, "Waiting") as room:
        await room.press("b")
        room.at(ReplyDialog)
        await room.press(*keys, "tab")
        await room.paste("2026-11-20")
        await room.press("tab")
        await room.paste("their words")
        await room.press("enter")
        (event,) = first(room, "Waiting").requests[0].events
        assert (event.kind, event.on, event.note) == (kind, date(2026, 11, 20), "their words")
        assert (event.reason, event.about) == (reason, about)


async def test_a_reason_that_was_looked_at_goes_with_a_refusal_alone(desk: Desk) -> None:
    async with entered(desk, "Waiting") as room:
        await room.press("b", "down", "tab", "down", "shift+tab", "up", "enter")
        (event,) = first(room, "Waiting").requests[0].events
        assert (event.kind, event.reason) == ("granted", "")


async def test_of_several_requests_the_answered_one_is_chosen(desk: Desk) -> None:
    waiting = desk.open("Waiting")
    sent(waiting, "instagram", "access", Dispatch(date(2026, 11, 5), reference="4712"))
    waiting.save()
    async with entered(desk, "Waiting") as room:
        await room.press("b")
        assert "objection of 2 Nov 2026 4711" in room.text
        await room.press("tab", "down", "enter")
        events = [one.events for one in first(room, "Waiting").requests]
        assert [len(one) for one in events] == [0, 1]
        await room.go_to("keep-mail")
        await room.press("space")
        room.at(EvidenceDialog)
        assert "About which request?" not in room.text, "one is left that waits"
        await room.press("enter")
        events = [one.events for one in first(room, "Waiting").requests]
        assert [len(one) for one in events] == [1, 1]


async def test_a_mail_that_answers_names_its_request_where_several_wait(desk: Desk) -> None:
    waiting = desk.open("Waiting")
    sent(waiting, "instagram", "access", Dispatch(date(2026, 11, 5)))
    waiting.save()
    async with entered(desk, "Waiting") as room:
        await room.go_to("keep-mail")
        await room.press("space", "tab", "down", "enter")
        assert room.told == []
        events = [one.events for one in first(room, "Waiting").requests]
        assert [[event.kind for event in one] for one in events] == [[], ["granted"]]


@pytest.mark.parametrize(
    ("downs", "kind"),
    [(0, "reminder"), (1, "company-complaint"), (2, "appeal"), (3, "complaint")],
)
async def test_m_records_what_went_out_about_a_request(desk: Desk, downs: int, kind: str) -> None:
    async with entered(desk, "Waiting") as room:
        await room.press("m")
        room.at(FollowUpDialog)
        assert "an answer to what they asked" not in room.text
        await room.press(*("down",) * downs, "tab")
        await room.paste("2026-11-20")
        await room.press("tab")
        await room.paste("mail 7")
        await room.press("tab", "down", "down", "enter")
        (event,) = first(room, "Waiting").requests[0].events
        assert (event.kind, event.on, event.channel, event.reference) == (
            kind,
            date(2026, 11, 20),
            "letter",
            "mail 7",
        )


async def test_an_answer_is_offered_where_they_asked_something(desk: Desk) -> None:
    waiting = desk.open("Waiting")
    reply(waiting, "instagram", "question", on=date(2026, 11, 10), about="identity")
    waiting.save()
    async with entered(desk, "Waiting") as room:
        await room.press("m", "down")
        assert "an answer to what they asked" in room.text
        await room.press("enter")
        asked, answer = first(room, "Waiting").requests[0].events
        assert (answer.kind, answer.channel) == ("answer", "email")
        await room.press("u")
        assert first(room, "Waiting").requests[0].events == (asked,)


@pytest.mark.parametrize("key", ["b", "m"], ids=["an answer", "what followed"])
async def test_a_day_before_the_sending_is_refused(desk: Desk, key: str) -> None:
    async with entered(desk, "Waiting") as room:
        await room.press(key, "tab")
        await room.paste("2026-11-01")
        await room.press("enter")
        assert room.told[0].startswith("2026-11-01 lies before the day the request was sent")
        assert first(room, "Waiting").requests[0].events == ()


@pytest.mark.parametrize("key", ["b", "m"], ids=["an answer", "what followed"])
async def test_where_nothing_was_sent_it_says_so(desk: Desk, key: str) -> None:
    async with entered(desk, "Personal") as room:
        await room.press(key)
        room.at(GuideScreen)
        assert room.told == ["Nothing was sent for this account yet."]


async def test_the_day_it_arrived_can_be_later_than_the_day_it_was_sent(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("send")
        await room.press("space")
        await room.paste("2026-11-18")
        await room.press("tab", "tab", "tab")
        await room.paste("2026-11-20")
        await room.press("enter")
        (request,) = first(room).requests
        assert (request.sent, request.received) == (date(2026, 11, 18), date(2026, 11, 20))


async def test_a_day_of_arrival_before_the_sending_records_nothing(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("send")
        await room.press("space", "tab", "tab", "tab")
        await room.paste("2026-11-01")
        await room.press("enter")
        assert room.told == ["received on 2026-11-01 lies before sent on 2026-11-22"]
        assert first(room).requests == ()


async def test_what_is_typed_at_once_after_tab_goes_to_the_next_field(desk: Desk) -> None:
    """Keys that wait for the program are told apart by it, however slow it is to move on."""
    async with entered(desk, "Personal") as room:
        await room.go_to("send")
        await room.press("space")
        await room.do(lambda: send_at_once(room, "tab", *"4711", "shift+tab", "end", "backspace"))
        fields = room.at(SentDialog).query(Input)
        assert [field.value for field in fields] == ["2026-11-2", "4711", ""]
