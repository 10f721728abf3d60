"""What changes whenever the knowledge does, without loading the knowledge itself."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from optout_tui.safety.limits import BadFile, read_bytes

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
IN_WHEEL = Path(__file__).parent / "knowledge.bin"
DIGITS = 32
"""How long a digest is; the compiled file begins with one."""

_STAMP = "knowledge.stamp"


def digest_of_package() -> str:
    """Return the digest of the knowledge this package came with.

    A wheel's compiled file begins with it. A checkout's files are read for it only when their
    names, sizes or times are others than at the last start.
    """
    try:
        with IN_WHEEL.open("rb") as file:
            return file.read(DIGITS).decode("ascii").rstrip()
    except FileNotFoundError:
        pass
    stamp = _stamp()
    kept = cache_folder() / _STAMP
    with contextlib.suppress(BadFile, UnicodeDecodeError):
        known = read_bytes(kept).decode()
        if known[DIGITS:] == stamp:
            return known[:DIGITS]
    digest = digest_of(KNOWLEDGE)
    keep(kept, f"{digest}{stamp}".encode())
    return digest


def digest_of(folder: Path) -> str:
    """Return a digest of every file's name and content below *folder*, and of the record types."""
    from hashlib import blake2b  # most starts need none

    state = blake2b(digest_size=DIGITS // 2)
    for root, suffixes in _roots(folder):
        for name, entry in sorted(_files(root, suffixes)):
            content = Path(entry.path).read_bytes()
            state.update(f"{name}\0{len(content)}\0".encode())
            state.update(content)
    return state.hexdigest()


def cache_folder() -> Path:
    """Return where a checkout keeps what it compiled."""
    if sys.platform == "linux":  # what platformdirs says, without a twelfth of a quick command
        named = os.environ.get("XDG_CACHE_HOME", "")
        base = named if os.path.isabs(named) else os.path.expanduser("~/.cache")  # noqa: PTH111, PTH117
        return Path(base, "optout-tui")
    import platformdirs

    return platformdirs.user_cache_path("optout-tui", appauthor=False)


def keep(path: Path, content: bytes) -> None:
    """Write *content* into the cache; without it the next start is slower, never wrong."""
    new = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(content)
        new.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)


def _roots(folder: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield str(folder), (".toml", ".j2")
    yield str(Path(__file__).parent), (".py",)  # they hold the record types


def _stamp() -> str:
    lines = []
    for root, suffixes in _roots(KNOWLEDGE):
        for name, entry in _files(root, suffixes):
            found = entry.stat()
            lines.append(f"\n{name} {found.st_size} {found.st_mtime_ns}")
    return "".join(sorted(lines))


def _files(
    root: str, suffixes: tuple[str, ...], below: str = ""
) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Yield the files below *root* that end so, each with its path from there with slashes."""
    with os.scandir(f"{root}/{below}") as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(root, suffixes, f"{below}{entry.name}/")
            elif entry.name.endswith(suffixes):
                yield f"{below}{entry.name}", entry
