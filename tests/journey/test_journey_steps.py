from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import MAX_NOTE, Account, Event, StepMark
from optout_tui.guides.seen import seen_hash
from optout_tui.journey.requests import reply
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark, note
from optout_tui.safety.refusal import Refusal
from tests.conftest import TODAY

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def account(session: Session) -> Account:
    return session.find_account("photopia")


def seen(session: Session, step: str) -> str:
    views = session.view("photopia").steps
    return next(seen_hash(view.step) for view in views if view.step.id == step)


# -- marking -----------------------------------------------------------------------


def test_a_tick_keeps_the_moment_and_what_the_step_said(session: Session) -> None:
    mark(session, "photopia", "open-menu", "done")
    assert account(session).steps == (
        StepMark(id="open-menu", state="done", at=NOON, seen=seen(session, "open-menu")),
    )


def test_marking_returns_the_account_and_can_be_undone(session: Session) -> None:
    assert mark(session, "photopia", "open-menu", "skipped") == account(session)
    assert session.undo() == "Open the menu: skipped"
    assert account(session).steps == ()


def test_todo_is_not_written(session: Session) -> None:
    mark(session, "photopia", "open-menu", "done")
    mark(session, "photopia", "open-menu", "todo")
    assert account(session).steps == ()


def test_a_note_outlives_the_tick(session: Session) -> None:
    mark(session, "photopia", "open-menu", "done")
    note(session, "photopia", "open-menu", "on the old phone")
    mark(session, "photopia", "open-menu", "todo")
    assert account(session).steps == (
        StepMark(id="open-menu", state="todo", at=NOON, note="on the old phone"),
    )


def test_marking_again_keeps_the_place_and_what_a_newer_program_added(session: Session) -> None:
    for step in ("open-menu", "open-form"):
        mark(session, "photopia", step, "done")
    first, second = account(session).steps
    told = replace(first, extra={"colour": "red"})
    session.apply_to("colour", replace(account(session), steps=(told, second)))
    mark(session, "photopia", "open-menu", "skipped")
    assert [one.id for one in account(session).steps] == ["open-menu", "open-form"]
    assert account(session).steps[0].extra == {"colour": "red"}
    mark(session, "photopia", "open-menu", "todo")
    assert account(session).steps[0].extra == {"colour": "red"}


def test_a_problem_names_its_trouble(session: Session) -> None:
    mark(session, "photopia", "open-form", "problem", "no-word")
    [one] = account(session).steps
    assert (one.state, one.trouble) == ("problem", "no-word")
    mark(session, "photopia", "open-form", "done")
    assert account(session).steps[0].trouble == ""


def test_a_problem_may_have_no_name(session: Session) -> None:
    mark(session, "photopia", "open-form", "problem")
    assert session.view("photopia").state == "problem"


@pytest.mark.parametrize(
    ("step", "state", "trouble", "reason"),
    [
        ("open-forn", "done", "", 'unknown step "open-forn"; did you mean open-form?'),
        (
            "?",
            "done",
            "",
            'unknown step "?"; photopia:@anika has open-menu, open-form, send, keep-mail',
        ),
        ("old-menu", "done", "", 'unknown step "old-menu"; did you mean open-menu?'),
        ("open-form", "done", "no-word", "a trouble goes with the state problem"),
        ("open-form", "problem", "no-wort", 'unknown trouble "no-wort"; did you mean no-word?'),
        ("open-form", "problem", "?", 'unknown trouble "?"; open-form has no-word, blank-page'),
        ("open-menu", "problem", "?", 'unknown trouble "?"; open-menu has none'),
    ],
)
def test_what_the_guide_does_not_have_is_refused(
    session: Session, step: str, state: str, trouble: str, reason: str
) -> None:
    before = session.checklist
    with pytest.raises(Refusal) as refused:
        mark(session, "photopia", step, state, trouble)  # type: ignore[arg-type]
    assert str(refused.value) == reason
    assert session.checklist is before


