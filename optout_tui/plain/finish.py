"""The end: what was done, what it does not do, and a file of it."""

from collections.abc import Iterator
from pathlib import Path

from optout_tui.checklist.progress import AccountView
from optout_tui.checklist.words import PROOF_WORDS, day
from optout_tui.export.file import default_name, write_export
from optout_tui.export.render import FORMATS, render
from optout_tui.journey.session import Session
from optout_tui.plain.talk import Talk
from optout_tui.safety.refusal import Refusal


def summary_lines(session: Session) -> Iterator[str]:
    """Yield what was done for every account."""
    yield ""
    yield "Summary"
    for view in session.views():
        yield from _account(view)
    yield "Models that are already trained keep what they learnt."


def _account(view: AccountView) -> Iterator[str]:
    yield f"{view.label}: {view.state}, {PROOF_WORDS[view.proof]}"
    for request in view.requests:
        due = f", reply due {day(request.due)}" if request.due else ""
        yield f"  {request.request.kind} sent {day(request.request.sent)}: {request.state}{due}"


def ask_export(talk: Talk, session: Session) -> None:
    """Write an export where the person wants one; the file is named and never replaced."""
    if not talk.yes("Write this into a file?"):
        return
    formats = [(fmt, fmt) for fmt in FORMATS]
    fmt = talk.choose("In which format?", formats)
    redact = talk.yes("Leave out handles, notes and references?", default=False)
    today = session.place.today

    def take(typed: str) -> Path:
        path = Path(typed).expanduser().absolute()
        text = render(session.current, session.knowledge, today, fmt, redact=redact)
        write_export(path, text)
        return path

    try:
        path = talk.ask_for("Which file?", take, default_name(session.name, today, fmt))
    except RuntimeError:  # a home folder that is not known
        raise Refusal("that folder is not known") from None
    talk.say(f"Written to {path}")
