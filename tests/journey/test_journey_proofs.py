from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from optout_tui.checklist.model import Evidence
from optout_tui.journey.proofs import proof
from optout_tui.journey.session import Session
from optout_tui.safety.limits import BadFile
from optout_tui.safety.refusal import Refusal

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_evidence_by_reference_is_kept(session: Session) -> None:
    made = proof(session, "photopia", "mail", reference=" Message 99 ", note=" in a folder ")
    assert made == Evidence(kind="mail", at=NOON, reference="Message 99", note="in a folder")
    assert session.find_account("photopia").evidence == (made,)
    assert session.view("photopia").proof == "platform-confirmed"


def test_of_a_file_its_name_and_digest_are_kept_and_not_its_content(
    session: Session, tmp_path: Path
) -> None:
    content = b"a picture" * 200_000  # longer than one piece
    file = tmp_path / "sent.png"
    file.write_bytes(content)
    made = proof(session, "photopia", "screenshot", file=file)
    assert (made.file, made.sha256) == ("sent.png", sha256(content).hexdigest())
    session.save()
    assert b"a picture" not in session.stored.path.read_bytes()
    assert str(tmp_path).encode() not in session.stored.path.read_bytes()


def test_evidence_can_tick_a_step_and_one_undo_takes_back_both(session: Session) -> None:
    before = session.checklist
    step = session.view("photopia").steps[3].step
    proof(session, "photopia", "mail", step=step)
    assert [one.id for one in session.find_account("photopia").steps] == ["keep-mail"]
    assert session.undo() == "mail kept"
    assert session.checklist is before


def test_evidence_is_added(session: Session) -> None:
    proof(session, "photopia", "mail", reference="1")
    proof(session, "photopia", "receipt", reference="2")
    kinds = [(one.kind, one.reference) for one in session.find_account("photopia").evidence]
    assert kinds == [("mail", "1"), ("receipt", "2")]


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"reference": "x" * 501}, "the reference is longer than 500 characters"),
        ({"reference": "a\x1bb"}, "the reference holds control characters"),
        ({"note": "x" * 2001}, "the note is longer than 2000 characters"),
        ({"note": "a\nb"}, "the note holds control characters"),
        ({"file": Path("a\x1b[2J.png")}, "the file name holds control characters"),
    ],
)
def test_what_cannot_be_kept_is_refused(
    session: Session, more: dict[str, Any], reason: str
) -> None:
    before = session.checklist
    with pytest.raises(Refusal) as refused:
        proof(session, "photopia", "mail", **more)
    assert str(refused.value) == reason
    assert session.checklist is before


@pytest.mark.parametrize(
    ("name", "reason"), [("none.png", "No such file or directory"), (".", "Is a directory")]
)
def test_a_file_that_cannot_be_read_is_refused(
    session: Session, tmp_path: Path, name: str, reason: str
) -> None:
    with pytest.raises(BadFile, match=reason):
        proof(session, "photopia", "mail", file=tmp_path / name)
    assert session.find_account("photopia").evidence == ()
