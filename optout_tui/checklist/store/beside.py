"""Copies beside a checklist: our own, where we may not replace the file, and those found there."""

from datetime import datetime
from pathlib import Path

from optout_tui.checklist.merge import Side
from optout_tui.checklist.model import Checklist
from optout_tui.checklist.store.backups import keep_aside
from optout_tui.checklist.store.copies import copy_name, twins
from optout_tui.checklist.store.joining import content_of, join
from optout_tui.checklist.store.locks import locked
from optout_tui.checklist.store.reading import Stored, read_stored
from optout_tui.checklist.store.rescue import id_of
from optout_tui.checklist.store.store import Store, next_revision
from optout_tui.checklist.store.whole import NotSaved, create_whole, write_whole
from optout_tui.safety.limits import BadFile
from optout_tui.safety.refusal import Refusal


def keep_beside(
    store: Store, checklist: Checklist, base: Stored, now: datetime, copy: Path | None
) -> Path:
    """Keep *checklist*, made from *base*, as a conflict copy and return its path.

    A *copy* that is given is replaced. Raises NotSaved.
    """
    _, content = next_revision(checklist, base.path.stem, base.digest, now)
    with locked(store.data_dir, checklist.id):
        if copy is not None and copy.exists():
            write_whole(copy, content)
            return copy
        names, _ = store.sorted_out()
        path = store.file(copy_name(base.path.stem, now.date(), names))
        create_whole(path, content)
        return path


def put_away(store: Store, copy: Path, settled: Stored, now: datetime) -> None:
    """Move *copy* of a settled conflict to the backups of its checklist; raises NotSaved."""
    try:
        keep_aside(store.backup_folder(settled.checklist.id), copy, "copy", now)
        copy.unlink()
    except FileNotFoundError:
        return
    except (OSError, BadFile) as error:
        reason = error.strerror if isinstance(error, OSError) else error.reason
        raise NotSaved(f"{copy.name}: {reason}") from None


def merge_file(
    store: Store, name: str, file: Path, now: datetime, prefer: Side | None = None
) -> Stored:
    """Join what *file* says into the checklist of that name and return what stands on disk then.

    A conflict copy beside the checklist goes to the backups after it; any other *file* stays
    as it is. Raises Refusal and BadFile where one of them is not whole or they are two
    checklists, and Conflict; then nothing changed.
    """
    theirs = read_stored(file)
    path = store.path(name)
    if path.resolve() == file.resolve():
        raise Refusal(f"{file.name} is that checklist itself; name another file")
    ours = read_stored(path)
    if theirs.checklist.id != ours.checklist.id:
        raise Refusal(f"{file.name} is another checklist than {path.stem}; import it instead")
    checklist_id = ours.checklist.id
    with locked(store.data_dir, checklist_id):
        ours = read_stored(path)
        joined = join(ours.checklist, ours, theirs, store.backup_folder(checklist_id), prefer)
        if content_of(joined.checklist) != content_of(ours.checklist):
            ours = ours._replace(decided=joined.settled)
            ours = store.put_over(ours, joined.checklist, now)
    if any(file.resolve() == copy.resolve() for copy in copies_of(store, path, checklist_id)):
        put_away(store, file, ours, now)
    return ours


def copies_of(store: Store, path: Path, checklist_id: str) -> list[Path]:
    """Return the conflict copies of the checklist at *path*, by their names and their ids."""
    names, sure = store.sorted_out()
    near = [name for name in names if name.startswith(path.stem) and name not in sure]
    same = {name: checklist_id for name in near if id_of(store, store.file(name)) == checklist_id}
    found = (sure | twins(same)).items()
    return [store.file(name) for name, original in found if original == path.stem]
