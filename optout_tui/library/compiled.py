"""All knowledge as one file that loads in milliseconds, made by the very loader that checks it.

The wheel carries it; a checkout makes it on first use and keeps it in the user's cache
folder under the digest of the TOML it came from.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from optout_tui.library.law import Regime

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
IN_WHEEL = Path(__file__).parent / "knowledge.bin"


class Compiled(msgspec.Struct, frozen=True):
    """The compiled file: each part is decoded only when it is asked for.

    ``laws`` gives for a region or group the ids of the laws that name it, so that they are
    found without decoding any other.
    """

    digest: str
    guides: dict[str, msgspec.Raw]
    regimes: dict[str, msgspec.Raw]
    laws: dict[str, tuple[str, ...]]
    holidays: dict[str, msgspec.Raw]
    regions: msgspec.Raw
    authorities: msgspec.Raw
    letters: msgspec.Raw


def digest_of(folder: Path) -> str:
    """Return a digest of every file's name and content below *folder*, and of the record types."""
    from hashlib import blake2b  # what came in a wheel needs no digest

    state = blake2b(digest_size=16)
    for root, suffixes in ((folder, (".toml", ".j2")), (Path(__file__).parent, (".py",))):
        for name in sorted(_names(str(root), suffixes)):
            with open(f"{root}/{name}", "rb", buffering=0) as file:  # noqa: PTH123 - twice as quick
                content = file.read()
            state.update(f"{name}\0{len(content)}\0".encode())
            state.update(content)
    return state.hexdigest()


def _names(root: str, suffixes: tuple[str, ...], below: str = "") -> Iterator[str]:
    """Yield the files below *root* that end so, as a path from there with slashes."""
    with os.scandir(f"{root}/{below}") as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _names(root, suffixes, f"{below}{entry.name}/")
            elif entry.name.endswith(suffixes):
                yield f"{below}{entry.name}"


def compile_folder(folder: Path, digest: str) -> bytes:
    """Return all knowledge of *folder* in its compiled form; raises BadFile for a bad file."""
    from optout_tui.library import load  # a start from the compiled file never needs the loader

    regimes = load.load_regimes(folder)
    return msgspec.msgpack.encode(
        {
            "digest": digest,
            "guides": load.load_guides(folder),
            "regimes": regimes,
            "laws": _laws(regimes),
            "holidays": load.load_holidays(folder),
            "regions": load.load_regions(folder),
            "authorities": load.load_authorities(folder),
            "letters": load.load_letters(folder),
        }
    )


def _laws(regimes: Mapping[str, "Regime"]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(regimes):
        for region in regimes[name].regions:
            found.setdefault(region, []).append(name)
    return found


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
