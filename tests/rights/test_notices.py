from datetime import date

import pytest

from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import Clock
from optout_tui.rights import Question, deadline, refused_in_time, running

RECEIVED = date(2026, 11, 2)
PLAIN = Clock(unit="days", count=30, extension=60, words="30 days", sources=("x",))
RESTARTS = Clock(
    unit="days", count=30, extension=60, words="30 days", pause="restart", sources=("x",)
)
RUNS_ON = Clock(unit="days", count=45, extension=45, words="45 days", pause="none", sources=("x",))


def november(day: int) -> date:
    return date(2026, 11, day)


def test_without_a_word_from_the_company_it_may_take_the_longest_lawful_time() -> None:
    stand = running(PLAIN, RECEIVED, None)
    assert (stand.first, stand.due) == (date(2026, 12, 2), date(2026, 12, 2))
    assert (stand.latest, stand.extended, stand.late_notice) == (date(2027, 1, 31), False, False)


@pytest.mark.parametrize("told", [november(2), date(2026, 12, 2)])
def test_an_extension_told_in_time_moves_the_day(told: date) -> None:
    stand = running(PLAIN, RECEIVED, None, extended_on=told)
    assert (stand.first, stand.due) == (date(2026, 12, 2), date(2027, 1, 31))
    assert (stand.latest, stand.extended) == (date(2027, 1, 31), True)


def test_an_extension_told_too_late_changes_nothing_and_ends_the_benefit_of_doubt() -> None:
    stand = running(PLAIN, RECEIVED, None, extended_on=date(2026, 12, 3))
    assert stand.due == stand.latest == date(2026, 12, 2)
    assert (stand.extended, stand.late_notice) == (False, True)


@pytest.mark.parametrize(
    ("clock", "questions", "due"),
    [
        (PLAIN, [Question(november(5), november(12))], date(2026, 12, 9)),
        (PLAIN, [Question(november(5), november(5))], date(2026, 12, 2)),
        (  # two questions open at the same time stop the clock once
            PLAIN,
            [Question(november(5), november(12)), Question(november(10), november(14))],
            date(2026, 12, 11),
        ),
        (RESTARTS, [Question(november(5), november(12))], date(2026, 12, 12)),
        (
            RESTARTS,
            [Question(november(5), november(12)), Question(november(13), november(20))],
            date(2026, 12, 20),
        ),
        (RUNS_ON, [Question(november(5), november(12))], date(2026, 12, 17)),
        (RUNS_ON, [Question(november(5))], date(2026, 12, 17)),
        (PLAIN, [Question(date(2026, 10, 1), date(2026, 10, 9))], date(2026, 12, 2)),
    ],
)
def test_a_question_stops_the_clock_begins_it_anew_or_leaves_it_alone(
    clock: Clock, questions: list[Question], due: date
) -> None:
    assert running(clock, RECEIVED, None, questions=questions).due == due


@pytest.mark.parametrize("clock", [PLAIN, RESTARTS])
def test_while_a_question_waits_there_is_no_day(clock: Clock) -> None:
    stand = running(clock, RECEIVED, None, questions=[Question(november(5))])
    assert (stand.first, stand.due, stand.latest) == (None, None, None)
    assert refused_in_time(stand, date(2027, 5, 1))


def test_a_refusal_must_come_within_the_first_period_or_the_extended_one() -> None:
    plain = running(PLAIN, RECEIVED, None)
    assert refused_in_time(plain, date(2026, 12, 2))
    assert not refused_in_time(plain, date(2026, 12, 3))
    extended = running(PLAIN, RECEIVED, None, extended_on=november(20))
    assert refused_in_time(extended, date(2027, 1, 31))
    assert not refused_in_time(extended, date(2027, 2, 1))


def test_a_moved_end_rolls_over_holidays_again(knowledge: Knowledge) -> None:
    questions = [Question(date(2026, 12, 1), date(2026, 12, 3))]
    found = deadline(knowledge, "DE", "objection", date(2026, 11, 23), questions=questions)
    assert found is not None
    assert found.first == found.due == date(2026, 12, 28)  # 23 December and two days: a holiday


def test_california_lets_no_question_stop_the_clock(knowledge: Knowledge) -> None:
    questions = [Question(november(24))]
    found = deadline(knowledge, "US-CA", "erasure", november(22), questions=questions)
    assert found is not None
    assert (found.due, found.unknown) == (date(2027, 1, 6), "")


def test_britain_begins_the_month_with_the_answer(knowledge: Knowledge) -> None:
    questions = [Question(november(24), date(2026, 12, 7))]
    found = deadline(knowledge, "GB", "access", november(22), questions=questions)
    assert found is not None
    assert found.due == date(2027, 1, 7)


def test_an_open_question_is_told_instead_of_a_date(knowledge: Knowledge) -> None:
    found = deadline(knowledge, "DE", "objection", november(2), questions=[Question(november(5))])
    assert found is not None
    assert (found.due, found.latest, found.statutory) == (None, None, True)
    assert "stands still" in found.unknown


def test_a_late_notice_is_told_through_the_deadline_too(knowledge: Knowledge) -> None:
    found = deadline(knowledge, "DE", "objection", november(2), extended_on=date(2026, 12, 20))
    assert found is not None
    assert found.late_notice
    assert found.latest == date(2026, 12, 2)
