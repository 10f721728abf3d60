from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_tui.checklist.standing import Dated
from optout_tui.checklist.store.index import Row
from optout_tui.journey.due import due_in, row_named
from optout_tui.safety.refusal import Refusal
from tests.conftest import TODAY

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def row(name: str, *dates: Dated, problem: str = "") -> Row:
    return Row(name, name, "DE", "Germany", 1, NOW, (), 0, 0, None, dates, problem)


def dated(days: int, what: Any = "reply", account: str = "a", request: str = "r1") -> Dated:
    on = TODAY + timedelta(days=days)
    return Dated(on=on, what=what, account=account, label=account, company="C", request=request)


def test_the_soonest_comes_first_whichever_checklist_it_is_of() -> None:
    found = due_in([row("A", dated(9), dated(-400)), row("B", dated(3), dated(31))], TODAY)
    assert [(one.checklist, one.days) for one in found] == [("A", -400), ("B", 3), ("A", 9)]


def test_on_one_day_checklists_accounts_requests_and_purposes_have_an_order() -> None:
    mixed = [
        dated(1, "check-again", "b", ""),
        dated(1, "complain-by", "a"),
        dated(1, "reply", "a", "r2"),
        dated(1, "remind", "a"),
        dated(1, "complain-from", "a"),
        dated(1, "reply", "a"),
    ]
    found = due_in([row("B", dated(1)), row("A", *mixed)], TODAY)
    assert [(d.checklist, d.dated.account, d.dated.request, d.dated.what) for d in found] == [
        ("A", "a", "r1", "reply"),
        ("A", "a", "r1", "remind"),
        ("A", "a", "r1", "complain-from"),
        ("A", "a", "r1", "complain-by"),
        ("A", "a", "r2", "reply"),
        ("A", "b", "", "check-again"),
        ("B", "a", "r1", "reply"),
    ]


@given(
    days=st.lists(st.integers(-(10**5), 10**5), max_size=6),
    within=st.integers(0, 99999),
    today=st.dates(),
)
def test_what_is_late_is_always_there_and_what_is_far_never(
    days: list[int], within: int, today: date
) -> None:
    dates = [dated(n) for n in days]
    found = due_in([row("A", *dates)], today, within)
    meant = [one for one in dates if (one.on - today).days <= within]
    assert sorted(one.dated.on for one in found) == sorted(one.on for one in meant)
    assert [one.days for one in found] == sorted(one.days for one in found)
    assert all(one.dated.on == today + timedelta(days=one.days) for one in found)


def test_a_checklist_is_found_by_its_name_however_it_is_written() -> None:
    assert row_named([row("Acme"), row("Ümit")], "acme").name == "Acme"
    assert row_named([row("Acme"), row("Ümit")], "U\u0308mit").name == "Ümit"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Acm", 'unknown checklist "Acm"; did you mean Acme?'),
        ("zz", 'unknown checklist "zz"; see "optout-tui list"'),
        ("Broken", "Broken cannot be read: not TOML"),
    ],
)
def test_one_that_is_not_there_or_cannot_be_read_is_refused(name: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        row_named([row("Acme"), row("Broken", problem="not TOML")], name)
    assert str(refused.value) == reason
