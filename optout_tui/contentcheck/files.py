"""What lies at a path that somebody typed, before anything waits for its content."""

import stat
from pathlib import Path


def is_special(path: Path) -> bool:
    """Return whether *path* is there and no regular file: a folder, a pipe, a device.

    A path that cannot be looked at is not special: opening it will say why.
    """
    kind = _kind(path)
    return bool(kind) and not stat.S_ISREG(kind)


def is_folder(path: Path) -> bool:
    """Return whether *path* is a folder; one that cannot be looked at is none."""
    return stat.S_ISDIR(_kind(path))


def _kind(path: Path) -> int:
    """Return the file's type and mode, 0 where the system will not say (too long a name)."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0
