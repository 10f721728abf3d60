"""What a person holds to show that it took: a mail, a receipt, a screenshot."""

from hashlib import sha256
from pathlib import Path

from optout_tui.checklist import change
from optout_tui.checklist.model import MAX_NOTE, Evidence, ReplyKind
from optout_tui.journey.requests import MAX_REFERENCE, reply
from optout_tui.journey.session import Session
from optout_tui.library.guides import EvidenceKind, Step
from optout_tui.safety.limits import BadFile
from optout_tui.safety.names import one_line_text


def proof(
    session: Session,
    name: str,
    kind: EvidenceKind,
    *,
    file: Path | None = None,
    reference: str = "",
    note: str = "",
    step: Step | None = None,
) -> Evidence:
    """Record a piece of evidence, tick *step* where one is given, and return the evidence.

    Of a *file* its name and SHA-256 are kept, not its content. Raises Refusal, and BadFile
    for a file that cannot be read.
    """
    account = session.find_account(name)
    made = Evidence(
        kind=kind,
        at=session.place.now(),
        reference=one_line_text(reference, "reference", MAX_REFERENCE),
        file=one_line_text(file.name, "file name", MAX_REFERENCE) if file else "",
        sha256=_digest(file) if file else "",
        note=one_line_text(note, "note", MAX_NOTE),
    )
    changed = change.add_evidence(account, made)
    if step is not None:
        changed = change.mark_step(changed, step, "done", session.place.now())
    session.apply_to(f"{kind} kept", changed)
    return made


def keep(
    session: Session,
    name: str,
    kind: EvidenceKind,
    *,
    file: Path | None = None,
    reference: str = "",
    note: str = "",
    step: Step | None = None,
    answer: ReplyKind | None = None,
    request_id: str = "",
) -> None:
    """Record a piece of evidence as :func:`proof` does, and the *answer* that it is, if it is one.

    Both are one change to undo. Raises Refusal, and then records neither.
    """
    with session.as_one("evidence kept"):
        proof(session, name, kind, file=file, reference=reference, note=note, step=step)
        if answer is not None:
            on = session.place.today
            reply(session, name, answer, on=on, note=reference, request_id=request_id)


def _digest(file: Path) -> str:
    state = sha256()
    try:
        with file.open("rb") as stream:
            while piece := stream.read(1 << 20):
                state.update(piece)
    except OSError as error:
        raise BadFile(file.name, error.strerror or "cannot be read") from None
    return state.hexdigest()
