"""What was checked long ago is named, by a day that is given and not by the clock."""

from datetime import date, timedelta

import pytest

from optout_tui.contentcheck.ages import ages
from optout_tui.contentcheck.judge import judge_guide
from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge

CHECKED = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("days", "word"),
    [(0, ""), (90, ""), (91, "old: checked 91 days ago"), (180, "old: "), (181, "too old: ")],
)
def test_a_route_is_old_after_90_days_and_too_old_after_180(
    guide: Guide, days: int, word: str
) -> None:
    problems = ages([guide], CHECKED + timedelta(days=days))
    assert [problem.reason.startswith(word) for problem in problems] == [True] * (3 if word else 0)
    if problems:
        assert problems[0][:2] == ("sample.toml", "routes[0].checked")
        assert problems[0].reason.endswith("on 2026-11-22")


def test_a_day_to_come_is_no_day_on_which_anything_was_checked(guide: Guide) -> None:
    [first, *_] = ages([guide], CHECKED - timedelta(days=1))
    assert first.reason == "2026-11-22 lies ahead of today, 2026-11-21"


def test_ages_are_judged_only_with_a_day(guide: Guide, knowledge: Knowledge) -> None:
    assert list(judge_guide(guide, knowledge)) == []
    assert len(list(judge_guide(guide, knowledge, date(2030, 1, 1)))) == 3
