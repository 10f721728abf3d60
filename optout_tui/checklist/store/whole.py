"""A file is whole or untouched: written beside, flushed to the disk, then put in place."""

import contextlib
import errno
import os
from pathlib import Path

from optout_tui.safety.refusal import Refusal


class NotSaved(Refusal):
    """Nothing was changed on disk; the text is the reason."""


def write_whole(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Put *content* at *path*, whole or not at all.

    A link at *path* is followed to its real file, which is replaced in its own folder and
    keeps its mode. Raises NotSaved with the system's reason; then the old file is as it was.
    """
    try:
        real = Path(os.path.realpath(path))
        old = real.read_bytes() if real.is_file() else None
        if old is not None:
            mode = real.stat().st_mode & 0o777
        _put(real, content, mode)
        try:
            _flush_folder(real.parent)
        except OSError:
            _take_back(real, old, mode)
            raise
    except OSError as error:
        raise NotSaved(f"{path.name}: {error.strerror or error}") from None


def create_whole(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Put *content* at *path*, where nothing may stand yet.

    Raises NotSaved when something does, also when it came in between.
    """
    new = _beside(path)
    try:
        try:
            _write_new(new, content, mode)
            _put_where_nothing_is(new, path)
        finally:
            with contextlib.suppress(OSError):
                new.unlink()
        try:
            _flush_folder(path.parent)
        except OSError:
            _take_back(path, None, mode)
            raise
    except FileExistsError:
        raise NotSaved(f"{path.name}: already exists") from None
    except OSError as error:
        raise NotSaved(f"{path.name}: {error.strerror or error}") from None


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


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name[:60]}.{os.urandom(4).hex()}.new")


def _put(real: Path, content: bytes, mode: int, *, flush: bool = True) -> None:
    new = _beside(real)
    try:
        _write_new(new, content, mode, flush=flush)
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
    descriptor = os.open(path, flags, 0o600)
    with open(descriptor, "wb") as stream:  # noqa: PTH123 - it takes the descriptor as it is
        stream.write(content)
        stream.flush()
        if hasattr(os, "fchmod"):  # the umask has no say in the mode of a file that was there
            os.fchmod(descriptor, mode)
        if flush:
            os.fsync(descriptor)


def _flush_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):  # Windows has no folder descriptors
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some file systems cannot
            raise
    finally:
        os.close(descriptor)
