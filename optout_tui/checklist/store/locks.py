"""One writer at a time for each checklist: a lock by its id, never beside a synced file."""

import contextlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from optout_tui.checklist.store.whole import NotSaved

LOCK_SECONDS = 1.5
MAX_ID = 64
"""Longer ids, which only a hand can have typed, name their folder by a digest."""


def as_file_name(checklist_id: str) -> str:
    """Return what names files of that checklist: its id, or a digest of one typed by hand.

    An id comes from a file that may have been edited: no path may be made of it.
    """
    return (
        checklist_id
        if checklist_id.isascii() and checklist_id.isalnum() and len(checklist_id) <= MAX_ID
        else sha256(checklist_id.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    )


def lock_path(data_dir: Path, checklist_id: str) -> Path:
    """Return where the lock of the checklist of that id lies."""
    return data_dir / "locks" / f"{as_file_name(checklist_id)}.lock"


@contextlib.contextmanager
def locked(data_dir: Path, checklist_id: str) -> Iterator[None]:
    """Be the only writer of that checklist; makes the folders that writing needs, 0700.

    Raises NotSaved where another program holds the lock for longer than a moment, and where the
    folders cannot be made.
    """
    import filelock  # only writing needs it

    path = lock_path(data_dir, checklist_id)
    try:
        for folder in (data_dir, data_dir / "checklists", path.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with filelock.FileLock(path, timeout=LOCK_SECONDS):
            yield
    except filelock.Timeout:
        raise NotSaved("another program is saving this checklist") from None
    except OSError as error:
        raise NotSaved(f"{data_dir}: {error.strerror or error}") from None
