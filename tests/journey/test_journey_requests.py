from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import Account, Event, Request
from optout_tui.journey.accounts import move_to
from optout_tui.journey.requests import (
    REASONS,
    Dispatch,
    find_request,
    follow_up,
    reply,
    request_meant,
    sent,
)
from optout_tui.journey.session import Session
from optout_tui.rights import regimes_for
from optout_tui.safety.refusal import Refusal
from tests.conftest import TODAY

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
LAST_WEEK = TODAY - timedelta(days=7)


def account(session: Session) -> Account:
    return session.find_account("photopia")


@pytest.fixture
def asked(session: Session) -> Session:
    """The person, whose objection went out a week ago."""
    sent(session, "photopia", "objection", Dispatch(LAST_WEEK))
    return session


# -- something went out ------------------------------------------------------------


def test_what_was_sent_is_recorded_with_its_day_its_way_and_its_reference(
    session: Session,
) -> None:
    how = Dispatch(LAST_WEEK, YESTERDAY, "letter", " Case 4711 ")
    made = sent(session, "photopia", "objection", how)
    assert made == Request(
        id="r1",
        kind="objection",
        sent=LAST_WEEK,
        received=YESTERDAY,
        channel="letter",
        reference="Case 4711",
    )
    assert account(session).requests == (made,)


def test_where_the_receipt_is_not_known_the_clock_starts_on_sending(session: Session) -> None:
    assert sent(session, "photopia", "objection", Dispatch(LAST_WEEK)).received == LAST_WEEK


def test_sending_ticks_the_step_that_sends_it(session: Session) -> None:
    sent(session, "photopia", "objection", Dispatch(TODAY))
    assert [(one.id, one.state) for one in account(session).steps] == [("send", "done")]


def test_sending_what_no_step_sends_ticks_none(session: Session) -> None:
    sent(session, "photopia", "access", Dispatch(TODAY))
    assert account(session).steps == ()


def test_sending_ticks_the_step_that_is_named(session: Session) -> None:
    step = session.view("photopia").steps[3].step
    sent(session, "photopia", "access", Dispatch(TODAY), step=step)
    assert [one.id for one in account(session).steps] == ["keep-mail"]


def test_each_request_has_an_id_of_its_own(session: Session) -> None:
    for _ in range(3):
        sent(session, "photopia", "objection", Dispatch(TODAY))
    assert [request.id for request in account(session).requests] == ["r1", "r2", "r3"]


def test_a_correction_keeps_the_id_and_what_happened_since(asked: Session) -> None:
    reply(asked, "photopia", "question", on=TODAY)
    how = Dispatch(YESTERDAY, TODAY, "email", "mail 3")
    made = sent(asked, "photopia", "erasure", how, request_id="r1")
    assert account(asked).requests == (made,)
    assert (made.id, made.kind, made.sent, made.reference) == ("r1", "erasure", YESTERDAY, "mail 3")
    assert made.events == (Event(kind="question", on=TODAY),)


def test_a_correction_leaves_other_requests_alone(asked: Session) -> None:
    other = sent(asked, "photopia", "access", Dispatch(TODAY))
    sent(asked, "photopia", "objection", Dispatch(TODAY), request_id="r1")
    assert account(asked).requests[1] == other


@pytest.mark.parametrize(
    ("how", "request_id", "reason"),
    [
        (Dispatch(TOMORROW), "", "2026-11-23 lies ahead"),
        (
            Dispatch(TODAY, YESTERDAY),
            "",
            "received on 2026-11-21 lies before sent on 2026-11-22",
        ),
        (
            Dispatch(TODAY, TOMORROW),
            "",
            "received on 2026-11-23 lies ahead; leave it out until it has arrived",
        ),
        (
            Dispatch(date(2018, 5, 24)),
            "",
            "received on 2018-05-24 lies before the law: EU law gives this right from "
            "2018-05-25 on; give a later day",
        ),
        (Dispatch(date(2018, 5, 20), date(2018, 5, 24)), "r1", "lies before the law"),
        (Dispatch(TODAY, reference="x" * 501), "", "the reference is longer than 500 characters"),
        (Dispatch(TODAY, reference="\x1b"), "", "the reference holds control characters"),
        (Dispatch(TODAY), "r2", 'unknown request "r2"; did you mean r1?'),
        (Dispatch(TODAY), "?", 'unknown request "?"; photopia:@anika has r1'),
    ],
)
def test_what_cannot_have_been_sent_is_refused(
    asked: Session, how: Dispatch, request_id: str, reason: str
) -> None:
    before = asked.checklist
    with pytest.raises(Refusal) as refused:
        sent(asked, "photopia", "objection", how, request_id=request_id)
    assert reason in str(refused.value)
    assert asked.checklist is before


