"""The table of states in architecture.md, row by row, and which row wins."""

from datetime import date, timedelta

import pytest

from optout_tui.checklist.model import EventKind
from optout_tui.checklist.standing import STATES, Standing, State, state_of
from optout_tui.library.knowledge import Knowledge
from tests.checklist.build import STEPS, account, all_done, at, event, held, mark, request, view
from tests.conftest import TODAY

DUE = date(2026, 12, 22)
LATEST = date(2027, 2, 22)
"""One month after TODAY, and with two more."""


# -- not started, in progress ------------------------------------------------------


def test_nothing_ticked_is_not_started(small: Knowledge) -> None:
    assert view(small, account()).state == "not started"


def test_a_note_alone_starts_nothing(small: Knowledge) -> None:
    noted = account(steps=(mark("send", "todo", note="tomorrow"),))
    assert view(small, noted).state == "not started"


def test_a_tick_of_another_route_starts_nothing(small: Knowledge) -> None:
    elsewhere = account(steps=(mark("private-account"), mark("old-menu")))
    assert view(small, elsewhere).state == "not started"


@pytest.mark.parametrize("state", ["done", "skipped"])
def test_some_steps_open_is_in_progress(small: Knowledge, state: str) -> None:
    assert view(small, account(steps=(mark("open-menu", state),))).state == "in progress"


def test_a_platform_without_a_guide_is_not_started(small: Knowledge) -> None:
    lost = view(small, account("myblog", "x", steps=(mark("a"),)))
    assert (lost.state, lost.steps, lost.route, lost.guide) == ("not started", (), None, None)


# -- problem -----------------------------------------------------------------------

PROBLEM = mark("open-form", "problem", at(12), trouble="no-word")


def test_a_step_marked_problem_is_a_problem(small: Knowledge) -> None:
    assert view(small, account(steps=(mark("open-menu"), PROBLEM))).state == "problem"


def test_a_problem_of_the_same_moment_as_a_tick_is_a_problem(small: Knowledge) -> None:
    assert view(small, account(steps=(PROBLEM, mark("send", when=at(12))))).state == "problem"


def test_a_tick_after_it_makes_a_problem_old(small: Knowledge) -> None:
    assert view(small, account(steps=(PROBLEM, mark("send", when=at(13))))).state == "in progress"


def test_evidence_after_it_makes_a_problem_old(small: Knowledge) -> None:
    newer = account(steps=(PROBLEM,), evidence=(held("mail", when=at(13)),))
    assert view(small, newer).state == "in progress"


def test_a_request_after_it_makes_a_problem_old(small: Knowledge) -> None:
    same_day = account(steps=(PROBLEM,), requests=(request(day=at(12).date()),))
    newer = account(steps=(PROBLEM,), requests=(request(day=at(13).date()),))
    assert view(small, same_day).state == "problem"
    assert view(small, newer).state == "waiting"


def test_a_reply_after_it_makes_a_problem_old(small: Knowledge) -> None:
    sent = at(11).date()
    answered = request(event("granted", at(13).date()), day=sent)
    assert view(small, account(steps=(PROBLEM,), requests=(answered,))).state == "in progress"


def test_a_note_after_it_leaves_a_problem_a_problem(small: Knowledge) -> None:
    noted = account(steps=(PROBLEM, mark("send", "todo", at(20), note="ask Ben")))
    assert view(small, noted).state == "problem"


def test_a_problem_of_another_route_is_none(small: Knowledge) -> None:
    moved = account(route="reduce", steps=(PROBLEM, mark("open-menu", when=at(11))))
    assert view(small, moved, region="US").state == "in progress"


# -- waiting, overdue --------------------------------------------------------------


def test_a_request_without_a_final_reply_is_waiting(small: Knowledge) -> None:
    assert view(small, account(steps=all_done(), requests=(request(),))).state == "waiting"


@pytest.mark.parametrize("kind", ["extension", "question", "reminder", "complaint"])
def test_what_is_no_final_reply_leaves_it_waiting(small: Knowledge, kind: EventKind) -> None:
    asked = account(steps=all_done(), requests=(request(event(kind)),))
    assert view(small, asked).state == "waiting"


@pytest.mark.parametrize(
    ("today", "state"),
    [(DUE, "waiting"), (LATEST, "waiting"), (LATEST + timedelta(days=1), "overdue")],
)
def test_only_after_the_latest_lawful_day_is_a_reply_overdue(
    small: Knowledge, today: date, state: str
) -> None:
    asked = account(steps=all_done(), requests=(request(),))
    assert view(small, asked, today=today).state == state


def test_a_complaint_about_silence_leaves_it_overdue(small: Knowledge) -> None:
    silent = account(requests=(request(event("complaint", LATEST)),))
    assert view(small, silent, today=LATEST + timedelta(days=1)).state == "overdue"


def test_where_the_law_names_no_day_nothing_is_ever_overdue(small: Knowledge) -> None:
    asked = account(requests=(request(kind="withdrawal"), request(kind="access", n=2)))
    assert view(small, asked, today=date(2099, 1, 1)).state == "waiting"


# -- refused -----------------------------------------------------------------------


