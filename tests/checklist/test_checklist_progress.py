from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import FORMAT, Account, Checklist, Event, EventKind
from optout_tui.checklist.order import next_step
from optout_tui.checklist.progress import mark_of, view_accounts
from optout_tui.guides.seen import seen_hash
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.refusal import Refusal
from tests.checklist.build import STEPS, account, all_done, at, event, held, mark, request, view
from tests.conftest import TODAY

DUE, LATEST = date(2026, 12, 22), date(2027, 2, 22)


def checklist(*accounts: Account, region: str = "DE") -> Checklist:
    return Checklist(
        format=FORMAT,
        id="7f3a",
        name="Personal",
        revision=1,
        created=at(1),
        updated=at(1),
        region=region,
        accounts=accounts,
    )


# -- proof -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "proof"),
    [
        ({}, "none"),
        ({"steps": all_done("open-menu")}, "none"),
        ({"steps": tuple(mark(step, "skipped") for step in STEPS)}, "none"),
        ({"steps": all_done()}, "self-attested"),
        ({"steps": all_done(), "requests": (request(),)}, "none"),
        ({"steps": all_done(), "requests": (request(event("refused")),)}, "none"),
        ({"evidence": (held("screenshot"),)}, "none"),
        ({"evidence": (held("check"),)}, "none"),
        ({"evidence": (held("mail"),)}, "platform-confirmed"),
        ({"evidence": (held("receipt"),)}, "platform-confirmed"),
        ({"requests": (request(event("granted")),)}, "platform-confirmed"),
        ({"evidence": (held("check", passed=True),)}, "machine-verified"),
        ({"evidence": (held("mail"), held("check", passed=True))}, "machine-verified"),
        ({"evidence": (held("mail", passed=True),)}, "platform-confirmed"),
    ],
)
def test_the_proof_follows_from_what_the_person_holds(
    small: Knowledge, said: dict[str, Any], proof: str
) -> None:
    assert view(small, account(**said)).proof == proof


def test_reducing_is_attested_by_the_person(small: Knowledge) -> None:
    reduced = account(route="reduce", steps=all_done("open-menu", "private-account"))
    assert view(small, reduced, "US").proof == "self-attested"


def test_where_there_is_nothing_to_do_there_is_nothing_to_prove(small: Knowledge) -> None:
    assert view(small, account("chirp", "nothing"), "BR").proof == "none"


# -- requests ----------------------------------------------------------------------


def dates(small: Knowledge, *events: Event) -> tuple[date | None, date | None, str]:
    [found] = view(small, account(requests=(request(*events),))).requests
    return found.due, found.latest, found.state


def test_a_reply_is_due_by_the_clock_of_the_law(small: Knowledge) -> None:
    assert dates(small) == (DUE, LATEST, "waiting")


def test_an_extension_moves_the_due_day_to_the_latest(small: Knowledge) -> None:
    assert dates(small, event("extension")) == (LATEST, LATEST, "waiting")


@pytest.mark.parametrize("kind", ["granted", "refused"])
def test_a_final_reply_ends_the_waiting(small: Knowledge, kind: EventKind) -> None:
    assert dates(small, event(kind)) == (DUE, LATEST, kind)


def test_no_law_says_when_a_complaint_about_a_refusal_is_answered(small: Knowledge) -> None:
    assert dates(small, event("refused"), event("complaint")) == (None, None, "waiting")


def test_the_clock_starts_on_receipt(small: Knowledge) -> None:
    late = replace(request(), received=TODAY + timedelta(days=3))
    [found] = view(small, account(requests=(late,))).requests
    assert found.due == date(2026, 12, 28)  # the 25th is a holiday, then comes a weekend


def test_working_days_are_counted_where_the_law_says_so(small: Knowledge) -> None:
    asked = account("chirp", "opt-out-ca", requests=(request(kind="optout"),))
    [found] = view(small, asked, "US-CA").requests
    assert (found.due, found.latest) == (date(2026, 12, 14), date(2026, 12, 14))


