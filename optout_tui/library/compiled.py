"""All knowledge as one file that loads in milliseconds, made by the very loader that checks it.

The wheel carries it; a checkout makes it on first use and keeps it in the user's cache
folder under the digest of the TOML it came from.
"""

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from optout_tui.library import source

if TYPE_CHECKING:
    from optout_tui.library.law import Regime


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
    crawlers: msgspec.Raw
    letters: msgspec.Raw


def compile_folder(folder: Path, digest: str) -> bytes:
    """Return all knowledge of *folder* in its compiled form, which begins with *digest*.

    Raises BadFile for a bad file.
    """
    from optout_tui.library import load  # a start from the compiled file never needs the loader

    regimes = load.load_regimes(folder)
    parts = msgspec.msgpack.encode(
        {
            "digest": digest,
            "guides": load.load_guides(folder),
            "regimes": regimes,
            "laws": _laws(regimes),
            "holidays": load.load_holidays(folder),
            "regions": load.load_regions(folder),
            "authorities": load.load_authorities(folder),
            "crawlers": load.load_crawlers(folder),
            "letters": load.load_letters(folder),
        }
    )
    return f"{digest:{source.DIGITS}}".encode("ascii") + parts


def _laws(regimes: Mapping[str, "Regime"]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(regimes):
        for region in regimes[name].regions:
            found.setdefault(region, []).append(name)
    return found


def read_compiled(content: bytes) -> Compiled:
    """Return the parts of a compiled file, still encoded; raises msgspec.DecodeError."""
    return msgspec.msgpack.decode(memoryview(content)[source.DIGITS :], type=Compiled)


def of_package() -> Compiled:
    """Return the knowledge this package came with, compiling it first in a checkout."""
    if source.IN_WHEEL.exists():
        return read_compiled(source.IN_WHEEL.read_bytes())
    digest = source.digest_of_package()
    cached = source.cache_folder() / f"knowledge-{digest}.bin"
    try:
        return read_compiled(cached.read_bytes())
    except (OSError, msgspec.DecodeError):
        content = compile_folder(source.KNOWLEDGE, digest)
        _keep_only(cached, content)
        return read_compiled(content)


def _keep_only(path: Path, content: bytes) -> None:
    source.keep(path, content)
    with contextlib.suppress(OSError):
        for old in path.parent.glob("knowledge-*.bin"):
            if old != path:
                old.unlink()
