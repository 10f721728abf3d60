import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import Account
from optout_tui.journey.accounts import add_accounts, remove_account, speak
from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark
from optout_tui.safety.limits import BadFile
from optout_tui.safety.refusal import Refusal
from tests.checklist.build import with_account

# -- opening -----------------------------------------------------------------------


def test_what_was_created_is_saved(desk: Desk, session: Session) -> None:
    assert session.is_saved
    assert (session.name, session.revision) == ("Personal", 1)
    assert desk.open("personal").checklist == session.checklist


def test_a_region_nobody_knows_is_refused_with_its_place(desk: Desk, session: Session) -> None:
    path = session.stored.path
    path.write_bytes(path.read_bytes().replace(b'"DE"', b'"XX"'))
    with pytest.raises(BadFile, match=r'^Personal\.toml: region: unknown region "XX"'):
        desk.open("Personal")


# -- changing and undoing ----------------------------------------------------------


def test_a_change_is_in_memory_until_it_is_saved(desk: Desk, session: Session) -> None:
    mark(session, "photopia", "open-menu", "done")
    assert not session.is_saved
    assert desk.open("Personal").view("photopia").steps_done == 0
    session.save()
    assert session.is_saved
    assert desk.open("Personal").view("photopia").steps_done == 1


def test_undo_restores_exactly_what_was_one_change_at_a_time(session: Session) -> None:
    states = [session.checklist]
    for step in ("open-menu", "open-form", "send"):
        mark(session, "photopia", step, "done")
        states.append(session.checklist)
    said = []
    while states:
        assert session.checklist is states.pop()
        said.append(session.undo())
    assert said == ["Send it: done", "Open the form: done", "Open the menu: done", None]


def test_to_undo_everything_is_to_be_saved_again(session: Session) -> None:
    mark(session, "photopia", "open-menu", "done")
    session.undo()
    assert session.is_saved


def test_what_was_saved_can_still_be_undone(desk: Desk, session: Session) -> None:
    mark(session, "photopia", "open-menu", "done")
    session.save()
    session.undo()
    assert session.save() == 3
    assert desk.open("Personal").view("photopia").steps_done == 0


def test_what_changes_nothing_cannot_be_undone(session: Session) -> None:
    session.apply("nothing", replace(session.checklist))
    assert session.undo() is None


# -- as one ------------------------------------------------------------------------


def test_many_changes_as_one_are_undone_at_once(session: Session) -> None:
    before = session.checklist
    with session.as_one("all at once"):
        mark(session, "photopia", "open-menu", "done")
        speak(session, "de")
    assert session.view("photopia").steps_done == 1
    assert session.undo() == "all at once"
    assert session.checklist is before
    assert session.undo() is None


def test_a_refusal_within_takes_back_all_of_it(session: Session) -> None:
    mark(session, "photopia", "open-menu", "done")
    before = session.checklist

    def all_at_once() -> None:
        with session.as_one("all at once"):
            speak(session, "de")
            mark(session, "photopia", "no-such-step", "done")

    with pytest.raises(Refusal, match="no-such-step"):
        all_at_once()
    assert session.checklist is before
    assert session.undo() == "Open the menu: done"


def test_nothing_as_one_is_no_change(session: Session) -> None:
    with session.as_one("nothing"):
        pass
    assert session.undo() is None


# -- where the person stopped ------------------------------------------------------


def test_one_begins_at_the_first_open_step(session: Session) -> None:
    assert session.resume_at() == ("photopia:@anika", "open-menu")
    mark(session, "photopia", "open-menu", "skipped")
    assert session.resume_at() == ("photopia:@anika", "open-form")


def test_one_comes_back_to_the_step_where_one_stopped(desk: Desk, session: Session) -> None:
    session.stop_at("photopia:@anika", "send")
    assert not session.is_saved
    session.save()
    assert desk.open("Personal").resume_at() == ("photopia:@anika", "send")


def test_to_stop_somewhere_cannot_be_undone(session: Session) -> None:
    session.stop_at("photopia:@anika", "send")
    assert session.undo() is None
    assert session.resume_at() == ("photopia:@anika", "send")


def test_one_comes_back_to_a_step_that_is_called_otherwise_now(session: Session) -> None:
    session.stop_at("photopia:@anika", "save-mail")
    assert session.resume_at() == ("photopia:@anika", "keep-mail")


def test_where_that_step_is_gone_one_begins_at_the_first_open_one(session: Session) -> None:
    session.stop_at("photopia:@anika", "old-menu")
    assert session.resume_at() == ("photopia:@anika", "open-menu")


def test_one_does_not_stop_at_an_account_that_is_not_there(session: Session) -> None:
    session.stop_at("chirp", "turn-off")
    assert session.checklist.here is None


def test_what_a_newer_program_keeps_there_stays(session: Session) -> None:
    session.stop_at("photopia:@anika", "send")
    here = session.checklist.here
    assert here is not None
    told = replace(here, extra={"scroll": 7})
    session.apply("told", replace(session.checklist, here=told))
    session.stop_at("photopia:@anika", "keep-mail")
    assert session.checklist.here == replace(told, step="keep-mail")


def test_where_all_is_done_one_comes_back_to_the_first_account(session: Session) -> None:
    for step in ("open-menu", "open-form", "send", "keep-mail"):
        mark(session, "photopia", step, "done")
    assert session.resume_at() == ("photopia:@anika", "")


def test_without_accounts_there_is_nowhere_to_come_back_to(session: Session) -> None:
    remove_account(session, "photopia")
    assert session.resume_at() is None


# -- looking -----------------------------------------------------------------------


def test_every_account_has_a_view_of_today(session: Session) -> None:
    add_accounts(session, [("chirp", "")])
    assert [view.label for view in session.views()] == ["Photopia @anika", "Chirp"]
    assert session.views()[0] == session.view("photopia")


def test_an_account_without_a_guide_has_a_view_too(session: Session) -> None:
    lost = Account(id="myblog:me", platform="myblog", handle="me", route="x")
    session.apply("lost", with_account(session.checklist, lost))
    assert session.view("myblog").state == "not started"