@pytest.mark.parametrize("region", ["BR", "US"])
def test_without_a_law_there_is_no_day(small: Knowledge, region: str) -> None:
    [found] = view(small, account(requests=(request(),)), region).requests
    assert (found.due, found.latest, found.state) == (None, None, "waiting")


# -- steps -------------------------------------------------------------------------


def test_steps_stand_in_the_order_of_the_route(small: Knowledge) -> None:
    ticked = account(steps=(mark("keep-mail"), mark("open-menu", "skipped")))
    states = [(step.step.id, step.state) for step in view(small, ticked).steps]
    assert states == [
        ("open-menu", "skipped"),
        ("open-form", "todo"),
        ("send", "todo"),
        ("keep-mail", "done"),
    ]


def test_the_next_step_is_the_first_that_is_neither_done_nor_skipped(small: Knowledge) -> None:
    found = view(small, account(steps=(mark("open-menu", "skipped"), mark("send"))))
    assert found.next_step is not None
    assert found.next_step.step.id == "open-form"


def test_a_step_with_a_problem_is_next_until_it_is_done(small: Knowledge) -> None:
    found = view(small, account(steps=(mark("open-menu", "problem"),)))
    assert found.next_step is not None
    assert found.next_step.step.id == "open-menu"


def test_where_all_is_closed_nothing_is_next(small: Knowledge) -> None:
    found = view(small, account(steps=all_done()))
    assert (found.next_step, found.minutes_left, found.steps_done) == (None, 0, 4)


def test_only_open_steps_take_time(small: Knowledge) -> None:
    assert view(small, account()).minutes_left == 6
    found = view(small, account(steps=(mark("open-menu"), mark("send", "problem"))))
    assert (found.minutes_left, found.steps_done) == (5, 1)


def test_a_tick_under_a_former_id_counts(small: Knowledge) -> None:
    found = view(small, account(steps=(mark("save-mail"),)))
    assert found.steps[3].state == "done"
    assert mark_of(found.account, found.steps[3].step) == mark("save-mail")


def test_a_step_that_says_something_else_now_has_changed(small: Knowledge) -> None:
    step = small.guide("photopia").routes[0].steps[0]
    same = mark("open-menu", seen=seen_hash(step))
    other = mark("open-menu", seen="00000000")
    not_recorded = mark("open-menu")
    changed = [
        view(small, account(steps=(one,))).steps[0].changed for one in (same, other, not_recorded)
    ]
    assert changed == [False, True, False]
    assert not any(step.changed for step in view(small, account()).steps)


# -- accounts ----------------------------------------------------------------------


def test_a_lost_route_is_replaced_by_that_of_the_region(small: Knowledge) -> None:
    found = view(small, account(route="gone"))
    assert found.route is small.guide("photopia").route("objection")


def test_an_account_is_named_by_platform_and_handle(small: Knowledge) -> None:
    assert view(small, account()).label == "Photopia @anika"
    assert view(small, replace(account("chirp", "nothing"), handle="")).label == "Chirp"
    assert view(small, account("myblog", "x")).label == "myblog @anika"


def test_the_next_step_of_a_checklist_is_that_of_the_first_account_with_one(
    small: Knowledge,
) -> None:
    finished = account(steps=all_done())
    found = checklist(finished, account("chirp", "switch-eu"))
    upcoming = next_step(view_accounts(found, small, TODAY))
    assert upcoming is not None
    assert (upcoming[0].account.platform, upcoming[1].step.id) == ("chirp", "turn-off")
    assert next_step(view_accounts(checklist(finished), small, TODAY)) is None


def test_an_account_is_found_by_its_id() -> None:
    one = account()
    assert checklist(one).account(one.id) is one
    assert checklist(one).account("photopia") is None


def test_a_region_nobody_knows_is_refused(small: Knowledge) -> None:
    with pytest.raises(Refusal, match='unknown region "XX"'):
        view(small, account(requests=(request(),)), region="XX")
