"""What is offered when a checklist is opened that is damaged, or has a second version beside it."""

from pathlib import Path
from typing import TYPE_CHECKING

from optout_tui.checklist.merge import Side
from optout_tui.checklist.words import day
from optout_tui.journey.files import best_backup, bring_back, join_file, second_versions
from optout_tui.journey.sentences import good_backup
from optout_tui.journey.session import Conflict
from optout_tui.safety.limits import BadFile
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.dialogs.confirm import ConfirmDialog
from optout_tui.tui.dialogs.conflict import ConflictDialog

if TYPE_CHECKING:
    from optout_tui.tui.going import Going


def offer_backup(app: "Going", name: str, error: BadFile) -> None:
    """Say why the checklist cannot be opened; ask whether its newest good backup will do."""
    kept = best_backup(app.desk, name)
    if kept is None:
        app.say_no(Refusal(f"{error}. No good backup of it is kept; the file stays as it is."))
        return
    saved = day(kept.checklist.updated.date())
    words = f"{error}. {good_backup(kept.backup.revision, saved)}"

    def bring(yes: bool | None) -> None:
        if yes and (session := app.attempt(lambda: bring_back(app.desk, name))) is not None:
            app.show_checklist(session)

    app.push_screen(ConfirmDialog(f"{name} cannot be read", words, "Bring it back"), bring)


def offer_merging(app: "Going", name: str) -> None:
    """Ask whether to join what a sync program left beside the checklist that was opened."""
    copies = second_versions(app.desk, name)
    if not copies:
        return
    copy = copies[0]
    words = (
        f"{copy.name} is another version of it: two places changed it. Merging takes what"
        " either changed; the file then goes to the backups."
    )
    dialog = ConfirmDialog(f"Merge the second version of {name}?", words, "Merge them")
    app.push_screen(dialog, lambda yes: _merge(app, name, copy) if yes else None)


def _merge(app: "Going", name: str, copy: Path, prefer: Side | None = None) -> None:
    def settle(side: Side | None) -> None:
        if side is not None:
            _merge(app, name, copy, side)

    try:
        join_file(app.desk, name, copy, prefer)
    except Conflict as error:
        app.push_screen(ConflictDialog(name, error, copy.name), settle)
    except Refusal as error:
        app.say_no(error)
    else:
        app.look()
