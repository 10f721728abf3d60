"""What is said of a day that matters, and of the time that a request takes."""

from datetime import date
from typing import Any, get_args

import pytest

from optout_tui.checklist.dated_words import what_falls, what_to_do
from optout_tui.checklist.model import About, Reason
from optout_tui.checklist.progress import RequestView
from optout_tui.checklist.request_words import (
    ABOUT_WORDS,
    LATE_NOTICE,
    REASON_WORDS,
    about_the_time,
)
from optout_tui.checklist.standing import Dated
from optout_tui.library.knowledge import Knowledge
from tests.checklist.build import account, event, request, view

ON = date(2026, 12, 22)
LATEST = date(2027, 2, 22)


def dated(what: Any, **more: Any) -> Dated:
    return Dated(on=ON, what=what, account="a", label="A", company="Meta", **more)


@pytest.mark.parametrize(
    ("what", "more", "said"),
    [
        ("remind", {"letter": "reminder"}, "remind Meta"),
        ("complain-from", {"letter": "complaint"}, "you can complain to the authority"),
        ("complain-from", {"letter": "appeal"}, "you can appeal to Meta"),
        ("complain-from", {"letter": "company-complaint"}, "you can complain to Meta itself"),
        ("complain-by", {"letter": "complaint"}, "last day to complain to the authority"),
        ("check-again", {}, "check again"),
    ],
)
def test_what_falls_on_a_day_is_said_in_a_few_words(
    what: str, more: dict[str, Any], said: str
) -> None:
    assert what_falls(dated(what, **more), ON) == said


@pytest.mark.parametrize(
    ("latest", "today", "said", "do"),
    [
        (LATEST, ON, "Meta's reply is due", "Wait for the answer."),
        (
            LATEST,
            date(2026, 12, 23),
            "Meta's reply was due",
            "With a notice of more time they have until 22 Feb 2027: if one came, record it.",
        ),
        (
            LATEST,
            LATEST,
            "Meta's reply was due",
            "With a notice of more time",
        ),
        (LATEST, date(2027, 2, 23), "Meta's reply is overdue", "The last lawful day has passed."),
        (ON, date(2026, 12, 23), "Meta's reply is overdue", "The last lawful day has passed."),
    ],
)
def test_a_reply_is_overdue_only_after_the_last_lawful_day(
    latest: date, today: date, said: str, do: str
) -> None:
    reply = dated("reply", latest=latest)
    assert what_falls(reply, today) == said
    assert what_to_do(reply, today).startswith(do)


@pytest.mark.parametrize(
    ("what", "letter", "said"),
    [
        ("remind", "reminder", "Write a short reminder"),
        ("complain-from", "appeal", "Appeal to the company against its refusal."),
        ("complain-from", "company-complaint", "Complain to the company first."),
        ("complain-from", "complaint", "Complain to the authority;"),
        ("complain-by", "complaint", "After this day the authority may take no complaint"),
        ("check-again", None, "Look whether everything still stands"),
    ],
)
def test_each_day_says_what_to_do(what: str, letter: Any, said: str) -> None:
    assert what_to_do(dated(what, letter=letter), ON).startswith(said)


def test_every_reason_and_every_subject_has_words() -> None:
    assert set(REASON_WORDS) == set(get_args(Reason))
    assert set(ABOUT_WORDS) == set(get_args(About))


def seen(small: Knowledge, kind: Any, *events: Any, region: str = "DE") -> RequestView:
    asked = account(requests=(request(*events, kind=kind),))
    return view(small, asked, region).requests[0]


def test_of_a_request_whose_days_are_known_nothing_is_said(small: Knowledge) -> None:
    assert about_the_time(seen(small, "objection")) == ""
    assert about_the_time(seen(small, "objection", event("extension"))) == ""


def test_why_there_is_no_day_is_said(small: Knowledge) -> None:
    assert "stands still" in about_the_time(seen(small, "objection", event("question")))
    assert about_the_time(seen(small, "withdrawal")) == "the law names no period"
    late = event("extension", date(2027, 1, 10))
    assert about_the_time(seen(small, "objection", late)) == LATE_NOTICE


@pytest.mark.parametrize("kinds", [("granted",), ("refused",), ("refused", "complaint")])
def test_of_what_is_answered_nothing_is_said(small: Knowledge, kinds: tuple[Any, ...]) -> None:
    assert about_the_time(seen(small, "withdrawal", *map(event, kinds))) == ""
    assert about_the_time(seen(small, "objection", region="US-NY")) == ""
