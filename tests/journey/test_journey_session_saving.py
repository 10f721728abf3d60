"""An open checklist is saved: alone, beside another program, and where that fails."""

import errno
import os
import threading
from pathlib import Path
from typing import NoReturn

import pytest
from msgspec.structs import replace

from optout_tui.checklist.merge import Difference, Side
from optout_tui.checklist.store.reading import read_checklist
from optout_tui.checklist.store.whole import NotSaved
from optout_tui.journey.accounts import move_to, speak
from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Conflict, Session
from optout_tui.journey.steps import mark
from optout_tui.safety.refusal import Refusal


def test_a_save_returns_the_revision_that_is_on_disk(desk: Desk, session: Session) -> None:
    for n, language in enumerate(("de", "fr", "pl"), start=2):
        speak(session, language)
        assert session.save() == n == session.revision
        assert desk.open("Personal").revision == n


def test_where_nothing_changed_nothing_is_written(session: Session) -> None:
    before = session.stored.path.stat().st_mtime_ns
    assert session.save() == 1
    assert session.stored.path.stat().st_mtime_ns == before


def test_what_is_in_memory_is_shown_under_the_revision_that_is_on_disk(session: Session) -> None:
    speak(session, "de")
    session.save()
    speak(session, "fr")
    assert session.current == replace(session.stored.checklist, labels="fr")


def test_of_two_who_save_the_second_takes_in_what_the_first_did(
    desk: Desk, session: Session
) -> None:
    other = desk.open("Personal")
    mark(session, "photopia", "open-menu", "done")
    speak(other, "de")
    session.save()
    assert other.save() == 3
    assert other.view("photopia").steps_done == 1
    assert other.is_saved
    session.put()
    assert session.take_in()
    assert session.checklist == other.checklist
    assert (session.revision, session.is_saved) == (3, True)


def test_what_both_changed_is_asked_about_and_both_stay(desk: Desk, session: Session) -> None:
    other = desk.open("Personal")
    speak(session, "fr")
    speak(other, "de")
    session.save()
    first = session.stored.path.read_bytes()
    for _ in range(2):
        with pytest.raises(Conflict) as asked:
            other.save()
    assert asked.value.differences == (Difference("language of the menus", "de", "fr"),)
    assert session.stored.path.read_bytes() == first
    assert (other.checklist.labels, other.is_saved, other.revision) == ("de", False, 1)
    copy = session.stored.path.with_name(other.keep_beside())
    assert copy.name == "Personal (conflict 2026-11-22).toml"
    assert read_checklist(copy).labels == "de"
    assert desk.folder.names() == ["Personal"]


@pytest.mark.parametrize(("side", "labels"), [("ours", "de"), ("theirs", "fr")])
def test_a_conflict_is_settled_for_either_side_and_the_copy_goes_to_the_backups(
    desk: Desk, session: Session, side: Side, labels: str
) -> None:
    other = desk.open("Personal")
    mark(session, "photopia", "open-menu", "done")
    speak(session, "fr")
    speak(other, "de")
    session.save()
    other.keep_beside()
    other.settle(side)
    read = desk.open("Personal")
    assert read.checklist.labels == labels == other.checklist.labels
    assert read.view("photopia").steps_done == 1
    assert desk.rows()[0].copies == ()
    kept = desk.store.backup_folder(read.checklist.id).glob("*-copy.toml")
    assert [read_checklist(path).labels for path in kept] == ["de"]


def test_undoing_after_another_came_in_takes_back_our_own_change_alone(
    desk: Desk, session: Session
) -> None:
    mark(session, "photopia", "open-menu", "done")
    session.save()
    other = desk.open("Personal")
    speak(other, "de")
    other.save()
    session.put()
    session.take_in()
    assert session.undo() == "Open the menu: done"
    assert (session.checklist.labels, session.view("photopia").steps_done) == ("de", 0)


