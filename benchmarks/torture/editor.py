"""``python -m benchmarks.torture.editor FOLDER WHO COUNT KIND PAUSE``: edits with another.

Every edit bears a word of its own, as "a 17". A line of JSON on standard output tells its fate. A
``window`` stays open, keeps what was refused in memory and asks in a conflict; a ``command`` begins
anew each time.
"""

import contextlib
import json
import random
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any, Literal
from unittest import mock

from optout_tui.checklist.merge import Side
from optout_tui.checklist.store import backups
from optout_tui.checklist.store.whole import NotSaved
from optout_tui.journey.desk import Desk
from optout_tui.journey.proofs import proof
from optout_tui.journey.session import Conflict, Session
from optout_tui.journey.steps import note

Fate = Literal["saved", "copied", "refused", "withdrawn"]
Edit = dict[str, Any]
"""``word``, ``step`` (empty for a proof), ``saw`` (the note that was there), ``asked``."""

NAME, REGION, TODAY = "Together", "DE", date(2026, 11, 22)
ACCOUNTS = (("instagram", "@anika"), ("x", "@anika"))
STEPS = ("open-menu", "find-block", "open-form", "fill-in")
"""Of the first account: each editor's notes stand where the other's do."""
ONE_NOTE_IN = 3
SIDES: tuple[Side, ...] = ("ours", "theirs")
LAST_TRIES = 5


class Editor:
    """One of two who change the same checklist."""

    def __init__(self, folder: Path, who: str, *, is_window: bool) -> None:
        """Open the checklist."""
        self.desk, self.is_window = Desk(folder, today=TODAY), is_window
        self.chance = random.Random(who)  # noqa: S311 - the same edits every time
        self.session = self.desk.open(NAME)
        self.waiting: list[Edit] = []

    def edit(self, word: str) -> None:
        """Make one change and try to save it."""
        if not self.is_window:
            self.session, self.waiting = self.desk.open(NAME), []
        self.waiting.append(self._change(word))
        self._save()

    def close(self) -> None:
        """Save what is still only in memory, as leaving does."""
        for _ in range(LAST_TRIES):
            if self.waiting and self.is_window:
                self._save()

    def _change(self, word: str) -> Edit:
        if self.chance.randrange(ONE_NOTE_IN):
            account, _ = self.chance.choice(ACCOUNTS)
            proof(self.session, account, "mail", reference=word)
            return {"word": word, "step": "", "saw": "", "asked": False}
        step = self.chance.choice(STEPS)
        saw = note_at(self.session, step)
        note(self.session, ACCOUNTS[0][0], step, word)
        for earlier in [one for one in self.waiting if one["step"] == step]:
            self.waiting.remove(earlier)
            tell(earlier, "withdrawn")
        return {"word": word, "step": step, "saw": saw, "asked": False}

    def _save(self) -> None:
        try:
            self._is_saved(self.session.save())
        except Conflict as error:
            self._ask(error)
        except NotSaved as error:
            self._is_refused(error)

    def _ask(self, error: Conflict) -> None:
        """Keep our side in a copy and say which side holds, as the window's question does."""
        if not self.is_window:
            self._is_refused(error)
            return
        try:
            self.session.keep_beside()
            side = self.chance.choice(SIDES)
            revision = self.session.settle(side)
        except NotSaved as reason:
            self._is_refused(reason)
            return
        for edit in self.waiting:
            edit["asked"] = True
        self._is_saved(revision, notes="saved" if side == "ours" else "copied")

    def _is_saved(self, revision: int, notes: Fate = "saved") -> None:
        for edit in self.waiting:
            tell(edit, notes if edit["step"] else "saved", revision=revision)
        self.waiting = []

    def _is_refused(self, error: NotSaved) -> None:
        for edit in self.waiting:
            tell(edit, "refused", reason=str(error))


def note_at(session: Session, step: str) -> str:
    """Return the note at *step* as it is on disk, as far as *session* knows."""
    marks = session.stored.checklist.accounts[0].steps
    return next((mark.note for mark in marks if mark.id == step), "")


def tell(edit: Edit, fate: Fate, **more: Any) -> None:
    """Say what became of *edit*; a later word about it holds."""
    print(json.dumps(edit | {"fate": fate} | more), flush=True)


def keep_history(folder: Path) -> None:
    """From now on, keep every revision that is replaced in *folder* too, whatever is dropped."""
    prune = backups.prune

    def keep_and_prune(place: Path, *args: Any) -> None:
        for backup in backups.backups_in(place):
            with contextlib.suppress(FileExistsError, FileNotFoundError):  # the other did it
                (folder / backup.path.name).hardlink_to(backup.path)
        prune(place, *args)

    mock.patch.object(backups, "prune", keep_and_prune).start()


def main() -> None:
    """Edit until all is done."""
    folder, who, count, kind, pause = sys.argv[1:]
    keep_history(Path(folder, "history"))
    editor = Editor(Path(folder), who, is_window=kind == "window")
    print(flush=True)
    sys.stdin.readline()  # both begin at once
    for n in range(int(count)):
        time.sleep(editor.chance.uniform(0, float(pause)))
        editor.edit(f"{who} {n}")
    editor.close()


if __name__ == "__main__":
    main()
