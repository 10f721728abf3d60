"""The wizard on lines: a whole way through it, leaving, going back, and slips."""

from datetime import date
from pathlib import Path

import pytest

from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.safety.refusal import Refusal
from tests.plain.conversation import talk

FIRST = ("germany", "photopia", "@anika")
"""From an empty folder to the first step."""


def states(desk: Desk, name: str = "Personal") -> dict[str, str]:
    return {mark.id: mark.state for mark in desk.open(name).checklist.accounts[0].steps}


def test_from_an_empty_folder_to_an_export(desk: Desk, tmp_path: Path) -> None:
    told = talk(
        desk,
        *FIRST,
        "done",
        "1",
        "done",
        "2026-11-20",
        "by e-mail",
        "2026-11-21",
        "4711",
        "done",
        "a mail: they will",
        "a mail of today",
        "export",
        "md",
        "1",
        "out.md",
    )
    assert told.status == 0
    assert set(states(desk).values()) == {"done"}
    [request] = desk.open("Personal").checklist.accounts[0].requests
    assert (request.sent, request.received) == (date(2026, 11, 20), date(2026, 11, 21))
    assert (request.channel, request.reference) == ("email", "4711")
    [answer] = request.events
    assert (answer.kind, answer.note) == ("granted", "a mail of today")
    assert "Photopia @anika: done, confirmed by the platform" in told.text
    assert (tmp_path / "here" / "out.md").read_text("utf-8").startswith("# Personal")
    assert told.last() == 'All is saved. Go on with: optout-tui --plain "Personal"'


def test_at_the_end_of_input_all_is_saved_and_it_comes_back_to_the_step(desk: Desk) -> None:
    told = talk(desk, *FIRST, "done")
    assert told.status == 0
    assert states(desk) == {"open-menu": "done"}
    again = talk(desk, "quit", name="Personal")
    assert "Open the form" in again.text
    assert "Open the menu" not in again.text


def test_without_any_answer_nothing_is_written(desk: Desk) -> None:
    assert talk(desk).status == 0
    assert not desk.data_dir.exists()


def test_each_answer_says_which_revision_is_on_disk(desk: Desk) -> None:
    told = talk(desk, *FIRST, "done")
    assert "Saved, revision 3." in told.text
    assert desk.open("Personal").revision >= 2


def test_back_leads_to_the_step_before_and_at_the_first_to_the_accounts(desk: Desk) -> None:
    told = talk(desk, *FIRST, "done", "back", "back", "quit")
    after = told.text.partition("Saved, revision")[2]
    after = after.partition("Saved, revision")[2]
    assert after.index("Open the form") < after.index("Open the menu\nDone: ")
    assert after.index("Open the menu\nDone: ") < after.index("Your accounts")


def test_a_question_mark_explains_and_asks_again(desk: Desk) -> None:
    told = talk(desk, "?", "quit")
    assert "? explains, back goes back, quit leaves." in told.text
    assert told.text.count("Where do you live?") == 2


def test_a_region_with_a_slip_is_offered(desk: Desk) -> None:
    told = talk(desk, "germny", "1", "quit")
    assert "Germany (DE)" in told.text
    assert desk.open("Personal").checklist.region == "DE"


def test_what_went_wrong_is_listed_with_its_cure_and_recorded(desk: Desk) -> None:
    told = talk(desk, *FIRST, "done", "problem", "1", "quit")
    assert states(desk)["open-form"] == "problem"
    assert "What to do: " in told.text
    told = talk(desk, "problem", "something else", "quit", name="Personal")
    [_, mark] = desk.open("Personal").checklist.accounts[0].steps
    assert (mark.state, mark.trouble) == ("problem", "")


def test_a_note_a_skip_and_taking_back(desk: Desk) -> None:
    talk(desk, *FIRST, "note", "ask Tom", "skip", "quit")
    [mark] = desk.open("Personal").checklist.accounts[0].steps
    assert (mark.state, mark.note) == ("skipped", "ask Tom")
    told = talk(desk, "menu", "undo", "quit", name="Personal")
    assert "There is nothing to undo." in told.text
    told = talk(desk, "done", "undo", "quit", name="Personal")
    assert "Undone: Open the form: done" in told.text
    assert states(desk) == {"open-menu": "skipped"}