def test_a_refusal_is_refused_whenever_one_looks(small: Knowledge) -> None:
    refused = account(steps=all_done(), requests=(request(event("refused")),))
    assert view(small, refused).state == "refused"
    assert view(small, refused, today=date(2099, 1, 1)).state == "refused"


@pytest.mark.parametrize("kind", ["complaint", "company-complaint", "appeal"])
def test_a_complaint_about_the_refusal_makes_it_wait_again(
    small: Knowledge, kind: EventKind
) -> None:
    complained = account(steps=all_done(), requests=(request(event("refused"), event(kind)),))
    assert view(small, complained).state == "waiting"
    assert view(small, complained, today=date(2099, 1, 1)).state == "waiting"


def test_a_reminder_is_no_complaint(small: Knowledge) -> None:
    reminded = account(requests=(request(event("refused"), event("reminder")),))
    assert view(small, reminded).state == "refused"


def test_a_complaint_before_the_refusal_does_not_count(small: Knowledge) -> None:
    refused = account(requests=(request(event("complaint"), event("refused")),))
    assert view(small, refused).state == "refused"


def test_a_second_refusal_after_the_complaint_is_refused(small: Knowledge) -> None:
    events = (event("refused"), event("complaint"), event("refused"))
    assert view(small, account(requests=(request(*events),))).state == "refused"


def test_a_complaint_that_was_granted_is_done(small: Knowledge) -> None:
    events = (event("refused"), event("complaint"), event("granted"))
    assert view(small, account(steps=all_done(), requests=(request(*events),))).state == "done"


def test_the_newest_final_reply_to_requests_of_a_kind_counts(small: Knowledge) -> None:
    refused = request(event("refused", at(11).date()))
    granted = request(event("granted", at(20).date()), n=2)
    for requests in [(refused, granted), (granted, refused)]:
        assert view(small, account(steps=all_done(), requests=requests)).state == "done"
    later = request(event("refused", at(21).date()), n=3)
    assert view(small, account(requests=(granted, later))).state == "refused"
    assert view(small, account(requests=(later, granted))).state == "refused"


def test_of_two_final_replies_on_one_day_the_one_noted_last_counts(small: Knowledge) -> None:
    requests = (request(event("refused")), request(event("granted"), n=2))
    assert view(small, account(steps=all_done(), requests=requests)).state == "done"
    assert view(small, account(steps=all_done(), requests=requests[::-1])).state == "refused"


def test_a_refused_objection_stays_refused_whatever_else_was_granted(small: Knowledge) -> None:
    requests = (request(event("refused")), request(event("granted"), kind="erasure", n=2))
    assert view(small, account(steps=all_done(), requests=requests)).state == "refused"


# -- reduced, nothing to do, done --------------------------------------------------


def test_a_limit_route_whose_steps_are_closed_is_reduced(small: Knowledge) -> None:
    steps = (mark("open-menu"), mark("private-account", "skipped"))
    assert view(small, account(route="reduce", steps=steps), "US").state == "reduced"


def test_a_none_route_is_nothing_to_do(small: Knowledge) -> None:
    assert view(small, account("chirp", "nothing"), "BR").state == "nothing to do"


def test_all_steps_closed_and_no_request_open_is_done(small: Knowledge) -> None:
    steps = (*all_done(*STEPS[:3]), mark("keep-mail", "skipped"))
    assert view(small, account(steps=steps)).state == "done"
    granted = account(steps=steps, requests=(request(event("granted")),))
    assert view(small, granted).state == "done"


# -- which row wins ----------------------------------------------------------------


def test_where_there_is_nothing_to_do_nothing_else_counts(small: Knowledge) -> None:
    moved = account("chirp", "nothing", steps=(PROBLEM,), requests=(request(kind="optout"),))
    assert view(small, moved, "BR").state == "nothing to do"


def test_a_problem_comes_before_a_request(small: Knowledge) -> None:
    stuck = account(
        steps=(PROBLEM,), requests=(request(event("refused", at(9).date()), day=at(9).date()),)
    )
    assert view(small, stuck).state == "problem"


def test_overdue_comes_before_refused_and_refused_before_waiting(small: Knowledge) -> None:
    refused, waiting = request(event("refused")), request(kind="erasure", n=2)
    both = account(steps=all_done(), requests=(refused, waiting))
    assert view(small, both).state == "refused"
    assert view(small, both, today=LATEST + timedelta(days=1)).state == "overdue"


def test_waiting_comes_before_steps_that_are_open(small: Knowledge) -> None:
    assert view(small, account(requests=(request(),))).state == "waiting"


# -- a checklist -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("states", "state"),
    [
        ((), "not started"),
        (("done",), "done"),
        (("done", "waiting"), "waiting"),
        (("overdue", "refused", "waiting"), "refused"),
        (("nothing to do", "reduced"), "reduced"),
        (STATES, "not started"),
    ],
)
def test_a_checklist_is_as_far_as_its_least_advanced_account(
    states: tuple[State, ...], state: State
) -> None:
    assert state_of(states) == state


def test_what_waits_is_overdue_after_the_latest_day() -> None:
    standing = Standing("waiting", TODAY)
    assert standing.on(TODAY) == "waiting"
    assert standing.on(TODAY + timedelta(days=1)) == "overdue"
    assert Standing("done").on(date.max) == "done"
