"""A checklist as it stands on disk: read whole or not at all, and verified before it goes there."""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from optout_tui.checklist.model import FORMAT, Checklist
from optout_tui.checklist.store.whole import NotSaved, Stamp
from optout_tui.checklist.text import read_text, write_file
from optout_tui.safety.limits import BadFile, CannotRead, has_comments, read_bytes


class Stored(NamedTuple):
    """A checklist on disk: ``stamp`` and ``digest`` tell whether the file changed since."""

    checklist: Checklist
    path: Path
    digest: str
    stamp: Stamp
    commented: bool = False
    decided: bool = False

    @property
    def is_newer(self) -> bool:
        """Whether a later program wrote it, so that this one may show it and not change it."""
        return self.checklist.format > FORMAT

    @property
    def deserves_a_pin(self) -> bool:
        """Whether our next save drops something.

        That is comments, the layout of an older format, or, where a person ``decided`` between
        two sides, what one of them said.
        """
        return self.commented or self.decided or self.checklist.format < FORMAT


def read_stored(path: Path) -> Stored:
    """Return the checklist that *path* holds, named as the file is.

    Raises BadFile where it is not whole. A file that changes while it is read has a stamp
    that is no longer its own, so that the next look sees it.
    """
    stamp = _stamp(path)
    return as_stored(read_bytes(path), path, stamp)


def read_again(base: Stored) -> Stored:
    """Return the checklist that stands now where *base* was read; raises as ``read_stored`` does.

    A file that says the same is not taken apart again.
    """
    stamp = _stamp(base.path)
    content = read_bytes(base.path)
    if digest_of(content) == base.digest:
        return base._replace(stamp=stamp)
    return as_stored(content, base.path, stamp)


def _stamp(path: Path) -> Stamp:
    try:
        return Stamp.of(path)
    except OSError as error:
        raise CannotRead(path.name, error.strerror or "cannot be read") from None


def as_stored(content: bytes, path: Path, stamp: Stamp) -> Stored:
    """Return the checklist that *content* spells as it stands at *path*; raises BadFile."""
    checklist = replace(read_text(content, path.name), name=path.stem)
    return Stored(checklist, path, digest_of(content), stamp, has_comments(content))


def read_checklist(path: Path) -> Checklist:
    """Return the checklist that *path* holds, named as the file is; raises BadFile."""
    return replace(read_text(read_bytes(path), path.name), name=path.stem)


def digest_of(content: bytes) -> str:
    """Return the digest by which a revision names the one it was made from."""
    return f"sha256:{sha256(content).hexdigest()}"


def verified(checklist: Checklist) -> bytes:
    """Return the checklist as bytes that have been read back and compared.

    Raises NotSaved where the text cannot be encoded or reads back as something else.
    """
    try:
        content = write_file(checklist)
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise NotSaved(f"it cannot be written as text: {error}") from None
    try:
        again = write_file(read_text(content, checklist.name))
    except BadFile as error:
        raise NotSaved(f"it would not be read again: {error}") from None
    if again != content:
        raise NotSaved("it does not read back as it was written")
    return content
