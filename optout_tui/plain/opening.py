"""The list of checklists: one is opened, begun, renamed or deleted; what is damaged is offered."""

from pathlib import Path

from optout_tui.checklist.merge import Side
from optout_tui.checklist.words import day
from optout_tui.journey.choices import SIDES
from optout_tui.journey.coming import accounts_done, coming_up, free_name
from optout_tui.journey.desk import Desk, Row
from optout_tui.journey.files import best_backup, bring_back, join_file, second_versions
from optout_tui.journey.sentences import good_backup
from optout_tui.journey.session import Conflict, Session
from optout_tui.plain.comparing import compare
from optout_tui.plain.due import show_due
from optout_tui.plain.setting_up import ask_region, new_checklist
from optout_tui.plain.talk import Back, Talk
from optout_tui.plain.visit import differences
from optout_tui.safety.limits import BadFile
from optout_tui.safety.names import checklist_name
from optout_tui.safety.refusal import Refusal

MORE = (
    ("new", "a new checklist"),
    ("due", "due: what is late or soon"),
    ("compare", "compare all platforms"),
    ("audit", "audit: how much of an export is public, who may train on a website"),
    ("rename", "rename a checklist"),
    ("delete", "delete a checklist"),
)
FIRST = "Have you downloaded an export? Type audit to see first how much of it is public."
EXPLAIN = "A checklist holds a region and accounts: yours, or those of a client."


def pick_checklist(talk: Talk, desk: Desk) -> Session:
    """Return a checklist opened: one that is there, or a new one. Raises GoTo from what is due."""
    while True:
        talk.place = "your checklists"
        rows = desk.rows()
        try:
            if not rows:
                return _first(talk, desk)
            opened = _pick(talk, desk, rows)
        except Back:
            talk.no("This is the first question")
        except Refusal as reason:
            talk.no(str(reason))
        else:
            if opened is not None:
                return opened


def _first(talk: Talk, desk: Desk) -> Session:
    """Begin the first checklist; a person may look at an export before."""
    talk.say("", FIRST)
    while (code := ask_region(talk, desk, also="audit")) == "audit":
        try:
            _look_around(talk, desk, "")
        except Back:
            pass
        except Refusal as reason:
            talk.no(str(reason))
    return desk.create(free_name([]), code)


def _look_around(talk: Talk, desk: Desk, region: str) -> None:
    from optout_tui.plain.audits import look_around  # few want it, and it brings much along

    look_around(talk, desk, region)


def _pick(talk: Talk, desk: Desk, rows: list[Row]) -> Session | None:
    talk.say("", "Your checklists")
    lines = [(_Line(row.name), _row_line(desk, row)) for row in rows]
    chosen = talk.choose("Which one?", [*lines, *MORE], explain=EXPLAIN)
    if isinstance(chosen, _Line):
        return open_checklist(talk, desk, chosen)
    try:
        return _do(talk, desk, rows, chosen)
    except Back:
        return None


class _Line(str):
    """A checklist's name, which no word of the menu is even where it reads the same."""

    __slots__ = ()


def _row_line(desk: Desk, row: Row) -> str:
    if row.problem:
        return f"{row.name}, not readable: {row.problem}"
    said = [row.region_name, accounts_done(row), coming_up(row, desk.today).text]
    if row.copies:
        said.append("a second version to merge")
    return ", ".join(filter(None, (row.name, *said)))


def _do(talk: Talk, desk: Desk, rows: list[Row], chosen: str) -> Session | None:
    names = [row.name for row in rows]
    match chosen:
        case "new":
            name = talk.ask_for("Its name: yours, or a client's", checklist_name, free_name(names))
            return new_checklist(talk, desk, name)
        case "due":
            show_due(talk, desk)
        case "compare":
            compare(talk, desk, rows[0].region or "DE")
        case "audit":
            _look_around(talk, desk, rows[0].region)
        case "rename":
            old = talk.choose("Which one?", [(name, name) for name in names], 0)
            desk.rename(old, talk.ask_for("Its new name", checklist_name, old))
        case _:
            _delete(talk, desk, names)
    return None


def _delete(talk: Talk, desk: Desk, names: list[str]) -> None:
    name = talk.choose("Which one?", [(name, name) for name in names], 0)
    talk.say("The checklist, all its notes and all its backups go. This cannot be undone.")
    if talk.ask(f"To delete it, type its name: {name}") == name:
        desk.delete(name)
        talk.say(f"{name} is deleted.")
    else:
        talk.say("It stays.")


# -- opening -----------------------------------------------------------------------


def open_checklist(talk: Talk, desk: Desk, name: str) -> Session:
    """Return the checklist of that name, opened, after what is offered on opening.

    Raises Refusal, Back where a person wants none of what is offered.
    """
    try:
        session = desk.open(name)
    except BadFile as error:
        return _from_backup(talk, desk, name, error)
    copies = second_versions(desk, session.name)
    return _merged(talk, desk, session, copies[0]) if copies else session


def _from_backup(talk: Talk, desk: Desk, name: str, error: BadFile) -> Session:
    kept = best_backup(desk, name)
    if kept is None:
        raise error
    saved = day(kept.checklist.updated.date())
    talk.say(
        f"{name} cannot be read: {error}.",
        good_backup(kept.backup.revision, saved),
    )
    if not talk.yes("Bring it back?", default=False):
        raise Back
    return bring_back(desk, name)


def _merged(talk: Talk, desk: Desk, session: Session, copy: Path) -> Session:
    name = session.name
    talk.say(
        f"{copy.name} is another version of {name}: two places changed it. Merging takes what"
        " either changed; the file then goes to the backups."
    )
    try:
        return _join(talk, desk, name, copy) if talk.yes("Merge them?", default=False) else session
    except Back:
        return session


def _join(talk: Talk, desk: Desk, name: str, copy: Path, prefer: Side | None = None) -> Session:
    try:
        return join_file(desk, name, copy, prefer)
    except Conflict as conflict:
        talk.say(f"{name} was changed in two places.", *differences(conflict))
        return _join(talk, desk, name, copy, talk.choose("Which one holds?", SIDES, 0))
