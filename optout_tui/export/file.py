"""An export put on disk: whole or not at all, and for its owner's eyes only."""

import os
import stat
from datetime import date
from pathlib import Path

from optout_tui.checklist.store.whole import create_whole, write_whole
from optout_tui.safety.names import checklist_name, one_line_text
from optout_tui.safety.refusal import Refusal, shown

OWNER_ONLY = 0o600
MAX_PATH = 4000


class AlreadyThere(Refusal):
    """Something stands at the path of an export; only a yes or ``--force`` replaces it."""


def write_export(path: Path, text: str, *, force: bool = False) -> None:
    """Put *text* at *path* as UTF-8 with mode 0600, whole or not at all.

    Raises AlreadyThere for a plain file that stands there (unless *force*), Refusal for
    anything else there and for a missing folder, and NotSaved with the system's reason for
    the rest.
    """
    content = text.encode()
    where = shown(str(path), limit=200)
    if not path.parent.is_dir():
        raise Refusal(f"{where}: there is no folder {shown(str(path.parent), limit=200)}")
    mode = _mode_of(path)
    if mode is None:
        create_whole(path, content, OWNER_ONLY)
        return
    if not stat.S_ISREG(mode):
        raise Refusal(f"{where} is not a file; name another one")
    if not force:
        cure = "name another file or add --force to replace it"
        raise AlreadyThere(f"{where} already exists; {cure}")
    _close_to_others(path, where)
    write_whole(path, content, OWNER_ONLY)


def default_name(checklist_name_: str, today: date, fmt: str) -> str:
    """Return the file name of an export: ``Personal 2026-11-22.md``."""
    try:
        stem = checklist_name(checklist_name_)
    except Refusal:
        stem = "Checklist"  # a file that was named by hand may bear a name we would not give
    return f"{stem} {today.isoformat()}.{fmt}"


def folder() -> Path:
    """Return the folder the program was started in, or the person's own where it is gone."""
    try:
        return Path.cwd()
    except OSError:
        return Path.home()


def typed_path(typed: str) -> Path:
    """Return the path that was typed; raises Refusal for one that can be none."""
    typed = one_line_text(typed, "file's name", MAX_PATH)
    if not typed:
        raise Refusal("the file needs a name")
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        raise Refusal(f"nobody here is called {typed.split('/')[0]}") from None


def _mode_of(path: Path) -> int | None:
    """Return the mode of what stands at *path*, a link being what it leads to, or None."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return path.lstat().st_mode if os.path.lexists(path) else None
    except OSError as error:
        raise Refusal(f"{shown(str(path))}: {error.strerror}") from None


def _close_to_others(path: Path, where: str) -> None:
    """Take the file from all others first: what is replaced keeps its mode."""
    try:
        path.chmod(OWNER_ONLY)
    except OSError as error:
        raise Refusal(f"{where}: {error.strerror}; name another file") from None