def test_what_cannot_be_undone_without_harm_to_the_other_is_not_undone(
    desk: Desk, session: Session
) -> None:
    mark(session, "photopia", "open-menu", "done")
    session.save()
    other = desk.open("Personal")
    mark(other, "photopia", "open-menu", "skipped")
    other.save()
    session.put()
    session.take_in()
    assert session.undo() is None
    assert session.view("photopia").steps[0].state == "skipped"


def test_two_windows_that_only_moved_on_write_nothing(desk: Desk, session: Session) -> None:
    other = desk.open("Personal")
    session.stop_at("photopia:@anika", "send")
    other.stop_at("photopia:@anika", "open-form")
    speak(session, "de")
    session.save()
    before = session.stored.path.read_bytes()
    for _ in range(3):
        for one in (session, other):
            one.put()
            one.take_in()
    assert session.stored.path.read_bytes() == before
    assert other.checklist.here is not None
    assert other.checklist.here.step == "open-form"


def test_a_checklist_of_a_newer_program_is_shown_and_not_changed(
    desk: Desk, session: Session
) -> None:
    path = session.stored.path
    path.write_bytes(path.read_bytes().replace(b"format = 1", b'format = 2\nnews = "x"', 1))
    before = path.read_bytes()
    newer = desk.open("Personal")
    assert len(newer.views()) == 1
    assert newer.word_before_saving.startswith("Personal.toml has format 2, of a newer")
    with pytest.raises(Refusal, match="here it is read-only"):
        mark(newer, "photopia", "open-menu", "done")
    newer.stop_at("photopia:@anika", "send")
    newer.save()
    assert path.read_bytes() == before


def test_comments_are_told_of_before_the_first_save_and_kept_for_good(
    desk: Desk, session: Session
) -> None:
    path = session.stored.path
    path.write_bytes(b"# ask Tom first\n" + path.read_bytes())
    commented = path.read_bytes()
    again = desk.open("Personal")
    assert "holds comments" in again.word_before_saving
    speak(again, "de")
    again.save()
    assert again.word_before_saving == ""
    kept = desk.store.backup_folder(again.checklist.id).glob("*-pinned.toml")
    assert [one.read_bytes() for one in kept] == [commented]


def test_after_a_failure_the_changes_stay_and_the_next_save_writes_them(
    desk: Desk, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> NoReturn:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    speak(session, "de")
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fail)
        with pytest.raises(NotSaved):
            session.save()
    assert session.checklist.labels == "de"
    assert session.save() == 2
    assert desk.open("Personal").checklist.labels == "de"


def test_a_file_that_vanished_is_not_saved_and_the_work_stays(session: Session) -> None:
    session.stored.path.unlink()
    speak(session, "de")
    with pytest.raises(NotSaved, match="No such file or directory"):
        session.save()
    assert session.checklist.labels == "de"


def test_what_is_changed_during_a_save_is_for_the_next_one(
    desk: Desk, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def change_now(self: Path, target: Path) -> Path:
        if target.name == "Personal.toml":
            speak(session, "fr")
        return real(self, target)

    speak(session, "de")
    with monkeypatch.context() as busy:
        busy.setattr(Path, "replace", change_now)
        session.save()
    assert desk.open("Personal").checklist.labels == "de"
    assert not session.is_saved
    session.save()
    assert desk.open("Personal").checklist.labels == "fr"


def test_saves_from_many_threads_follow_each_other(desk: Desk, session: Session) -> None:
    failed: list[BaseException] = []

    def save(n: int) -> None:
        try:
            speak(session, f"a{chr(ord('a') + n)}")
            session.save()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=save, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    session.save()
    assert failed == []
    assert desk.open("Personal").checklist.labels == session.checklist.labels
    assert 2 <= session.revision <= 9


def test_a_move_is_saved(desk: Desk, session: Session) -> None:
    move_to(session, "US-CA")
    session.save()
    assert desk.open("Personal").checklist.region == "US-CA"
    assert desk.open("Personal").find_account("photopia").route == "reduce"
