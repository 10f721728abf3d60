"""A file is whole or untouched: written beside, flushed to the disk, then put in place."""

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from optout_tui.safety.refusal import Refusal


class NotSaved(Refusal):
    """Nothing was changed on disk; the text is the reason."""


class Stamp(NamedTuple):
    """What tells a file from the one that stood there before: inode, size, time in ns."""

    inode: int
    size: int
    time: int

    @classmethod
    def of(cls, path: Path) -> "Stamp":
        """Return the stamp of the file at *path*, a link being what it leads to."""
        stat = path.stat()
        return cls(stat.st_ino, stat.st_size, stat.st_mtime_ns)


def write_whole(
    path: Path, content: bytes, mode: int = 0o600, *, before: Callable[[], None] | None = None
) -> None:
    """Put *content* at *path*, whole or not at all.

    A link at *path* is followed to its real file, which is replaced in its own folder and
    keeps its mode. *before* is called once the new file is safe on disk and the old one still
    in place. Raises NotSaved with the system's reason, and whatever *before* raises; then
    the old file is as it was.
    """
    try:
        real = real_place(path)
        old = real.read_bytes() if real.is_file() else None
        if old is not None:
            mode = real.stat().st_mode & 0o777
        with _flushing(real.parent) as flush:
            _put(real, content, mode, before=before)
            try:
                flush()
            except OSError:
                _take_back(real, old, mode)
                raise
    except OSError as error:
        raise NotSaved(f"{path.name}: {error.strerror or error}") from None


def real_place(path: Path) -> Path:
    """Return where the file at *path* lies, which is where a link there leads to."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def create_whole(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Put *content* at *path*, where nothing may stand yet.

    Raises NotSaved when something does, also when it came in between.
    """
    try:
        with _flushing(path.parent) as flush:
            _create(path, content, mode)
            try:
                flush()
            except OSError:
                _take_back(path, None, mode)
                raise
    except FileExistsError:
        raise NotSaved(f"{path.name}: already exists") from None
    except OSError as error:
        raise NotSaved(f"{path.name}: {error.strerror or error}") from None


def is_leftover(path: Path, name: str = "") -> bool:
    """Return whether *path* is a new file that was never put in place, of *name* if given."""
    return path.name.startswith(f".{name[:_NAME_PART]}") and path.suffix == ".new"


_NAME_PART = 60


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name[:_NAME_PART]}.{os.urandom(4).hex()}.new")


def _create(path: Path, content: bytes, mode: int) -> None:
    new = _beside(path)
    try:
        _write_new(new, content, mode)
        _put_where_nothing_is(new, path)
    finally:
        with contextlib.suppress(OSError):
            new.unlink()


def move_where_nothing_is(old: Path, new: Path) -> None:
    """Move a file to where nothing stands; raises FileExistsError where something does, OSError."""
    with _flushing(new.parent) as flush:
        _put_where_nothing_is(old, new)
        with contextlib.suppress(FileNotFoundError):  # it was moved, not linked
            old.unlink()
        with contextlib.suppress(OSError):  # under one of the names it is there in any case
            flush()


def _put_where_nothing_is(new: Path, path: Path) -> None:
    """A link cannot land on an existing file; where links are not to be had, look first."""
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        new.replace(path)


def _put(
    real: Path,
    content: bytes,
    mode: int,
    *,
    flush: bool = True,
    before: Callable[[], None] | None = None,
) -> None:
    new = _beside(real)
    try:
        _write_new(new, content, mode, flush=flush)
        if before is not None:
            before()
        new.replace(real)
    except BaseException:
        with contextlib.suppress(OSError):
            new.unlink()
        raise


def _take_back(path: Path, old: bytes | None, mode: int) -> None:
    """Put back what stood at *path*: nobody may take for saved what may not outlast the power."""
    with contextlib.suppress(OSError):
        if old is None:
            path.unlink()
        else:
            _put(path, old, mode, flush=False)


def _write_new(path: Path, content: bytes, mode: int, *, flush: bool = True) -> None:
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
    flags |= getattr(os, "O_BINARY", 0)  # Windows would change line ends
    descriptor = os.open(path, flags, 0o600)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        if hasattr(os, "fchmod"):  # the umask has no say in the mode of a file that was there
            os.fchmod(descriptor, mode)
        if flush:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _flushing(folder: Path) -> Iterator[Callable[[], None]]:
    """Yield what flushes *folder*, opened now: where that fails, nothing has changed yet."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows has no folder descriptors
        yield lambda: None
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield lambda: _flush_folder(descriptor)
    finally:
        os.close(descriptor)


def _flush_folder(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some file systems cannot
            raise
