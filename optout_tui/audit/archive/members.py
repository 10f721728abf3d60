"""Names of members: labels that are never followed as paths, and what they say of a file."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from optout_tui.safety.text import has_controls

MAX_NAME = 1000

_MEDIA: Mapping[str, str] = {
    **dict.fromkeys(("jpg", "jpeg", "png", "webp", "gif", "heic", "heif", "bmp", "avif"), "photos"),
    **dict.fromkeys(("mp4", "mov", "m4v", "webm", "avi", "mkv", "3gp", "srt"), "videos"),
    **dict.fromkeys(("mp3", "m4a", "aac", "wav", "ogg", "opus"), "sounds"),
}
_PACKED = frozenset({"zip", "tgz", "gz", "tar", "7z", "rar", "bz2", "xz"})
_DRIVE = re.compile(r"[A-Za-z]:")
_JUNK = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)")


class Member(NamedTuple):
    """One file of an export that may be read: its name, where it lies and what it claims.

    ``packed`` bytes are read to get ``size`` bytes; ``source`` is the number of the file it is in.
    """

    name: str
    source: int
    packed: int
    size: int
    crc: int = 0
    at: int = 0
    method: int = 0


def media_kind(name: str) -> str:
    """Return what a media file is by its name's ending; empty for what is no media."""
    return _MEDIA.get(name.rpartition(".")[2].lower(), "")


def is_packed(name: str) -> bool:
    """Return whether *name* is that of files packed into one, by its ending."""
    return name.rpartition(".")[2].lower() in _PACKED


def is_junk(name: str) -> bool:
    """Return whether a computer put *name* there by itself."""
    return bool(_JUNK.search(name))


def why_not_name(name: str) -> str:
    """Return why a member of that name is left alone; empty where it is fine."""
    if len(name) > MAX_NAME:
        return "its name is too long"
    if has_controls(name):
        return "its name holds characters that drive a terminal"
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or _DRIVE.match(name) or ".." in parts:
        return "its name leads out of the export"
    return ""