def test_a_step_of_another_route_can_be_marked_too(session: Session) -> None:
    mark(session, "photopia", "private-account", "done")
    assert [one.id for one in account(session).steps] == ["private-account"]


def test_a_step_can_be_named_as_it_was_and_is_kept_as_it_is(session: Session) -> None:
    old = StepMark(id="save-mail", state="done", at=NOON, note="in a folder")
    session.apply_to("old", replace(account(session), steps=(old,)))
    mark(session, "photopia", "save-mail", "skipped")
    [one] = account(session).steps
    assert (one.id, one.state, one.note) == ("keep-mail", "skipped", "in a folder")


def test_marking_the_same_again_changes_nothing(session: Session) -> None:
    mark(session, "photopia", "open-menu", "done")
    mark(session, "photopia", "open-menu", "done")
    session.undo()
    assert session.undo() is None


# -- a step that sends something ---------------------------------------------------


def test_ticking_the_step_that_sends_records_a_request_of_today(session: Session) -> None:
    mark(session, "photopia", "send", "done")
    [request] = account(session).requests
    assert (request.id, request.kind, request.sent, request.received) == (
        "r1",
        "objection",
        TODAY,
        TODAY,
    )
    assert session.view("photopia").state == "waiting"


def test_ticking_it_twice_records_one_request(session: Session) -> None:
    mark(session, "photopia", "send", "done")
    mark(session, "photopia", "send", "problem")
    mark(session, "photopia", "send", "done")
    assert [request.id for request in account(session).requests] == ["r1"]


@pytest.mark.parametrize("state", ["todo", "skipped"])
def test_taking_the_tick_back_drops_the_request(session: Session, state: str) -> None:
    mark(session, "photopia", "send", "done")
    mark(session, "photopia", "send", state)  # type: ignore[arg-type]
    assert account(session).requests == ()


def test_a_request_that_something_came_of_is_not_dropped(session: Session) -> None:
    mark(session, "photopia", "send", "done")
    reply(session, "photopia", "question", on=TODAY)
    mark(session, "photopia", "send", "todo")
    [request] = account(session).requests
    assert request.events == (Event(kind="question", on=TODAY),)


def test_one_undo_takes_back_the_tick_and_the_request(session: Session) -> None:
    mark(session, "photopia", "send", "done")
    session.undo()
    assert (account(session).steps, account(session).requests) == ((), ())


def test_a_problem_records_no_request(session: Session) -> None:
    mark(session, "photopia", "send", "problem")
    mark(session, "photopia", "send", "todo")
    assert account(session).requests == ()


# -- notes -------------------------------------------------------------------------


def test_a_note_at_a_step_that_is_not_done_is_kept(session: Session) -> None:
    noted = note(session, "photopia", "send", "  ask Ben\r\nor Carla ")
    assert noted == account(session)
    assert account(session).steps == (
        StepMark(id="send", state="todo", at=NOON, note="ask Ben\nor Carla"),
    )
    assert session.view("photopia").state == "not started"


def test_a_note_changes_nothing_else_that_was_said(session: Session) -> None:
    mark(session, "photopia", "open-form", "problem", "no-word")
    before = account(session).steps[0]
    note(session, "photopia", "open-form", "on the phone")
    assert account(session).steps == (replace(before, note="on the phone"),)


def test_an_empty_note_takes_the_note_away(session: Session) -> None:
    note(session, "photopia", "send", "ask Ben")
    note(session, "photopia", "send", " \n")
    assert account(session).steps == ()


def test_a_note_is_made_fit_to_show(session: Session) -> None:
    note(session, "photopia", "send", "a\x1b[2J\u202eb")
    assert account(session).steps[0].note == "a␛[2J<U+202E>b"


def test_a_note_of_two_thousand_characters_is_the_longest(session: Session) -> None:
    note(session, "photopia", "send", "ä" * MAX_NOTE)
    before = session.checklist
    with pytest.raises(Refusal, match=r"^the note is longer than 2000 characters$"):
        note(session, "photopia", "send", "ä" * (MAX_NOTE + 1))
    assert session.checklist is before
