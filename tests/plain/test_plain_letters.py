"""Letters, replies, follow-ups and what is due, on lines."""

from datetime import date
from pathlib import Path

import pytest

from optout_tui.checklist.model import Request
from optout_tui.journey.accounts import remove_account
from optout_tui.journey.desk import Desk
from optout_tui.journey.requests import Dispatch, reply, sent
from optout_tui.journey.session import Session
from optout_tui.letters.letter import DRAFT
from tests.conftest import TODAY
from tests.plain.conversation import elsewhere, talk

REASON = "My pupils are in my pictures."
NONE_MORE = ("",) * 7


@pytest.fixture
def real(tmp_path: Path) -> Desk:
    """A desk with all that is true, and one checklist: somebody in Germany, on Instagram."""
    desk = Desk(tmp_path / "data", today=TODAY)
    desk.create("Personal", "DE", [("instagram", "@anika")]).save()
    return desk


def requests(desk: Desk) -> tuple[Request, ...]:
    return desk.open("Personal").checklist.accounts[0].requests


def test_where_the_law_wants_reasons_it_asks_for_them_one_by_one(real: Desk, here: Path) -> None:
    told = talk(
        real, "letter", "object", "?", REASON, *NONE_MORE, "file", "", "end", "quit",
        name="Personal",
    )  # fmt: skip
    assert DRAFT in told.text
    assert "What of yours is public there, and since when?" in told.text
    assert "So they may sound; yours must be your own" in told.words
    written = (here / "instagram objection 2026-11-22.txt").read_text("utf-8")
    assert REASON in written
    assert f"Written to {here / 'instagram objection 2026-11-22.txt'}" in told.text


def test_without_reasons_it_says_what_is_missing_and_writes_nothing(real: Desk, here: Path) -> None:
    told = talk(real, "letter", "object", "", *NONE_MORE, "file", "quit", name="Personal")
    assert "Not ready: " in told.text
    assert "There is no file: type a number" in told.text
    assert list(here.iterdir()) == []


def test_short_in_english_and_in_another_language(real: Desk, clipboard: list[str]) -> None:
    told = talk(
        real, "letter", "access", "english", "short", "copy", "language", "fr", "copy",
        "language", "back", "end", "quit", name="Personal",
    )  # fmt: skip
    assert "In English, for you to read. What is sent is not." in told.text
    assert len(clipboard) == 2
    assert clipboard[0] != clipboard[1]
    assert "Guten Tag" in told.text


def test_reasons_are_kept_and_can_be_taken_away(real: Desk) -> None:
    told = talk(
        real, "letter", "object", REASON, *NONE_MORE, "end", "letter", "object", "words", "-",
        *NONE_MORE, "end", "quit", name="Personal",
    )  # fmt: skip
    assert f"since when? [{REASON}] >" in told.words
    assert told.text.count("Not ready: ") == 1


def test_a_letter_that_went_out_is_recorded(real: Desk) -> None:
    told = talk(
        real, "letter", "access", "sent", "2026-11-20", "by letter", "2026-11-21", "4711", "",
        "quit", name="Personal",
    )  # fmt: skip
    [request] = requests(real)
    assert (request.kind, request.channel, request.reference) == ("access", "letter", "4711")
    assert (request.sent, request.received) == (date(2026, 11, 20), date(2026, 11, 21))
    assert "Sent: access on 20 Nov 2026: waiting, reply due 21 Dec 2026" in told.words


def test_another_letter_about_one_of_two_requests(real: Desk) -> None:
    session = real.open("Personal")
    for day in (1, 2):
        sent(session, "instagram", "access", Dispatch(date(2026, 9, day)))
    session.save()
    told = talk(
        real, "letter", "access", "kind", "remind", "2", "sent", "", "", "", "", "quit",
        name="Personal",
    )  # fmt: skip
    assert "About which request? [1] > 2" in told.text
    assert [[event.kind for event in one.events] for one in requests(real)] == [[], ["reminder"]]


def test_what_cannot_be_a_letter_is_refused_in_words(real: Desk) -> None:
    told = talk(real, "letter", "back", "letter", "access", "kind", "back", "quit", name="Personal")
    assert told.status == 0
    assert told.text.count("Which letter?") == 3


def test_a_reply_is_about_the_request_that_is_chosen(desk: Desk, session: Session) -> None:
    for kind in ("objection", "access"):
        sent(session, "photopia", kind, Dispatch(date(2026, 11, 1)))
    session.save()
    told = talk(
        desk, "reply", "they refuse", "no reason", "2", "2026-11-02", "we do not", "quit",
        name="Personal",
    )  # fmt: skip
    assert "Sent: access on 1 Nov 2026: refused" in told.text
    assert [[event.kind for event in one.events] for one in requests(desk)] == [[], ["refused"]]


