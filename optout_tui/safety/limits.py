"""Bounded reading of files that are not ours: size and shape before any parser sees them."""

import re
import tomllib
from pathlib import Path
from typing import Any

from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean

MAX_TOML_BYTES = 2 * 1024 * 1024
MAX_KEY_PARTS = 64

_PART = rb"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_MORE = rb"(?:[ \t]*+\.[ \t]*+" + _PART + rb")"
_TOKEN = re.compile(
    rb"""\#[^\n]*+
    | \"{3} (?:[^"\\]|\\.|"(?!""))*+ "{0,5}
    | '{3} (?:[^']|'(?!''))*+ '{0,5}
    | (?P<long>%(part)s%(more)s{%(max)d,}+)
    | %(part)s%(more)s*+"""
    % {b"part": _PART, b"more": _MORE, b"max": MAX_KEY_PARTS},
    re.VERBOSE | re.DOTALL,
)
"""What may hold dots in TOML: comments, strings, keys. Possessive, so never more than one pass."""


class BadFile(Refusal):
    """A file that cannot be taken: its text names the file, the place and the reason."""

    def __init__(self, file: str, reason: str, where: str = "") -> None:
        """Keep the parts, cleaned, so that a command can print them as one line or as JSON."""
        self.file = clean(file)
        self.where = clean(where)
        self.reason = clean(reason)
        super().__init__(": ".join(part for part in (file, where, reason) if part))


def parse_toml(content: bytes, file: str) -> dict[str, Any]:
    """Return the table that *content* spells; *file* is only named in errors.

    Raises BadFile for too large a file, keys of more than 64 parts, bytes that are not
    UTF-8 and text that is not TOML, with its line.
    """
    if len(content) > MAX_TOML_BYTES:
        raise BadFile(file, f"larger than {MAX_TOML_BYTES // 1024**2} MiB")
    if _has_long_key(content):
        raise BadFile(file, f"a key has more than {MAX_KEY_PARTS} dotted parts")
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadFile(file, "not UTF-8 text", f"byte {error.start}") from None
    except RecursionError:
        raise BadFile(file, "nested too deeply") from None
    except ValueError as error:
        raise BadFile(file, f"not TOML: {error}") from None


def _has_long_key(content: bytes) -> bool:
    """Whether a key has too many parts, wherever it stands; a key never spans two lines."""
    if all(line.count(b".") < MAX_KEY_PARTS for line in content.split(b"\n")):
        return False
    return any(token.lastgroup == "long" for token in _TOKEN.finditer(content))


def has_comments(content: bytes) -> bool:
    """Return whether TOML text holds a comment, at the end of a line too: no writer keeps those."""
    return b"#" in content and any(t[0].startswith(b"#") for t in _TOKEN.finditer(content))


def read_bytes(path: Path, limit: int = MAX_TOML_BYTES) -> bytes:
    """Return the content of *path*, refusing more than *limit* bytes.

    Raises BadFile when the file cannot be read or is too large.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(limit + 1)
    except OSError as error:
        raise BadFile(path.name, error.strerror or "cannot be read") from None
    if len(content) > limit:
        raise BadFile(path.name, f"larger than {limit // 1024**2} MiB")
    return content
