"""What was checked long ago is named, by a day that is given and not by the clock."""

from datetime import date, timedelta

import pytest

from optout_tui.contentcheck.ages import age_problems, is_old
from optout_tui.contentcheck.context import Context
from optout_tui.contentcheck.judge import judge_guide
from optout_tui.library.guides import Guide

CHECKED = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("days", "rule", "word"),
    [
        (91, "checked-old", "old: checked 91 days ago"),
        (180, "checked-old", "old: "),
        (181, "checked-too-old", "too old: checked 181 days ago"),
        (-1, "checked-ahead", "2026-11-22 lies ahead of today, 2026-11-21"),
    ],
)
def test_a_route_is_old_after_90_days_and_too_old_after_180(
    guide: Guide, days: int, rule: str, word: str
) -> None:
    found = list(age_problems(guide, CHECKED + timedelta(days=days)))
    assert [one[:2] for one in found] == [(rule, f"routes[{n}].checked") for n in range(3)]
    assert all(one[2].startswith(word) for one in found)


@pytest.mark.parametrize("days", [0, 1, 90])
def test_what_was_checked_lately_is_fine(guide: Guide, days: int) -> None:
    assert list(age_problems(guide, CHECKED + timedelta(days=days))) == []


@pytest.mark.parametrize(("days", "old"), [(90, False), (91, True), (-1, False)])
def test_what_is_said_to_be_old_is_what_is_found_to_be(days: int, old: bool) -> None:
    assert is_old(CHECKED, CHECKED + timedelta(days=days)) is old


def test_ages_are_judged_only_with_a_day(guide: Guide, context: Context) -> None:
    assert list(judge_guide(guide, context)) == []
    assert len(list(judge_guide(guide, context, date(2030, 1, 1)))) == 3
