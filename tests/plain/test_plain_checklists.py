"""The list of checklists on lines, what is offered on opening, and two writers of one file."""

from pathlib import Path

import pytest

from optout_tui.journey.accounts import remove_account, speak
from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark
from tests.own_guides import copied
from tests.plain.conversation import elsewhere, talk

COPY = "Personal (conflict 2026-11-22)"


def states(desk: Desk) -> dict[str, str]:
    return {one.id: one.state for one in desk.open("Personal").checklist.accounts[0].steps}


# -- the list --------------------------------------------------------------------------


def test_each_line_says_how_far_it_is_and_what_comes_next(desk: Desk, session: Session) -> None:
    desk.create("Client", "US")
    told = talk(desk, "quit")
    assert "  1. Client, United States, no accounts yet, add accounts\n" in told.text
    assert "  2. Personal, Germany, 0 of 1 account, next: Photopia, about 6 min\n" in told.text


def test_one_is_renamed_and_another_deleted_after_its_name_was_typed(
    desk: Desk, session: Session
) -> None:
    desk.create("Client", "US")
    talk(desk, "rename", "client", "Acme", "delete", "acme", "no", "quit")
    assert sorted(row.name for row in desk.rows()) == ["Acme", "Personal"]
    told = talk(desk, "delete", "acme", "Acme", "quit")
    assert "Acme is deleted." in told.text
    assert [row.name for row in desk.rows()] == ["Personal"]


def test_back_at_the_first_question_says_so(desk: Desk, session: Session) -> None:
    assert "This is the first question." in talk(desk, "back", "quit").text
    assert "This is the first question." in talk(desk, "new", "back", "back", "quit").text


def test_from_one_checklist_to_another_and_from_the_steps_to_the_list(
    desk: Desk, session: Session
) -> None:
    desk.create("Client", "DE", [("chirp", "")])
    told = talk(desk, "done", "checklists", "client", "back", "back", "quit", name="Personal")
    assert told.text.index("Photopia @anika") < told.text.index("Chirp, Germany")
    assert told.text.count("Your checklists") == 2
    assert told.last() == 'All is saved. Go on with: optout-tui --plain "Client"'


def test_compare_and_due_can_be_asked_for_before_any_is_opened(
    desk: Desk, session: Session
) -> None:
    told = talk(desk, "due", "further", "", "compare", "end", "quit")
    assert "Nothing is late, and nothing is due within 30 days." in told.text
    assert "Nothing is planned." in told.text
    assert "Photopia: object with a form, on by default, future only" in told.words


# -- on opening ------------------------------------------------------------------------


def test_a_damaged_one_can_be_brought_back(desk: Desk, session: Session) -> None:
    elsewhere(desk, lambda other: mark(other, "photopia", "open-menu", "done"))()
    path = desk.store.path("Personal")
    path.write_bytes(path.read_bytes()[:200])
    told = talk(desk, "personal", "no", "quit")
    assert "The newest good backup is revision 1 of 22 Nov 2026." in told.words
    assert len(path.read_bytes()) == 200
    told = talk(desk, "personal", "yes", "done", "quit")
    assert states(desk) == {"open-menu": "done"}


def test_a_damaged_one_without_a_backup_says_why_and_asks_again(desk: Desk) -> None:
    desk.create("Other", "DE")
    (desk.data_dir / "checklists" / "Broken.toml").write_text("format = = 1", "utf-8")
    told = talk(desk, "broken", "quit")
    assert "Broken, not readable" in told.words
    assert told.text.count("Your checklists") == 2


def second_version(desk: Desk) -> Path:
    path = desk.store.path("Personal")
    copy = path.with_name("Personal.sync-conflict-20261122-101500-ABCDEFG.toml")
    before = path.read_bytes()
    elsewhere(desk, lambda other: mark(other, "photopia", "open-form", "done"))()
    copy.write_bytes(path.read_bytes())
    path.write_bytes(before)
    return copy


def test_a_second_version_is_offered_for_merging(desk: Desk, session: Session) -> None:
    copy = second_version(desk)
    elsewhere(desk, lambda other: speak(other, "fr"))()
    assert "a second version to merge" in talk(desk, "quit").words
    talk(desk, "no", "quit", name="Personal")
    assert copy.exists()
    talk(desk, "yes", "quit", name="Personal")
    assert not copy.exists()
    assert desk.open("Personal").checklist.labels == "fr"
    assert states(desk) == {"open-form": "done"}


