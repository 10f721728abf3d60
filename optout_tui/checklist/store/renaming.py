"""Another name for a checklist: its file, and the copies that a sync program left beside it."""

import contextlib
from pathlib import Path

from optout_tui.checklist.store.beside import copies_of
from optout_tui.checklist.store.locks import locked
from optout_tui.checklist.store.store import Store
from optout_tui.checklist.store.whole import NotSaved, move_where_nothing_is
from optout_tui.safety.names import same_name


def rename(store: Store, name: str, new_name: str) -> Path:
    """Give the checklist of that name a new one and return its new path.

    Raises Refusal where the new name is taken or unfit, and NotSaved; then nothing changed.
    """
    stored = store.read(name)
    old = stored.path
    target = store.file(store.free_name(new_name, besides=old.stem))
    with locked(store.data_dir, stored.checklist.id):
        copies = copies_of(store, old, stored.checklist.id)
        try:
            _move(old, target)
        except FileExistsError:
            raise NotSaved(f"{target.name}: already exists") from None
        except OSError as error:
            raise NotSaved(f"{name}: {error.strerror}") from None
        for copy in copies:  # one that stays behind is found again by its id
            with contextlib.suppress(OSError):
                _move(copy, copy.with_stem(target.stem + copy.stem[len(old.stem) :]))
    return target


def _move(old: Path, new: Path) -> None:
    """A link is moved as it is; so is what changes only its case, which some disks call there."""
    if old.is_symlink() or same_name(old.stem, new.stem):
        old.rename(new)
    else:
        move_where_nothing_is(old, new)
