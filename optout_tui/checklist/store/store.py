"""The folder of checklists: found by name, read whole, saved whole, one writer at a time."""

import contextlib
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from optout_tui.checklist.model import FORMAT, Account, Checklist
from optout_tui.checklist.store import backups
from optout_tui.checklist.store.folder import Folder
from optout_tui.checklist.store.whole import NotSaved, create_whole, write_whole
from optout_tui.checklist.text import read_text, write_text
from optout_tui.safety.limits import BadFile, has_comments, read_bytes
from optout_tui.safety.names import checklist_name, same_name
from optout_tui.safety.refusal import Refusal, shown, unknown

LOCK_SECONDS = 5
MAX_ID = 64
"""Longer ids, which only a hand can have typed, name their folder by a digest."""


class Stored(NamedTuple):
    """A checklist as it stands on disk: ``digest`` tells whether the file changed since."""

    checklist: Checklist
    path: Path
    digest: str
    commented: bool


class Store(Folder):
    """All checklists of one data folder. Reading creates nothing; saving creates folders 0700."""

    # -- finding and reading ---------------------------------------------------

    def path(self, name: str) -> Path:
        """Return where the checklist of that name lies; raises Refusal with the nearest name."""
        names = self.names()
        match = next((known for known in names if same_name(known, name)), None)
        if match is None:
            raise unknown("checklist", name, names, 'see "optout-tui list"')
        return self.file(match)

    def read(self, name: str) -> Stored:
        """Return the checklist of that name; raises Refusal, or BadFile where it is not whole."""
        return self.read_path(self.path(name))

    def read_path(self, path: Path) -> Stored:
        """Return the checklist that *path* holds; raises BadFile where it is not whole."""
        content = read_bytes(path)
        return Stored(_named(content, path), path, digest_of(content), has_comments(content))

    # -- writing ---------------------------------------------------------------

    def create(
        self, name: str, region: str, accounts: tuple[Account, ...], now: datetime
    ) -> Stored:
        """Create and return a checklist; raises Refusal where the name is taken."""
        import secrets  # only a new checklist needs it

        name = checklist_name(name)
        if any(same_name(known, name) for known in self.names()):
            raise Refusal(f"a checklist named {shown(name)} already exists")
        checklist = Checklist(
            format=FORMAT,
            id=secrets.token_hex(8),
            name=name,
            revision=1,
            created=now,
            updated=now,
            region=region,
            accounts=accounts,
        )
        path = self.file(name)
        content = verified(checklist)
        with self._lock(checklist.id):
            create_whole(path, content)
        return Stored(checklist, path, digest_of(content), commented=False)

    def save(self, changed: Checklist, base: Stored, now: datetime) -> Stored:
        """Save *changed*, which was made from *base*, as the next revision and return it.

        Raises NotSaved with the reason; then the file is as it was. That is so, too, when
        the file on disk is no longer *base*: nothing of another's work is overwritten.
        """
        ready = replace(
            changed,
            name=base.path.stem,
            revision=base.checklist.revision + 1,
            parent=base.digest,
            updated=now,
        )
        content = verified(ready)
        with self._lock(ready.id):
            old = _content_now(base)
            self._keep_backup(base, old, now)
            write_whole(base.path, content)
        return Stored(ready, base.path, digest_of(content), commented=False)

    def rename(self, name: str, new_name: str) -> Path:
        """Give the checklist of that name a new one and return its new path."""
        stored = self.read(name)
        new_name = checklist_name(new_name)
        taken = (known for known in self.names() if known != stored.path.stem)
        if any(same_name(known, new_name) for known in taken):
            raise Refusal(f"a checklist named {shown(new_name)} already exists")
        target = self.file(new_name)
        with self._lock(stored.checklist.id):
            try:
                stored.path.rename(target)
            except OSError as error:
                raise NotSaved(f"{name}: {error.strerror}") from None
        return target

    def delete(self, name: str) -> None:
        """Delete the checklist of that name with its backups, its lock and its place in the index.

        A file that is not whole is deleted too; its backups, whose id it hides, are not found.
        """
        import shutil  # only this needs it

        path = self.path(name)
        try:
            checklist_id = self.read_path(path).checklist.id
        except BadFile:
            _unlink(path)
            return
        with self._lock(checklist_id):
            _unlink(path)
            shutil.rmtree(self.backup_folder(checklist_id), ignore_errors=True)
        with contextlib.suppress(OSError):
            self._lock_path(checklist_id).unlink()

    def backup_folder(self, checklist_id: str) -> Path:
        """Return where the backups of the checklist of that id lie."""
        return self.data_dir / "backups" / _as_folder(checklist_id)

    def _keep_backup(self, base: Stored, content: bytes, now: datetime) -> None:
        try:
            backups.keep(
                self.backup_folder(base.checklist.id),
                content,
                base.checklist.revision,
                now,
                pinned=base.commented,
            )
        except OSError as error:
            raise NotSaved(f"no backup could be kept: {error.strerror}") from None

    def _lock_path(self, checklist_id: str) -> Path:
        return self.data_dir / "locks" / f"{_as_folder(checklist_id)}.lock"

    @contextlib.contextmanager
    def _lock(self, checklist_id: str) -> Iterator[None]:
        import filelock  # only writing needs it

        path = self._lock_path(checklist_id)
        try:
            for folder in (self.data_dir, self.checklists, path.parent):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with filelock.FileLock(path, timeout=LOCK_SECONDS):
                yield
        except filelock.Timeout:
            raise NotSaved("another program is saving this checklist") from None
        except OSError as error:
            raise NotSaved(f"{self.data_dir}: {error.strerror or error}") from None


def read_checklist(path: Path) -> Checklist:
    """Return the checklist that *path* holds, named as the file is; raises BadFile."""
    return _named(read_bytes(path), path)


def _named(content: bytes, path: Path) -> Checklist:
    return replace(read_text(content, path.name), name=path.stem)


def _unlink(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise NotSaved(f"{path.name}: not deleted: {error.strerror}") from None


def digest_of(content: bytes) -> str:
    """Return the digest by which a revision names the one it was made from."""
    return f"sha256:{sha256(content).hexdigest()}"


def verified(checklist: Checklist) -> bytes:
    """Return the checklist as bytes that have been read back and compared.

    Raises NotSaved where the text cannot be encoded or reads back as something else.
    """
    try:
        content = write_text(checklist).encode()
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise NotSaved(f"it cannot be written as text: {error}") from None
    try:
        again = write_text(read_text(content, checklist.name)).encode()
    except BadFile as error:
        raise NotSaved(f"it would not be read again: {error}") from None
    if again != content:
        raise NotSaved("it does not read back as it was written")
    return content


def _content_now(base: Stored) -> bytes:
    try:
        content = read_bytes(base.path)
    except BadFile as error:
        raise NotSaved(str(error)) from None
    if digest_of(content) != base.digest:
        raise NotSaved(f"{base.path.name} was changed by another program; open it again")
    return content


def _as_folder(checklist_id: str) -> str:
    """An id comes from a file that may have been edited: no path may be made of it."""
    return (
        checklist_id
        if checklist_id.isalnum() and len(checklist_id) <= MAX_ID
        else sha256(checklist_id.encode()).hexdigest()[:32]
    )
