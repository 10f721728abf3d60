"""The end: what was done, what it does not do, when to look again, and a file of it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from optout_tui.checklist.dates import check_again_on
from optout_tui.checklist.order import begin_with
from optout_tui.checklist.progress import AccountView
from optout_tui.checklist.words import PROOF_WORDS, checked_and_sure, day
from optout_tui.export.file import AlreadyThere, default_name, folder, typed_path, write_export
from optout_tui.export.render import render
from optout_tui.journey.choices import FORMATS, READERS
from optout_tui.journey.session import Session
from optout_tui.journey.summary import not_done, public_said, request_said, undone_by
from optout_tui.plain.talk import Back, Talk, in_turn
from optout_tui.plain.visit import Visit


def summary_lines(session: Session) -> Iterator[str]:
    """Yield what was done for every account, what that does not do, and what may undo it."""
    views = session.views()
    yield ""
    yield f"Summary of {session.name}, {day(session.place.today)}"
    if first := begin_with(views):
        yield first
    for view in views:
        yield from _account(view, session.place.today)
    yield "What this does not do"
    yield from (f"  {text}" for text in not_done(views))
    if undone := undone_by(views):
        yield "What may undo it"
        yield from (f"  {text}" for text in undone)


def _account(view: AccountView, today: date) -> Iterator[str]:
    proof = "" if view.state == "nothing to do" else f", {PROOF_WORDS[view.proof]}"
    yield f"{view.label}: {view.state}{proof}"
    if view.steps:
        yield f"  Steps: {view.steps_done} of {len(view.steps)}"
    if told := public_said(view.account):
        yield f"  Public: {told}"
    yield from (f"  Sent: {request_said(request)}" for request in view.requests)
    if (when := check_again_on(view)) is not None:
        yield f"  Check again: {day(when)}"
    if changed := [step.step.title for step in view.steps if step.changed]:
        yield f"  Changed since you did it: {', '.join(changed)}"
    if view.route is not None:
        yield f"  Guide: checked {checked_and_sure(view.route, today)}"
    if view.next_step is not None:
        yield f"  Next: {view.next_step.step.title}"


def ask_export(visit: Visit) -> None:
    """Ask for a format, for whom it is and a file, and write it."""
    talk, session = visit.talk, visit.session
    fmt, redact = "md", False

    def ask_format() -> bool:
        nonlocal fmt
        fmt = talk.choose("In which format?", FORMATS)
        return True

    def ask_reader() -> bool:
        nonlocal redact
        redact = talk.choose("For whom?", READERS)
        return True

    def write() -> bool:
        today, facts = session.place.today, session.knowledge
        name = default_name(session.name, today, fmt)

        def text() -> str:
            return render(session.current, facts, today, fmt, redact=redact)

        write_file(talk, name, text)
        return True

    in_turn(ask_format, ask_reader, write)
    visit.exported = True


def write_file(talk: Talk, suggested: str, text: Callable[[], str]) -> None:
    """Ask for a file and write *text* into it; a file that is there is replaced after a yes."""
    content = text()

    def take(typed: str) -> Path | None:
        path = folder() / typed_path(typed)
        try:
            write_export(path, content)
        except AlreadyThere:
            if not _may_replace(talk, path):
                return None
            write_export(path, content, force=True)
        return path

    path = None
    while path is None:
        path = talk.ask_for("Which file?", take, suggested, "Its name, or its whole path.")
    talk.say_whole(f"Written to {path}")


def _may_replace(talk: Talk, path: Path) -> bool:
    talk.say(f"{path.name} is there already. What is in it now is lost if you go on.")
    try:
        return talk.yes("Replace it?", default=False)
    except Back:
        return False
