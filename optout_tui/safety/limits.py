"""Bounded reading of files that are not ours: size and shape before any parser sees them."""

import os
import re
import stat
from functools import cache
from pathlib import Path
from typing import Any

from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean

MAX_TOML_BYTES = 2 * 1024 * 1024
MAX_KEY_PARTS = 64
MAX_DEPTH = 256
MAX_WORD = 10_000
MAX_OF = {b"[": 40_000, b"=": 100_000, b",": 100_000, b".": 250_000}
"""Tables, values, items and parts: several times more than any checklist of that size holds."""

MAX_REASON = 300

_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe that took the file's place in between is opened at once instead of waited for."""

_PART = rb"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_MORE = rb"(?:[ \t]*+\.[ \t]*+" + _PART + rb")"


class BadFile(Refusal):
    """A file that cannot be taken: its text names the file, the place and the reason.

    Place and reason may quote the file, so they are cut where they grow long.
    """

    def __init__(self, file: str, reason: str, where: str = "") -> None:
        """Keep the parts, cleaned, so that a command can print them as one line or as JSON."""
        self.file = clean(file)
        self.where = _cut(clean(where))
        self.reason = _cut(clean(reason))
        super().__init__(": ".join(part for part in (file, self.where, self.reason) if part))


class CannotRead(BadFile):
    """A file that could not be read, or is not there: nothing is known of what it holds."""


def _cut(text: str) -> str:
    return f"{text[:MAX_REASON]}…" if len(text) > MAX_REASON else text


def parse_toml(content: bytes, file: str) -> dict[str, Any]:
    """Return the table that *content* spells; *file* is only named in errors.

    Raises BadFile for too large or too crowded a file, keys of more than 64 parts, tables
    more than 256 deep, bytes that are not UTF-8 and text that is not TOML, with its line.
    """
    import tomllib  # a start with a good index parses nothing

    if reason := _why_not_parse(content):
        raise BadFile(file, reason)
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadFile(file, "not UTF-8 text", f"byte {error.start}") from None
    except RecursionError:
        raise BadFile(file, "nested too deeply") from None
    except ValueError as error:
        raise BadFile(file, f"not TOML: {error}") from None
    if _is_deep(table):
        raise BadFile(file, "nested too deeply")
    return table


@cache
def _tokens() -> re.Pattern[bytes]:
    """What may hold dots in TOML: comments, strings, keys. Possessive, so never more than one pass.

    Compiled when a file is first read: a start with a good index reads none.
    """
    return re.compile(
        rb"""\#[^\n]*+
        | \"{3} (?:[^"\\]|\\.|"(?!""))*+ "{0,5}
        | '{3} (?:[^']|'(?!''))*+ '{0,5}
        | (?P<long>%(part)s%(more)s{%(max)d,}+)
        | %(part)s%(more)s*+"""
        % {b"part": _PART, b"more": _MORE, b"max": MAX_KEY_PARTS},
        re.VERBOSE | re.DOTALL,
    )


def _is_deep(table: dict[str, Any]) -> bool:
    """Whether tables nest deeper than others can follow: dotted keys nest without recursion."""
    level: list[Any] = [table]
    for _ in range(MAX_DEPTH):
        items = (one.values() if isinstance(one, dict) else one for one in level)
        level = [value for some in items for value in some if isinstance(value, dict | list)]
        if not level:
            return False
    return True


def _why_not_parse(content: bytes) -> str:
    """Why the parser, which has no limits of its own, must not see *content*; empty if it may."""
    if len(content) > MAX_TOML_BYTES:
        return f"larger than {_size(MAX_TOML_BYTES)}"
    if reason := _why_not_words(content):
        return reason
    if any(content.count(mark) > most for mark, most in MAX_OF.items()):
        return "holds more tables and values than can be read here"
    return ""


def _why_not_words(content: bytes) -> str:
    """Whether a key has too many parts, or a word too many letters; neither spans two lines."""
    lines = content.split(b"\n")
    if all(len(line) <= MAX_WORD and line.count(b".") < MAX_KEY_PARTS for line in lines):
        return ""
    for token in _tokens().finditer(content):
        if token.lastgroup == "long":
            return f"a key has more than {MAX_KEY_PARTS} dotted parts"
        if len(token[0]) > MAX_WORD and token[0][:1] not in b"#\"'":
            return f"a word or a number has more than {MAX_WORD} characters"
    return ""


def has_comments(content: bytes) -> bool:
    """Return whether TOML text holds a comment, at the end of a line too: no writer keeps those."""
    return b"#" in content and any(t[0].startswith(b"#") for t in _tokens().finditer(content))


def read_bytes(path: Path, limit: int = MAX_TOML_BYTES) -> bytes:
    """Return the content of the regular file at *path*, or of the one that a link there leads to.

    Raises BadFile for anything else, before it is opened, for a file that cannot be read and
    for one of more than *limit* bytes.
    """
    try:
        _refuse_special(path.stat(), path.name)
        with os.fdopen(os.open(path, _READING), "rb") as stream:
            stat = os.fstat(stream.fileno())
            _refuse_special(stat, path.name)
            content = stream.read(min(stat.st_size, limit) + 1)
            if len(content) > stat.st_size:  # it grew just now
                content += stream.read(limit + 1 - len(content))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise CannotRead(path.name, reason or "cannot be read") from None
    if len(content) > limit:
        raise BadFile(path.name, f"larger than {_size(limit)}")
    return content


def _refuse_special(found: os.stat_result, name: str) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise BadFile(name, "is not a file")


def _size(limit: int) -> str:
    return f"{limit // 1024**2} MiB" if limit >= 1024**2 else f"{limit // 1024} KiB"