def test_on_the_first_day_of_the_law_and_without_any_law_everything_can_be_recorded(
    asked: Session,
) -> None:
    sent(asked, "photopia", "objection", Dispatch(date(2018, 5, 24), date(2018, 5, 25)))
    sent(asked, "photopia", "access", Dispatch(date(2001, 1, 1)))
    move_to(asked, "US-NY")
    sent(asked, "photopia", "objection", Dispatch(date(2001, 1, 1)))
    days = [request.sent for request in asked.checklist.accounts[0].requests]
    assert days[-3:] == [date(2018, 5, 24), date(2001, 1, 1), date(2001, 1, 1)]


def test_a_law_that_starts_later_stops_nobody_from_asking_politely(
    asked: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    [law] = regimes_for(asked.knowledge, "DE")
    later = replace(law, in_force_from=TOMORROW)
    monkeypatch.setitem(asked.knowledge._regimes, law.id, later)
    made = sent(asked, "photopia", "objection", Dispatch(TODAY))
    assert asked.view("photopia").requests[-1].due is None
    assert made.received == TODAY


def test_a_correction_that_moves_no_day_asks_for_no_law(asked: Session) -> None:
    early = sent(asked, "photopia", "access", Dispatch(date(2001, 1, 1)))
    move_to(asked, "US-CA")
    sent(asked, "photopia", "optout", Dispatch(TODAY))
    how = Dispatch(date(2001, 1, 1), reference="found it")
    assert sent(asked, "photopia", "access", how, request_id=early.id).reference == "found it"


def test_one_undo_takes_back_the_request_and_the_tick(asked: Session) -> None:
    assert asked.undo() == "objection sent"
    assert (account(asked).requests, account(asked).steps) == ((), ())


# -- something came back -----------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "more", "state"),
    [
        ("granted", {}, "in progress"),
        ("refused", {"reason": "no_match"}, "refused"),
        ("extension", {}, "waiting"),
        ("question", {"about": "identity"}, "waiting"),
    ],
)
def test_a_reply_is_recorded(asked: Session, kind: Any, more: dict[str, Any], state: str) -> None:
    answered = reply(asked, "photopia", kind, on=YESTERDAY, note=" a short mail ", **more)
    assert answered.events == (Event(kind=kind, on=YESTERDAY, note="a short mail", **more),)
    assert account(asked).requests == (answered,)
    assert asked.view("photopia").state == state


def test_replies_are_added_and_never_edited_away(asked: Session) -> None:
    for kind in ("question", "extension", "refused"):
        reply(asked, "photopia", kind, on=TODAY)
    [request] = account(asked).requests
    assert [event.kind for event in request.events] == ["question", "extension", "refused"]


def test_a_reply_goes_to_the_one_request_that_waits_for_it(asked: Session) -> None:
    sent(asked, "photopia", "access", Dispatch(TODAY))
    reply(asked, "photopia", "refused", on=TODAY, request_id="r1")
    reply(asked, "photopia", "granted", on=TODAY)
    kinds = [[event.kind for event in request.events] for request in account(asked).requests]
    assert kinds == [["refused"], ["granted"]]


@pytest.mark.parametrize(
    "record",
    [
        lambda session: reply(session, "photopia", "granted", on=TODAY),
        lambda session: follow_up(session, "photopia", "reminder", Dispatch(TODAY)),
        lambda session: follow_up(session, "photopia", "complaint", Dispatch(TODAY)),
    ],
)
def test_where_it_is_not_clear_which_request_is_meant_the_list_is_told(
    asked: Session, record: Any
) -> None:
    sent(asked, "photopia", "access", Dispatch(TODAY))
    before = asked.checklist
    with pytest.raises(Refusal) as refused:
        record(asked)
    assert str(refused.value) == (
        "photopia:@anika has several requests; say which with --request: "
        "r1 (objection of 2026-11-15), r2 (access of 2026-11-22)"
    )
    assert asked.checklist is before


@pytest.mark.parametrize("reason", REASONS)
def test_a_refusal_takes_every_code_of_the_protocol(asked: Session, reason: str) -> None:
    [event] = reply(asked, "photopia", "refused", on=TODAY, reason=reason).events
    assert event.reason == reason