def test_another_way_another_account_an_answer_and_a_proof(desk: Desk, session: Session) -> None:
    told = talk(
        desk, "more", "reply", "more", "way", "2", "done", "", "", "", "quit", name="Personal"
    )
    assert "Nothing was sent for this account yet." in told.text
    account = desk.open("Personal").checklist.accounts[0]
    assert account.route != "objection"
    assert [request.kind for request in account.requests] == ["erasure"]
    talk(
        desk,
        "more",
        "reply",
        "they refuse",
        "another",
        "",
        "no, they say",
        "quit",
        name="Personal",
    )
    [event] = desk.open("Personal").checklist.accounts[0].requests[0].events
    assert (event.kind, event.reason, event.note) == ("refused", "other", "no, they say")
    talk(desk, "more", "proof", "a screenshot", "shot.png", "quit", name="Personal")
    [held] = desk.open("Personal").checklist.accounts[0].evidence
    assert (held.kind, held.reference) == ("screenshot", "shot.png")


def test_of_several_checklists_one_is_chosen_or_made(desk: Desk, session: Session) -> None:
    desk.create("Client", "US")
    told = talk(desk, "client", "chirp", "quit")
    assert "Chirp" in told.text
    assert desk.open("Client").checklist.accounts[0].platform == "chirp"
    talk(desk, "a new", "Third", "california", "quit")
    assert desk.open("Third").checklist.region == "US-CA"


def test_a_slip_is_said_and_asked_again_but_not_for_ever(desk: Desk) -> None:
    told = talk(desk, *FIRST, "9", "x", "done", "quit")
    assert "There is no 9: type a number from 1 to 6." in told.text
    assert states(desk) == {"open-menu": "done"}
    with pytest.raises(Refusal, match="10 answers in a row could not be taken; stopped, and all"):
        talk(desk, *["nothing of the sort"] * 19, name="Personal")


def test_somebody_who_says_yes_to_everything_gets_to_the_end(desk: Desk, session: Session) -> None:
    told = talk(desk, *["y"] * 40, name="Personal")
    assert set(states(desk).values()) == {"done"}
    assert told.last().startswith("All is saved.")


@pytest.mark.parametrize("wrong", ["tomorrow", "2027-01-01"])
def test_a_day_that_cannot_be_is_refused_and_asked_again(desk: Desk, wrong: str) -> None:
    told = talk(desk, *FIRST, "done", "done", "done", wrong, "2026-11-01", "1", "", "quit")
    assert "is no date" in told.text or "lies ahead" in told.text
    [request] = desk.open("Personal").checklist.accounts[0].requests
    assert request.sent.isoformat() == "2026-11-01"


def test_an_export_never_replaces_a_file(desk: Desk, session: Session, tmp_path: Path) -> None:
    (tmp_path / "here" / "old.md").write_text("mine", "utf-8")
    told = talk(desk, *["skip"] * 4, "yes", "1", "1", "old.md", "no", "new.md", name="Personal")
    assert "old.md is there already" in told.text
    assert (tmp_path / "here" / "old.md").read_text("utf-8") == "mine"
    assert (tmp_path / "here" / "new.md").exists()


def test_nothing_in_it_drives_a_terminal(desk: Desk, session: Session) -> None:
    path = session.stored.path
    hostile = path.read_text("utf-8").replace('"@anika"', '"@ani\\u001b[2Jka"')
    path.write_text(hostile, "utf-8")
    told = talk(desk, "note", "a\x1b]0;x\x07b\u202e", "quit", name="Personal")
    assert "@ani␛[2Jka" in told.text
    assert not {char for char in told.text if (ord(char) < 32 and char != "\n") or char == "\u202e"}