@pytest.mark.parametrize(("answer", "state"), [("1", "skipped"), ("2", "done")])
def test_where_both_versions_differ_it_asks_which_holds(
    desk: Desk, session: Session, answer: str, state: str
) -> None:
    second_version(desk)
    elsewhere(desk, lambda other: mark(other, "photopia", "open-form", "skipped"))()
    told = talk(desk, "yes", answer, "quit", name="Personal")
    assert "open-form: skipped here, done there" in told.words
    assert states(desk) == {"open-form": state}


def test_a_newer_one_is_read_only(desk: Desk, session: Session) -> None:
    path = desk.store.path("Personal")
    newer = path.read_bytes().replace(b"format = 1", b"format = 2", 1)
    path.write_bytes(newer)
    told = talk(desk, "done", "quit", name="Personal")
    assert told.words.count("here it is read-only") == 2
    assert path.read_bytes() == newer


def test_comments_in_the_file_are_spoken_of(desk: Desk, session: Session) -> None:
    path = desk.store.path("Personal")
    path.write_bytes(path.read_bytes() + b"# mine\n")
    told = talk(desk, "quit", name="Personal")
    assert "Personal.toml holds comments. Saving drops them; a backup with them" in told.words


# -- two writers -----------------------------------------------------------------------


def test_what_another_program_did_meanwhile_is_taken_in_and_said(
    desk: Desk, session: Session
) -> None:
    other = elsewhere(desk, lambda one: mark(one, "photopia", "send", "skipped"))
    told = talk(desk, other, "done", "quit", name="Personal")
    assert "Another program changed Personal: its changes are in." in told.text
    assert states(desk) == {"open-menu": "done", "send": "skipped"}


def test_an_account_that_another_program_removed_is_left(desk: Desk, session: Session) -> None:
    desk.open("Personal")
    other = elsewhere(desk, lambda one: remove_account(one, "photopia"))
    told = talk(desk, "device", other, "device", "done", "chirp", "quit", name="Personal")
    assert "Which accounts do you have?" in told.text
    assert [one.platform for one in desk.open("Personal").checklist.accounts] == ["chirp"]


@pytest.mark.parametrize(("answer", "state"), [("1", "done"), ("keep theirs", "skipped")])
def test_where_both_changed_the_same_it_asks_which_holds(
    desk: Desk, session: Session, answer: str, state: str
) -> None:
    other = elsewhere(desk, lambda one: mark(one, "photopia", "open-menu", "skipped"))
    told = talk(desk, other, "done", answer, "quit", name="Personal")
    assert "open-menu: done here, skipped there" in told.words
    assert f"your side is kept in {COPY}.toml too" in told.words
    assert states(desk) == {"open-menu": state}
    assert not (desk.data_dir / "checklists" / f"{COPY}.toml").exists()
    assert told.last().startswith("All is saved.")


@pytest.mark.parametrize("answers", [(), ("back", "quit")])
def test_where_nobody_says_which_holds_both_are_kept(
    desk: Desk, session: Session, answers: tuple[str, ...]
) -> None:
    other = elsewhere(desk, lambda one: mark(one, "photopia", "open-menu", "skipped"))
    told = talk(desk, other, "done", *answers, name="Personal")
    assert told.text.count("Which one holds?") == 1
    assert f"Your side is kept in {COPY}.toml." in told.words
    assert told.last() == 'Go on with: optout-tui --plain "Personal"'
    assert (desk.data_dir / "checklists" / f"{COPY}.toml").exists()
    assert states(desk) == {"open-menu": "skipped"}


# -- guides of one's own ---------------------------------------------------------------


def test_a_guide_of_ones_own_is_marked_and_a_broken_one_is_spoken_of(
    desk: Desk, session: Session
) -> None:
    folder = desk.data_dir / "guides"
    copied(folder)
    (folder / "broken.toml").write_text("id = 1", "utf-8")
    told = talk(
        desk, "accounts", "add", "list", "mastodon", "@me", "on", "account", "mastodon",
        "compare", "end", "quit", name="Personal",
    )  # fmt: skip
    assert "1 guide of yours was left out: broken.toml" in told.words
    assert "Mastodon (yours): object with a form" in told.text
    assert "This is your own guide, not one that came with the program." in told.text