def test_a_notice_of_more_time_a_question_and_our_answer(desk: Desk, session: Session) -> None:
    sent(session, "photopia", "objection", Dispatch(date(2026, 11, 1)))
    session.save()
    talk(
        desk, "reply", "extension", "2026-11-10", "two more", "reply", "question",
        "they ask who you are", "2026-11-12", "", "follow", "answer", "2026-11-13", "", "mine",
        "quit", name="Personal",
    )  # fmt: skip
    [request] = requests(desk)
    assert [(one.kind, one.on.day, one.about) for one in request.events] == [
        ("extension", 10, ""),
        ("question", 12, "identity"),
        ("answer", 13, ""),
    ]


def test_where_nothing_was_sent_nothing_can_follow(desk: Desk, session: Session) -> None:
    told = talk(desk, "reply", "follow", "quit", name="Personal")
    assert told.text.count("Nothing was sent for this account yet.") == 2


def test_back_within_the_questions_leads_to_the_one_before(desk: Desk, session: Session) -> None:
    talk(
        desk, "done", "done", "done", "2026-11-20", "by e-mail", "back", "back", "2026-11-19",
        "by letter", "2026-11-21", "4711", "quit", name="Personal",
    )  # fmt: skip
    [request] = requests(desk)
    assert (request.sent.day, request.channel, request.received.day) == (19, "letter", 21)


def test_a_day_of_arrival_before_the_sending_is_refused(desk: Desk, session: Session) -> None:
    told = talk(
        desk, "done", "done", "done", "2026-11-20", "letter", "2026-11-19", "", "", "quit",
        name="Personal",
    )  # fmt: skip
    assert "2026-11-19 lies before the day it was sent, 2026-11-20." in told.text
    assert requests(desk)[0].received.day == 20


def test_a_file_that_is_named_is_kept_with_its_digest(
    desk: Desk, session: Session, here: Path
) -> None:
    (here / "shot.png").write_bytes(b"png")
    talk(
        desk, "proof", "a screenshot", "shot.png", "yes", "proof", "receipt", "shot.png", "no",
        "quit", name="Personal",
    )  # fmt: skip
    [held, other] = desk.open("Personal").checklist.accounts[0].evidence
    assert (held.kind, held.file, held.reference) == ("screenshot", "shot.png", "")
    assert held.sha256.startswith("8f8c")
    assert (other.kind, other.file, other.reference) == ("receipt", "", "shot.png")


def test_what_is_due_is_told_with_what_to_do_and_leads_there(real: Desk) -> None:
    session = real.open("Personal")
    request = sent(session, "instagram", "objection", Dispatch(date(2026, 6, 1)))
    session.save()
    told = talk(real, "due", "1", "end", "quit", name="Personal")
    assert "Meta's reply is overdue. Instagram @anika, Personal, 1 Jul 2026" in told.words
    assert "The last lawful day has passed. Remind them, or complain." in told.words
    line = next(line for line in told.text.splitlines() if "remind Meta" in line)
    number = line.strip().partition(".")[0]
    talk(real, "due", number, "letter", "sent", "", "", "", "end", "quit")
    [now] = requests(real)
    assert now.id == request.id
    assert [event.kind for event in now.events] == ["reminder"]
    told = talk(real, "due", "1", "open", "quit")
    assert told.words.count("Instagram @anika, Germany") == 1


def test_a_refused_reply_can_be_answered_with_an_appeal(desk: Desk, session: Session) -> None:
    sent(session, "photopia", "objection", Dispatch(date(2026, 11, 1)))
    reply(session, "photopia", "refused", on=date(2026, 11, 5))
    session.save()
    talk(desk, "follow", "appeal", "", "", "", "quit", name="Personal")
    assert [event.kind for event in requests(desk)[0].events] == ["refused", "appeal"]


def overdue(desk: Desk) -> Session:
    session = desk.open("Personal")
    sent(session, "photopia", "objection", Dispatch(date(2026, 6, 1)))
    session.save()
    return session


def test_what_is_due_in_a_file_that_was_damaged_meanwhile_leads_to_the_list(
    desk: Desk, session: Session
) -> None:
    path = overdue(desk).stored.path

    def damage() -> None:
        path.write_bytes(b"format = = 1")
        for backup in desk.data_dir.glob("backups/*/*"):
            backup.unlink()

    desk.create("Other", "DE", [("chirp", "")])
    told = talk(desk, "due", "1", damage, "open", "quit", name="Other")
    assert "Personal.toml" in told.words
    assert "Personal, not readable" in told.words
    assert told.last() == 'All is saved. Go on with: optout-tui --plain "Other"'


def test_a_letter_for_an_account_that_was_removed_meanwhile_is_refused(
    desk: Desk, session: Session
) -> None:
    overdue(desk)
    told = talk(
        desk, "due", "2", elsewhere(desk, lambda one: remove_account(one, "photopia")), "letter",
        "quit",
    )  # fmt: skip
    assert "Unknown account" in told.words
    assert "Which accounts do you have?" in told.text


def test_a_backup_that_nobody_wants_leads_back_to_the_list(desk: Desk, session: Session) -> None:
    path = overdue(desk).stored.path
    desk.create("Other", "DE", [("chirp", "")])
    told = talk(desk, "due", "1", lambda: path.write_bytes(b""), "open", "no", "quit", name="Other")
    assert "Bring it back?" in told.text
    assert "Your checklists" in told.text