@pytest.mark.parametrize(
    ("kind", "on", "more", "reason"),
    [
        ("granted", TOMORROW, {}, "2026-11-23 lies ahead"),
        (
            "granted",
            date(2026, 11, 14),
            {},
            "2026-11-14 lies before the day the request was sent, 2026-11-15",
        ),
        ("granted", TODAY, {"reason": "x"}, "a reason goes with the reply refused"),
        ("refused", TODAY, {"about": "form"}, "a subject goes with the reply question"),
        (
            "refused",
            TODAY,
            {"reason": "no-match"},
            'unknown reason "no-match"; did you mean no_match?',
        ),
        ("refused", TODAY, {"reason": "?"}, f'unknown reason "?"; known are {", ".join(REASONS)}'),
        ("refused", TODAY, {"note": "x" * 501}, "the note is longer than 500 characters"),
        ("granted", TODAY, {"request_id": "r9"}, 'unknown request "r9"; did you mean r1?'),
    ],
)
def test_what_cannot_have_come_back_is_refused(
    asked: Session, kind: Any, on: date, more: dict[str, Any], reason: str
) -> None:
    before = asked.checklist
    with pytest.raises(Refusal) as refused:
        reply(asked, "photopia", kind, on=on, **more)
    assert str(refused.value) == reason
    assert asked.checklist is before


def test_nothing_comes_back_to_what_was_never_sent(session: Session) -> None:
    with pytest.raises(Refusal, match=r"^nothing was sent for photopia:@anika yet$"):
        reply(session, "photopia", "granted", on=TODAY)


# -- and then ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["reminder", "company-complaint", "appeal", "complaint"])
def test_what_followed_is_recorded(asked: Session, kind: Any) -> None:
    how = Dispatch(YESTERDAY, None, "email", " mail 4 ")
    request = follow_up(asked, "photopia", kind, how)
    assert request.events == (Event(kind=kind, on=YESTERDAY, channel="email", reference="mail 4"),)
    assert account(asked).requests == (request,)


def test_a_complaint_about_a_refusal_makes_it_wait_again(asked: Session) -> None:
    reply(asked, "photopia", "refused", on=YESTERDAY)
    assert asked.view("photopia").state == "refused"
    follow_up(asked, "photopia", "complaint", Dispatch(TODAY))
    assert asked.view("photopia").state == "waiting"


@pytest.mark.parametrize(
    ("how", "request_id", "reason"),
    [
        (Dispatch(TOMORROW), "", "lies ahead"),
        (Dispatch(date(2026, 11, 14)), "", "lies before the day the request was sent, 2026-11-15"),
        (Dispatch(TODAY, reference="\x07"), "", "holds control characters"),
        (Dispatch(TODAY), "r9", "unknown request"),
    ],
)
def test_what_cannot_have_followed_is_refused(
    asked: Session, how: Dispatch, request_id: str, reason: str
) -> None:
    before = asked.checklist
    with pytest.raises(Refusal, match=reason):
        follow_up(asked, "photopia", "reminder", how, request_id)
    assert asked.checklist is before


def test_a_question_is_answered_once_and_the_time_goes_on(asked: Session) -> None:
    answer = Dispatch(TODAY, None, "email")
    with pytest.raises(Refusal, match=r"^they asked nothing about r1 that is not answered yet$"):
        follow_up(asked, "photopia", "answer", answer)
    reply(asked, "photopia", "question", on=YESTERDAY, about="identity")
    assert asked.view("photopia").requests[0].due is None
    follow_up(asked, "photopia", "answer", answer)
    assert asked.view("photopia").requests[0].due == date(2026, 12, 16)
    with pytest.raises(Refusal, match="they asked nothing"):
        follow_up(asked, "photopia", "answer", answer)


def test_an_answer_goes_to_the_request_they_asked_about(asked: Session) -> None:
    sent(asked, "photopia", "access", Dispatch(TODAY))
    reply(asked, "photopia", "question", on=TODAY, request_id="r2")
    assert follow_up(asked, "photopia", "answer", Dispatch(TODAY)).id == "r2"


def test_a_complaint_goes_to_what_was_not_granted(asked: Session) -> None:
    sent(asked, "photopia", "access", Dispatch(TODAY))
    reply(asked, "photopia", "granted", on=TODAY, request_id="r2")
    assert follow_up(asked, "photopia", "complaint", Dispatch(TODAY)).id == "r1"
    assert request_meant(account(asked), "reminder", "").id == "r1"


def test_what_fits_no_request_still_goes_to_the_only_one(asked: Session) -> None:
    reply(asked, "photopia", "granted", on=TODAY)
    assert reply(asked, "photopia", "refused", on=TODAY).id == "r1"
    assert asked.view("photopia").requests[0].state == "refused"


def test_a_request_is_found_by_its_id_or_where_it_is_the_only_one(asked: Session) -> None:
    assert find_request(account(asked), "").id == "r1"
    sent(asked, "photopia", "access", Dispatch(TODAY))
    assert find_request(account(asked), "r1").kind == "objection"
    with pytest.raises(Refusal, match="has several requests; say which"):
        find_request(account(asked), "")
