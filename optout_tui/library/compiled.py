"""All knowledge as one file that loads in milliseconds, made by the very loader that checks it.

The wheel carries it; a checkout makes it on first use and keeps it in the user's cache
folder under the digest of the TOML it came from.
"""

import contextlib
import os
from hashlib import blake2b
from pathlib import Path

import msgspec

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
IN_WHEEL = Path(__file__).parent / "knowledge.bin"


class Compiled(msgspec.Struct, frozen=True):
    """The compiled file: each part is decoded only when it is asked for."""

    digest: str
    guides: dict[str, msgspec.Raw]
    regimes: dict[str, msgspec.Raw]
    holidays: dict[str, msgspec.Raw]
    regions: msgspec.Raw
    authorities: msgspec.Raw


def digest_of(folder: Path) -> str:
    """Return a digest of every file's name and content below *folder*, and of the record types."""
    state = blake2b(digest_size=16)
    for root, pattern in ((folder, "*.toml"), (Path(__file__).parent, "*.py")):
        for path in sorted(root.rglob(pattern)):
            content = path.read_bytes()
            state.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
            state.update(content)
    return state.hexdigest()


def compile_folder(folder: Path, digest: str) -> bytes:
    """Return all knowledge of *folder* in its compiled form; raises BadFile for a bad file."""
    from optout_tui.library import load  # a start from the compiled file never needs the loader

    encode = msgspec.msgpack.encode
    return encode(
        {
            "digest": digest,
            "guides": load.load_guides(folder),
            "regimes": load.load_regimes(folder),
            "holidays": load.load_holidays(folder),
            "regions": load.load_regions(folder),
            "authorities": load.load_authorities(folder),
        }
    )


def read_compiled(content: bytes) -> Compiled:
    """Return the parts of a compiled file, still encoded; raises msgspec.DecodeError."""
    return msgspec.msgpack.decode(content, type=Compiled)


def of_package() -> Compiled:
    """Return the knowledge this package came with, compiling it first in a checkout."""
    if IN_WHEEL.exists():
        return read_compiled(IN_WHEEL.read_bytes())
    digest = digest_of(KNOWLEDGE)
    cached = _cache_folder() / f"knowledge-{digest}.bin"
    try:
        return read_compiled(cached.read_bytes())
    except (OSError, msgspec.DecodeError):
        content = compile_folder(KNOWLEDGE, digest)
        _keep(cached, content)
        return read_compiled(content)


def _cache_folder() -> Path:
    import platformdirs  # only a checkout needs it

    return platformdirs.user_cache_path("optout-tui", appauthor=False)


def _keep(path: Path, content: bytes) -> None:
    """Write the cache; without it the next start is slower, never wrong."""
    new = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(content)
        new.replace(path)
        for old in path.parent.glob("knowledge-*.bin"):
            if old != path:
                old.unlink()
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
