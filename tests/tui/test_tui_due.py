"""Due: one list over all checklists, what to do next, and the account one key away."""

from datetime import date

import pytest

from optout_tui.journey.desk import Desk
from optout_tui.journey.requests import Dispatch, reply, sent
from optout_tui.journey.session import Session
from optout_tui.tui.dialogs.help import HelpDialog
from optout_tui.tui.screens.due import DueScreen
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.screens.start import StartScreen
from tests.tui.room import Room, entered

REPLY = "Meta's reply is due"


def later(desk: Desk, day: date) -> Desk:
    return Desk(desk.data_dir, today=day, facts=desk.knowledge)


def listed(room: Room) -> list[str]:
    """What each line says, between the day and the account."""
    due = room.at(DueScreen)
    return [f"{one.checklist} {one.dated.what} {one.dated.on}" for one in due.shown]


async def test_d_shows_what_is_due_over_all_checklists(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("d")
        assert room.top.startswith("Due  all checklists")
        assert room.top.endswith("the next 30 days")
        assert listed(room) == ["Waiting reply 2026-12-02", "Waiting remind 2026-12-03"]
        assert f"▸ in 10 days {REPLY} Instagram @acme Waiting 2 Dec 2026" in room.text
        assert "Wait for the answer. When it comes, record it." in room.text_in("#to-do")
        assert (
            room.bottom
            == "enter Open   l Letter   w Look further ahead   esc Back   q Leave   ? More"
        )


async def test_w_looks_further_ahead_and_back(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("d", "w")
        assert listed(room) == [
            "Waiting reply 2026-12-02",
            "Waiting remind 2026-12-03",
            "Waiting complain-from 2027-02-03",
            "Artist check-again 2027-11-22",
            "Personal check-again 2027-11-22",
        ]
        assert room.top.endswith("all that is planned")
        await room.press("w")
        assert len(listed(room)) == 2


async def test_the_line_under_the_cursor_says_what_to_do(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("d", "down")
        told = room.text_in("#to-do")
        assert told.startswith("Instagram @acme: remind Meta On 3 Dec 2026, in 11 days")
        assert "Checklist Waiting About objection r1 Write a short reminder" in told
        assert told.endswith("Press l for the letter.")


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 12, 2), "today Meta's reply is due"),
        (date(2027, 1, 10), "39 days ago Meta's reply was due Instagram @acme Waiting"),
        (date(2027, 2, 2), "Meta's reply was due"),
        (date(2027, 2, 3), "Meta's reply is overdue"),
    ],
)
async def test_a_reply_is_called_overdue_only_after_the_last_lawful_day(
    desk: Desk, today: date, said: str
) -> None:
    async with entered(later(desk, today)) as room:
        await room.press("d")
        assert said in room.text
        assert ("overdue" in room.text) == (today > date(2027, 2, 2))


async def test_enter_opens_the_checklist_at_the_account(desk: Desk) -> None:
    session = desk.create("Two", "DE", [("x", "@first"), ("instagram", "@second")])
    sent(session, "instagram", "objection", Dispatch(date(2026, 10, 10)))
    session.save()
    async with entered(desk) as room:
        await room.press("d")
        assert listed(room)[0] == "Two reply 2026-11-10"
        await room.press("enter")
        guide = room.at(GuideScreen)
        assert (guide.session.name, guide.account_id) == ("Two", "instagram:@second")
        await room.press("escape")
        room.at(StartScreen)


async def test_an_account_that_went_meanwhile_opens_its_checklist_where_it_was_left(
    desk: Desk,
) -> None:
    async with entered(desk) as room:
        await room.press("d")
        path = desk.store.path("Waiting")
        gone = path.read_text("utf-8").replace('id = "instagram:@acme"', 'id = "instagram:@new"')
        path.write_text(gone, "utf-8")
        await room.press("enter")
        assert room.guide.account_id == "instagram:@new"


