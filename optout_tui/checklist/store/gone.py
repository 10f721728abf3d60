"""Gone means gone: a deleted checklist leaves nothing, here, of what it held."""

import contextlib
import shutil
from pathlib import Path

from optout_tui.checklist.store.beside import copies_of
from optout_tui.checklist.store.locks import lock_path, locked
from optout_tui.checklist.store.rescue import id_of
from optout_tui.checklist.store.store import Store
from optout_tui.checklist.store.whole import NotSaved
from optout_tui.safety.names import checklist_name
from optout_tui.safety.refusal import Refusal


def delete(store: Store, name: str) -> None:
    """Delete the checklist of that name with its copies, its backups and its lock.

    A file that is not whole is deleted too; its backups are found by what is left of it, or
    by the name, as are those of a file that is gone already. Raises Refusal where there is
    nothing, and NotSaved where something stays.
    """
    path = _path(store, name)
    checklist_id = id_of(store, path)
    _forget(store)
    if checklist_id is None:
        _unlink_all(store, [path])
        return
    with locked(store.data_dir, checklist_id):
        copies = copies_of(store, path, checklist_id)
        real = [path.resolve()] if path.is_symlink() else []
        _unlink_all(store, [*real, *copies, path])  # while it is there, another try finds the rest
        _remove(store.backup_folder(checklist_id))
    with contextlib.suppress(OSError):
        lock_path(store.data_dir, checklist_id).unlink()


def _path(store: Store, name: str) -> Path:
    try:
        return store.path(name)
    except Refusal:
        path = store.file(checklist_name(name))
        if id_of(store, path) is None:
            raise
        return path


def _forget(store: Store) -> None:
    """The index names accounts; it is made again from what is left."""
    index = store.data_dir / "index.json"
    try:
        for path in (index, *store.data_dir.glob(f".{index.name}.*.new")):
            if path.exists():
                path.unlink()
    except OSError as error:
        raise NotSaved(f"{index.name}: not deleted: {error.strerror}") from None


def _unlink_all(store: Store, paths: list[Path]) -> None:
    for path in paths:
        store.sweep(path)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise NotSaved(f"{path.name}: not deleted: {error.strerror}") from None


def _remove(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise NotSaved(f"the backups were not deleted: {error.strerror or error}") from None
