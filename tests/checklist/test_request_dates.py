"""The days of a request under real laws; every date here was counted by hand."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_tui.checklist.dates import dates_of
from optout_tui.checklist.model import Event, EventKind, Request
from optout_tui.checklist.progress import RequestView, view_account
from optout_tui.library.kinds import RequestKind
from optout_tui.library.knowledge import Knowledge, knowledge
from tests.checklist.build import account
from tests.checklist.strategies import one_of

RECEIVED = date(2026, 11, 22)
"""A Sunday."""

Told = tuple[str, str]
"""A kind of event and its day; a subject may stand behind the kind: ``question identity``."""


@pytest.fixture(scope="module")
def law() -> Knowledge:
    return knowledge()


def asked(kind: RequestKind, told: Iterable[Told]) -> Request:
    events = tuple(
        Event(kind=what, on=date.fromisoformat(on), about=about)  # type: ignore[arg-type]
        for words, on in told
        for what, _, about in [words.partition(" ")]
    )
    return Request(id="r1", kind=kind, sent=RECEIVED, received=RECEIVED, events=events)


def days(law: Knowledge, region: str, request: Request, today: date = RECEIVED) -> list[str]:
    """Every day of the request: ``2026-12-23 remind reminder``."""
    found = view_account(account("myblog", "x", requests=(request,)), region, law, today)
    return [
        f"{one.on} {one.what} {one.letter or ''}".rstrip() for one in dates_of(found, region, law)
    ]


CASES: dict[str, tuple[str, RequestKind, list[Told], list[str]]] = {
    "silence": (
        "DE", "objection", [],
        ["2026-12-22 reply", "2026-12-23 remind reminder", "2027-02-23 complain-from complaint"],
    ),
    "a reminder before its time is a courtesy": (
        "DE", "objection", [("reminder", "2026-12-22")],
        ["2026-12-22 reply", "2026-12-23 remind reminder", "2027-02-23 complain-from complaint"],
    ),
    "reminded": (
        "DE", "objection", [("reminder", "2026-12-23")],
        ["2026-12-22 reply", "2027-02-23 complain-from complaint"],
    ),
    "more time, told in time": (
        "DE", "objection", [("extension", "2026-12-10")],
        ["2027-02-22 reply", "2027-02-23 remind reminder", "2027-02-23 complain-from complaint"],
    ),
    "more time, told too late": (
        "DE", "objection", [("extension", "2026-12-28")],
        ["2026-12-22 reply", "2026-12-23 remind reminder", "2026-12-23 complain-from complaint"],
    ),
    "the time stands still": ("DE", "objection", [("question identity", "2026-11-25")], []),
    "it stood still for ten days": (
        "DE", "objection", [("question identity", "2026-11-25"), ("answer", "2026-12-05")],
        ["2027-01-04 reply", "2027-01-05 remind reminder", "2027-03-05 complain-from complaint"],
    ),
    "a form is no reason to wait": (
        "DE", "objection", [("question form", "2026-11-25")],
        ["2026-12-22 reply", "2026-12-23 remind reminder", "2027-02-23 complain-from complaint"],
    ),
    "refused": (
        "DE", "objection", [("refused", "2026-12-01")], ["2026-12-01 complain-from complaint"],
    ),
    "granted": ("DE", "objection", [("granted", "2026-12-01")], []),
    "complained about": (
        "DE", "objection", [("refused", "2026-12-01"), ("complaint", "2026-12-02")], [],
    ),
    "complained about silence": (
        "DE", "objection", [("complaint", "2027-03-01")], ["2026-12-22 reply"],
    ),
    "an appeal that the law does not know leaves the authority open": (
        "DE", "objection", [("refused", "2026-12-01"), ("appeal", "2026-12-02")],
        ["2026-12-01 complain-from complaint"],
    ),
    "refused again": (
        "DE", "objection",
        [("refused", "2026-12-01"), ("complaint", "2026-12-02"), ("refused", "2026-12-09")],
        ["2026-12-09 complain-from complaint"],
    ),
    "the company first, and the door closes": (
        "GB", "objection", [("refused", "2026-12-01")],
        ["2026-12-01 complain-from company-complaint", "2027-03-01 complain-by complaint"],
    ),
    "then the authority": (
        "GB", "objection", [("refused", "2026-12-01"), ("company-complaint", "2026-12-05")],
        ["2027-01-05 complain-from complaint", "2027-03-01 complain-by complaint"],
    ),
    "the company first, also about silence": (
        "GB", "objection", [],
        [
            "2026-12-22 reply", "2026-12-23 remind reminder",
            "2027-02-23 complain-from company-complaint",
        ],
    ),
    "thirty days end on Good Friday and roll over Easter": (
        "GB", "objection", [("company-complaint", "2027-02-24")],
        ["2026-12-22 reply", "2027-03-31 complain-from complaint"],
    ),
    "a complaint that came too early opens nothing before the last lawful day": (
        "GB", "objection", [("company-complaint", "2026-11-30")],
        ["2026-12-22 reply", "2027-02-23 complain-from complaint"],
    ),
    "an appeal first": (
        "US-VA", "erasure", [("refused", "2026-12-01")], ["2026-12-01 complain-from appeal"],
    ),
    "an appeal has a time of its own": (
        "US-VA", "erasure", [("refused", "2026-12-01"), ("appeal", "2026-12-05")],
        ["2027-02-03 reply", "2027-02-04 complain-from complaint"],
    ),
    "an appeal that was refused": (
        "US-VA", "erasure",
        [("refused", "2026-12-01"), ("appeal", "2026-12-05"), ("refused", "2027-01-10")],
        ["2027-01-10 complain-from complaint"],
    ),
    "silence needs no appeal": (
        "US-VA", "erasure", [],
        ["2027-01-06 reply", "2027-01-07 remind reminder", "2027-02-21 complain-from complaint"],
    ),
    "sixty days from the request, whatever the company does": (
        "TR", "erasure", [],
        [
            "2026-12-22 reply", "2026-12-23 remind reminder", "2026-12-23 complain-from complaint",
            "2027-01-21 complain-by complaint",
        ],
    ),
    "thirty days from a refusal, where that is sooner": (
        "TR", "erasure", [("refused", "2026-12-01")],
        ["2026-12-01 complain-from complaint", "2026-12-31 complain-by complaint"],
    ),
    "the law names no number": ("JP", "erasure", [], []),
    "refused where the law names no number": (
        "JP", "erasure", [("refused", "2026-12-01")], ["2026-12-01 complain-from complaint"],
    ),
    "a period for access": (
        "BR", "access", [],
        ["2026-12-07 reply", "2026-12-08 remind reminder", "2026-12-08 complain-from complaint"],
    ),
    "and none for objection": ("BR", "objection", [], []),
    "no law at all": ("US-NY", "objection", [("refused", "2026-12-01")], []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_request_has_its_days(law: Knowledge, name: str) -> None:
    region, kind, told, expected = CASES[name]
    assert days(law, region, asked(kind, told)) == expected


@pytest.mark.parametrize(
    ("told", "today", "state"),
    [
        ([("extension", "2026-12-10")], "2027-02-22", "waiting"),
        ([("extension", "2026-12-10")], "2027-02-23", "overdue"),
        ([("extension", "2026-12-28")], "2026-12-23", "overdue"),
        ([("question identity", "2026-11-25")], "2030-01-01", "waiting"),
        ([("question identity", "2026-11-25"), ("answer", "2026-12-05")], "2027-03-04", "waiting"),
        ([("question identity", "2026-11-25"), ("answer", "2026-12-05")], "2027-03-05", "overdue"),
        ([("question language", "2026-11-25")], "2027-02-23", "overdue"),
    ],
)
def test_a_notice_or_a_question_moves_the_day_from_which_it_is_overdue(
    law: Knowledge, told: list[Told], today: str, state: str
) -> None:
    assert seen(law, "DE", asked("objection", told), date.fromisoformat(today)).state == state


@pytest.mark.parametrize(("today", "state"), [("2027-02-03", "waiting"), ("2027-02-04", "overdue")])
def test_an_appeal_is_overdue_after_its_own_last_day(
    law: Knowledge, today: str, state: str
) -> None:
    request = asked("erasure", [("refused", "2026-12-01"), ("appeal", "2026-12-05")])
    found = seen(law, "US-VA", request, date.fromisoformat(today))
    assert (found.due, found.latest, found.state) == (date(2027, 2, 3), date(2027, 2, 3), state)


def test_a_complaint_to_the_company_is_never_called_overdue(law: Knowledge) -> None:
    request = asked("objection", [("refused", "2026-12-01"), ("company-complaint", "2026-12-05")])
    found = seen(law, "GB", request, date(2099, 1, 1))
    assert (found.due, found.latest, found.state) == (None, None, "waiting")


def seen(law: Knowledge, region: str, request: Request, today: date) -> RequestView:
    return view_account(account(requests=(request,)), region, law, today).requests[0]


REGIONS = ("DE", "GB", "CH", "BR", "US-VA", "US-CA", "US-CO", "TR", "MX", "IN", "AU", "JP", "US-NY")
EVENTS = st.builds(
    Event,
    kind=one_of(EventKind),
    on=st.dates(date(2026, 11, 22), date(2027, 12, 31)),
    about=st.sampled_from(["", "identity", "form"]),
)
REQUESTS = st.builds(
    Request,
    id=st.just("r1"),
    kind=one_of(RequestKind),
    sent=st.just(RECEIVED),
    received=st.dates(date(2026, 11, 22), date(2027, 6, 30)),
    events=st.lists(EVENTS, max_size=5).map(tuple),
)


@given(region=st.sampled_from(REGIONS), request=REQUESTS, later=st.integers(0, 1000))
def test_whatever_happened_the_days_are_the_same_whenever_one_looks_and_accuse_nobody_early(
    law: Knowledge, region: str, request: Request, later: int
) -> None:
    today = RECEIVED + timedelta(days=later)
    assert days(law, region, request, today) == days(law, region, request, date.min)
    found = seen(law, region, request, today)
    by_what = {
        line.split()[1]: date.fromisoformat(line[:10]) for line in days(law, region, request)
    }
    assert len(by_what) == len(days(law, region, request)), "each once"
    assert (found.due is None) == (found.latest is None)
    assert found.state != "overdue" or (found.latest is not None and today > found.latest)
    finals = [event for event in request.events if event.kind in ("granted", "refused")]
    if found.law is None or (finals and finals[-1].kind == "granted"):
        assert by_what == {}
    if not finals and "complain-from" in by_what:
        assert found.latest is not None
        assert by_what["complain-from"] > found.latest
    if "remind" in by_what:
        assert by_what["remind"] > by_what["reply"]


@pytest.mark.parametrize("kind", ["access", "objection", "erasure"])
def test_a_day_at_the_end_of_all_years_ends_nothing(law: Knowledge, kind: Any) -> None:
    for region in REGIONS:
        last = Request(id="r1", kind=kind, sent=date.max, received=date.max)
        assert days(law, region, last) == [], "no day after it can be named"