async def test_a_checklist_that_went_meanwhile_is_told(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("d")
        desk.delete("Waiting")
        await room.press("enter")
        room.at(DueScreen)
        assert room.told[-1].startswith('unknown checklist "Waiting"')
        await room.press("l")
        assert room.told[-1] == "There is nothing to write for this."


@pytest.mark.parametrize("key", ["escape", "d"])
async def test_it_is_left_to_where_one_came_from(desk: Desk, key: str) -> None:
    async with entered(desk) as room:
        await room.press("d", key)
        room.at(StartScreen)


async def test_the_palette_leads_there_from_the_guide_and_back_again(desk: Desk) -> None:
    async with entered(desk, "Waiting") as room:
        await room.press("ctrl+p")
        await room.paste("Due")
        await room.press("enter")
        room.at(DueScreen)
        await room.press("escape")
        room.at(GuideScreen)


async def test_what_was_just_answered_is_due_no_more(desk: Desk) -> None:
    async with entered(desk, "Waiting") as room:
        await room.press("b", "enter")
        await room.press("ctrl+p")
        await room.paste("Due")
        await room.press("enter")
        assert listed(room) == []
        assert "Nothing is late, and nothing is due within 30 days." in room.text_in("#days")
        assert "Press w to look further ahead" in room.text_in("#to-do")
        await room.press("down", "enter", "l")
        assert listed(room) == []


async def test_what_cannot_be_saved_keeps_the_person_in_the_guide(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with entered(desk, "Waiting") as room:
        monkeypatch.setattr(room.app, "save_now", lambda: "NOT saved: the disk is full")
        await room.do(room.app.show_due)
        room.at(GuideScreen)
        assert room.app.status == "NOT saved: the disk is full"


async def test_where_nothing_is_due_it_says_so_and_keys_do_nothing(empty: Desk) -> None:
    empty.create("Only", "DE", [("instagram", "@anika")])
    async with entered(empty) as room:
        await room.press("d")
        assert "Nothing is late, and nothing is due within 30 days." in room.text
        await room.press("w")
        assert "Nothing is planned." in room.text
        await room.press("enter", "l")
        room.at(DueScreen)
        assert room.told == ["There is nothing to write for this."]


async def test_a_checklist_that_cannot_be_read_is_named(desk: Desk) -> None:
    path = desk.data_dir / "checklists" / "Aaa.toml"
    path.write_text("format = 1\nregion = [", "utf-8")
    async with entered(desk) as room:
        await room.press("d")
        assert "Aaa cannot be read: " in room.text_in("#to-do")
        assert listed(room)[0] == "Waiting reply 2026-12-02"


async def test_l_opens_the_account_and_in_front_of_it_the_letter_that_is_due(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[object, ...]] = []

    def show(session: Session, *more: object) -> None:
        shown.append((session.name, *more))

    async with entered(desk) as room:
        monkeypatch.setattr(room.app, "show_letter", show)
        await room.press("d", "l")
        assert room.told == ["There is nothing to write for this."]
        room.at(DueScreen)
        await room.press("down", "l")
        assert room.guide.account_id == "instagram:@acme"
    assert shown == [("Waiting", "instagram:@acme", "reminder", "r1")]


async def test_help_is_there_too(desk: Desk) -> None:
    async with entered(desk) as room:
        await room.press("d", "question_mark")
        room.at(HelpDialog)


async def test_a_refusal_is_told_on_start_with_what_can_be_done(desk: Desk) -> None:
    waiting = desk.open("Waiting")
    reply(waiting, "instagram", "refused", on=date(2026, 11, 10))
    waiting.save()
    async with entered(desk) as room:
        assert "Waiting Germany 0 of 1 account you can complain to the authority" in room.text
        coming = (
            "10 Nov 2026 Waiting instagram:@acme: you can complain to the authority, 12 days ago"
        )
        assert coming in room.text
