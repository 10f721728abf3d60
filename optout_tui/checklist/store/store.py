"""The folder of checklists: found by name, read whole, saved whole, one writer at a time."""

import contextlib
import os
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from optout_tui.checklist.merge import Side
from optout_tui.checklist.model import FORMAT, Account, Checklist
from optout_tui.checklist.store import backups
from optout_tui.checklist.store.folder import Folder
from optout_tui.checklist.store.locks import as_file_name, locked
from optout_tui.checklist.store.reading import Stored, digest_of, read_again, read_stored, verified
from optout_tui.checklist.store.whole import (
    NotSaved,
    Stamp,
    create_whole,
    is_leftover,
    real_place,
    write_whole,
)
from optout_tui.safety.limits import BadFile, read_bytes
from optout_tui.safety.names import checklist_name, same_name
from optout_tui.safety.refusal import Refusal, shown, unknown


class Store(Folder):
    """All checklists of one data folder. Reading creates nothing; saving creates folders 0700."""

    # -- finding and reading ---------------------------------------------------

    def path(self, name: str) -> Path:
        """Return where the checklist of that name lies; raises Refusal with the nearest name."""
        names, copies = self.sorted_out()
        match = next((known for known in names if same_name(known, name)), None)
        if match is None:
            listed = [known for known in names if known not in copies]
            raise unknown("checklist", name, listed, 'see "optout-tui list"')
        return self.file(match)

    def read(self, name: str) -> Stored:
        """Return the checklist of that name; raises Refusal, or BadFile where it is not whole."""
        return read_stored(self.path(name))

    def free_name(self, name: str, besides: str = "") -> str:
        """Return *name* as a checklist may bear it; raises Refusal where it is taken or unfit."""
        name = checklist_name(name)
        taken = (known for known in self.sorted_out()[0] if known != besides)
        if any(same_name(known, name) for known in taken):
            raise Refusal(f"a checklist named {shown(name)} already exists")
        return name

    # -- writing ---------------------------------------------------------------

    def create(
        self, name: str, region: str, accounts: tuple[Account, ...], now: datetime
    ) -> Stored:
        """Create and return a checklist; raises Refusal where the name is taken."""
        checklist = Checklist(
            format=FORMAT,
            id=new_id(),
            name=self.free_name(name),
            revision=1,
            created=now,
            updated=now,
            region=region,
            accounts=accounts,
        )
        return self.put_new(checklist)

    def put_new(self, checklist: Checklist) -> Stored:
        """Put *checklist* where none of its name is yet; raises NotSaved."""
        path = self.file(checklist.name)
        content = verified(checklist)
        with locked(self.data_dir, checklist.id):
            create_whole(path, content)
            return Stored(checklist, path, digest_of(content), stamp_of(path))

    def save(
        self, changed: Checklist, base: Stored, now: datetime, prefer: Side | None = None
    ) -> Stored:
        """Put *changed*, which was made from *base*, on disk and return what stands there then.

        Where the file is no longer *base*, both are joined, and the outcome says so by what it
        holds. Raises NotSaved with the reason, and Conflict where both changed the same thing
        and no side is to be preferred; then the file is as it was.
        """
        if base.is_newer:
            raise NotSaved(read_only(base))
        room = backups.KEEP_LAST - 1  # made now, so that nobody waits for it to see "Saved"
        backups.prune(self.backup_folder(base.checklist.id), now, room)
        ready = _after(base, changed, now)
        with locked(self.data_dir, base.checklist.id):
            try:
                found = read_again(base)
            except BadFile as error:
                from optout_tui.checklist.store.rescue import over_damage  # hardly ever needed

                return over_damage(self, error, base, ready, prefer=prefer, now=now)
            if found.digest == base.digest:
                return self._replace(found, *ready, now)
            from optout_tui.checklist.store.joining import join  # only two writers need it

            folder = self.backup_folder(base.checklist.id)
            joined = join(changed, base, found, folder, prefer)
            if joined.is_theirs:
                return found
            found = found._replace(decided=joined.settled)
            return self.put_over(found, joined.checklist, now)

    def put_over(self, old: Stored, changed: Checklist, now: datetime) -> Stored:
        """Put *changed* in the place of *old*, which becomes a backup; whoever asks holds the lock.

        Raises NotSaved, also for a file of a newer program; then the file is as it was.
        """
        if old.is_newer:
            raise NotSaved(read_only(old))
        saved = self._replace(old, *_after(old, changed, now), now)
        backups.prune(self.backup_folder(old.checklist.id), now)
        return saved

    def _replace(self, old: Stored, new: Checklist, content: bytes, now: datetime) -> Stored:
        folder = self.backup_folder(old.checklist.id)
        kept: list[Path | None] = []
        self.sweep(old.path)
        try:
            backups.make_folder(folder)
            write_whole(old.path, content, before=lambda: kept.append(_keep(folder, old, now)))
        except BaseException as error:
            _drop(kept, old)
            if isinstance(error, OSError):
                raise NotSaved(f"no backup could be kept: {error.strerror or error}") from None
            raise
        return Stored(new, old.path, digest_of(content), stamp_of(old.path))

    def backup_folder(self, checklist_id: str) -> Path:
        """Return where the backups of the checklist of that id lie."""
        return self.data_dir / "backups" / as_file_name(checklist_id)

    def sweep(self, path: Path) -> None:
        """Remove new files of *path* that a killed program left, also where a link there leads.

        Whoever writes holds the lock.
        """
        for place in {path, real_place(path)}:
            for name in os.listdir(place.parent):  # noqa: PTH208 - a path for each is slow
                if name.endswith(".new") and is_leftover(left := place.parent / name, place.name):
                    with contextlib.suppress(OSError):
                        left.unlink()


def new_id() -> str:
    """Return an id for a checklist, which no other has."""
    import secrets  # only a new checklist needs it

    return secrets.token_hex(8)


def read_only(stored: Stored) -> str:
    """Return why that checklist cannot be changed here."""
    version = stored.checklist.format
    return f"{stored.path.name} has format {version}, of a newer optout-tui: here it is read-only"


def next_revision(
    changed: Checklist, name: str, parent: str, now: datetime
) -> tuple[Checklist, bytes]:
    """Return *changed* as the revision after its own, made from *parent*, and its verified bytes.

    Raises NotSaved where it cannot be written.
    """
    ready = replace(
        changed,
        format=FORMAT,
        name=name,
        revision=changed.revision + 1,
        parent=parent,
        updated=now,
    )
    return ready, verified(ready)


def _after(base: Stored, changed: Checklist, now: datetime) -> tuple[Checklist, bytes]:
    revision = max(base.checklist.revision, changed.revision)
    return next_revision(replace(changed, revision=revision), base.path.stem, base.digest, now)


def _keep(folder: Path, old: Stored, now: datetime) -> Path | None:
    try:
        return backups.keep(folder, old, now)
    except (OSError, Refusal) as error:
        reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        raise NotSaved(f"no backup could be kept: {reason}") from None


def _drop(kept: list[Path | None], old: Stored) -> None:
    """Remove the backup of a file that was not replaced; where it could not be put back, stay."""
    for path in kept:
        if path is not None:
            with contextlib.suppress(OSError, BadFile):
                if digest_of(read_bytes(old.path)) == old.digest:
                    path.unlink()


def stamp_of(path: Path) -> Stamp:
    """Return the stamp of the file at *path*, or one that none has."""
    try:
        return Stamp.of(path)
    except OSError:  # it is gone again: the next look sees that
        return Stamp(0, 0, 0)
