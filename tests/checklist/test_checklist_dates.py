from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from optout_tui.checklist.dates import check_again_on, dates_of
from optout_tui.checklist.progress import AccountView
from optout_tui.checklist.standing import Dated
from optout_tui.library.knowledge import Knowledge
from tests.checklist.build import account, all_done, at, event, mark, request, view


def dates(small: Knowledge, found: AccountView) -> list[Dated]:
    return dates_of(found, "DE", small)


def test_a_request_has_a_day_for_the_answer_for_a_reminder_and_for_a_complaint(
    small: Knowledge,
) -> None:
    told = {
        "account": "photopia:@anika",
        "label": "Photopia @anika",
        "company": "Photopia Ltd",
        "request": "r1",
        "kind": "objection",
    }
    latest = date(2027, 2, 22)
    assert dates(small, view(small, account(requests=(request(),)))) == [
        Dated(on=date(2026, 12, 22), what="reply", latest=latest, **told),  # type: ignore[arg-type]
        Dated(on=date(2026, 12, 23), what="remind", letter="reminder", **told),  # type: ignore[arg-type]
        Dated(on=date(2027, 2, 23), what="complain-from", letter="complaint", **told),  # type: ignore[arg-type]
    ]


def test_a_reply_that_is_late_is_still_due(small: Knowledge) -> None:
    asked = account(requests=(request(),))
    late = view(small, asked, today=date(2027, 6, 1))
    assert dates(small, late) == dates(small, view(small, asked))


@pytest.mark.parametrize("events", [("granted",), ("refused", "complaint")])
def test_after_what_ends_it_nothing_is_due(small: Knowledge, events: tuple[str, ...]) -> None:
    answered = request(*(event(kind) for kind in events))  # type: ignore[arg-type]
    assert dates(small, view(small, account(requests=(answered,)))) == []


def test_without_a_guide_the_platform_stands_for_the_company(small: Knowledge) -> None:
    found, *_ = dates(small, view(small, account("myblog", "x", requests=(request(),))))
    assert (found.company, found.label) == ("myblog", "myblog @anika")


def test_a_finished_account_is_looked_at_again(small: Knowledge) -> None:
    steps = (
        *all_done("open-menu", "send"),
        mark("open-form", "skipped", at(20)),
        mark("save-mail"),
    )
    found = view(small, account(steps=steps))
    assert check_again_on(found) == date(2027, 5, 20)
    assert dates(small, found) == [
        Dated(
            on=date(2027, 5, 20),
            what="check-again",
            account="photopia:@anika",
            label="Photopia @anika",
            company="Photopia Ltd",
        )
    ]


def test_an_unfinished_account_is_not(small: Knowledge) -> None:
    assert check_again_on(view(small, account(steps=all_done("send")))) is None
    assert check_again_on(view(small, account(steps=all_done(), requests=(request(),)))) is None
    assert check_again_on(view(small, account("myblog", "x"))) is None


def test_where_nothing_was_to_be_done_the_day_of_the_check_counts(small: Knowledge) -> None:
    assert check_again_on(view(small, account("chirp", "nothing"), "BR")) == date(2027, 2, 5)


@pytest.mark.parametrize(
    ("route", "steps", "again"),
    [
        ("letter", ("write",), date(2027, 11, 10)),  # P1Y
        ("reduce", ("open-menu", "private-account"), date(2026, 12, 10)),  # P30D
    ],
)
def test_the_period_is_years_months_or_days(
    small: Knowledge, route: str, steps: tuple[str, ...], again: date
) -> None:
    assert check_again_on(view(small, account(route=route, steps=all_done(*steps)))) == again


@pytest.mark.parametrize("route", ["objection", "letter", "reduce"])
def test_beyond_the_last_year_there_is_only_the_last_day(small: Knowledge, route: str) -> None:
    end = datetime(9999, 12, 31, tzinfo=UTC)
    found = small.guide("photopia").route(route)
    assert found is not None
    marks = tuple(replace(mark(step.id), at=end) for step in found.steps)
    assert check_again_on(view(small, account(route=route, steps=marks))) == date.max
