from datetime import date, timedelta
from typing import Any

import pytest

from optout_tui.checklist.model import Account, Event, Request
from optout_tui.journey.requests import Dispatch, find_request, follow_up, reply, sent
from optout_tui.journey.session import Session
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
    assert str(refused.value) == reason
    assert asked.checklist is before


def test_one_undo_takes_back_the_request_and_the_tick(asked: Session) -> None:
    assert asked.undo() == "objection sent"
    assert (account(asked).requests, account(asked).steps) == ((), ())


# -- something came back -----------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "more", "state"),
    [
        ("granted", {}, "in progress"),
        ("refused", {"reason": "no-grounds"}, "refused"),
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


def test_a_reply_goes_to_the_newest_request_where_none_is_named(asked: Session) -> None:
    sent(asked, "photopia", "access", Dispatch(TODAY))
    reply(asked, "photopia", "granted", on=TODAY)
    reply(asked, "photopia", "refused", on=TODAY, request_id="r1")
    kinds = [[event.kind for event in request.events] for request in account(asked).requests]
    assert kinds == [["refused"], ["granted"]]


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
        ("refused", TODAY, {"reason": "a\nb"}, "the reason holds control characters"),
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
        (Dispatch(TODAY, YESTERDAY), "", "lies before sent on"),
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


def test_a_request_is_found_by_its_id(asked: Session) -> None:
    newer = sent(asked, "photopia", "access", Dispatch(TODAY))
    assert find_request(account(asked), "r1").kind == "objection"
    assert find_request(account(asked), "") == newer
