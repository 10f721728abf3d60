"""A person's own guides: read as somebody else's, so that a bad one is left out and named."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from optout_tui.library.guides import Guide
from optout_tui.safety.limits import BadFile, read_bytes

MAX_GUIDES = 200
MAX_BYTES = 256 * 1024
"""Of one guide; the largest of ours has a third of it."""

MAX_BYTES_TOGETHER = 4 * 1024 * 1024


class OwnGuides(NamedTuple):
    """Guides by id, by rank and name; what was left out and why; a digest of what is there."""

    guides: dict[str, Guide]
    problems: tuple[BadFile, ...] = ()
    digest: str = ""


class _Read(NamedTuple):
    guide: Guide
    content: bytes


def read_own(folder: Path) -> OwnGuides:
    """Return the guides in *folder*, which need not exist.

    What cannot be taken is left out with one clean line each; nothing is raised for it.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if _is_guide(path.name))
    except FileNotFoundError:
        return OwnGuides({})
    except OSError as error:
        return OwnGuides({}, (BadFile(folder.name, error.strerror or "cannot be read"),))
    problems: list[BadFile] = []
    if len(paths) > MAX_GUIDES:
        reason = f"only the first {MAX_GUIDES} guides are read, of {len(paths)}"
        problems.append(BadFile(folder.name, reason))
    found = list(_read_each(paths[:MAX_GUIDES], problems))
    found.sort(key=lambda one: (one.guide.rank, one.guide.name.casefold(), one.guide.id))
    guides = {one.guide.id: one.guide for one in found}
    return OwnGuides(guides, tuple(problems), _digest(found))


def load_own(path: Path) -> Guide:
    """Return the guide that *path* holds; raises BadFile with the exact place of what is wrong."""
    return _load(path, read_bytes(path, MAX_BYTES))


def _is_guide(name: str) -> bool:
    """Files that begin with a dot are a system's or an editor's own."""
    return name.endswith(".toml") and not name.startswith(".")


def _read_each(paths: list[Path], problems: list[BadFile]) -> Iterator[_Read]:
    room = MAX_BYTES_TOGETHER
    for path in paths:
        try:
            content = read_bytes(path, MAX_BYTES)
            room -= len(content)
            if room < 0:
                limit = MAX_BYTES_TOGETHER // 1024**2
                reason = f"this and all after it are left out: more than {limit} MiB together"
                problems.append(BadFile(path.name, reason))
                return
            yield _Read(_load(path, content), content)
        except BadFile as problem:
            problems.append(problem)


def _load(path: Path, content: bytes) -> Guide:
    # Late: a start without guides of one's own never needs the loader.
    from optout_tui.library.load import read_guide
    from optout_tui.library.untrusted import untrusted_problems

    guide = read_guide(content, path.name)
    for where, reason in untrusted_problems(guide):
        raise BadFile(path.name, reason, where)
    return guide


def _digest(found: list[_Read]) -> str:
    """Return a digest of the guides that were taken; empty for none."""
    if not found:
        return ""
    state = blake2b(digest_size=16)
    for one in found:
        state.update(f"{one.guide.id}\0{len(one.content)}\0".encode())
        state.update(one.content)
    return state.hexdigest()
