"""What became of a request, read from its events."""

from datetime import date

import pytest

from optout_tui.checklist.history import (
    complaint_about_refusal,
    extended_on,
    has_open_question,
    is_open,
    questions,
)
from optout_tui.checklist.model import Event, EventKind
from optout_tui.rights import Question
from tests.checklist.build import event, request


def day(n: int) -> date:
    return date(2026, 12, n)


def asked(n: int, about: str = "") -> Event:
    return Event(kind="question", on=day(n), about=about)


@pytest.mark.parametrize(
    ("kinds", "still_open"),
    [
        ((), True),
        (("extension", "question", "reminder", "complaint"), True),
        (("granted",), False),
        (("refused",), False),
        (("refused", "reminder"), False),
        (("complaint", "refused"), False),
        (("refused", "complaint"), True),
        (("refused", "company-complaint"), True),
        (("refused", "appeal"), True),
        (("refused", "appeal", "refused"), False),
        (("refused", "appeal", "granted"), False),
        (("granted", "complaint"), False),
    ],
)
def test_a_request_is_open_until_a_final_reply_and_again_with_a_complaint_about_it(
    kinds: tuple[EventKind, ...], still_open: bool
) -> None:
    assert is_open(request(*map(event, kinds))) == still_open


def test_the_newest_complaint_about_the_newest_refusal_counts() -> None:
    appeal, complaint = event("appeal", day(3)), event("complaint", day(9))
    refused = event("refused", day(2))
    assert complaint_about_refusal(request(refused, appeal, complaint)) == complaint
    assert complaint_about_refusal(request(appeal, refused)) is None
    assert complaint_about_refusal(request(appeal)) is None


@pytest.mark.parametrize("about", ["identity", "", "something of a newer program"])
def test_a_question_waits_for_the_first_answer_after_it(about: str) -> None:
    answers = [event("answer", day(n)) for n in (9, 5, 1)]
    assert questions(request(asked(3, about))) == (Question(day(3)),)
    assert questions(request(asked(3, about), *answers)) == (Question(day(3), day(5)),)


def test_an_answer_of_the_same_day_is_one_and_one_answer_serves_all_before_it() -> None:
    found = questions(request(asked(3), asked(5), event("answer", day(5)), asked(6)))
    assert found == (Question(day(3), day(5)), Question(day(5), day(5)), Question(day(6)))


def test_a_final_reply_settles_what_was_asked() -> None:
    replied = request(asked(3), event("refused", day(8)))
    assert questions(replied) == (Question(day(3), day(8)),)
    assert has_open_question(replied), "an answer can still be noted down"


@pytest.mark.parametrize("about", ["form", "address", "language"])
def test_what_does_not_ask_who_you_are_stops_no_clock_but_wants_an_answer(about: str) -> None:
    assert questions(request(asked(3, about))) == ()
    assert has_open_question(request(asked(3, about)))
    assert not has_open_question(request(asked(3, about), event("answer", day(4))))


def test_where_nothing_was_asked_no_question_is_open() -> None:
    assert not has_open_question(request(event("answer")))
    assert not has_open_question(request())


def test_the_first_notice_of_more_time_counts() -> None:
    assert extended_on(request()) is None
    assert extended_on(request(event("extension", day(9)), event("extension", day(4)))) == day(4)
