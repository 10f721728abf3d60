"""Words: calm, no promise, nothing that drives a terminal."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from optout_tui.contentcheck.problem import Found
from optout_tui.safety.text import has_controls

NOT_OURS = frozenset({"menu", "menu_in", "links", "url", "sources", "publisher"})
"""Fields that repeat what stands elsewhere, as it stands there."""

_QUOTED = re.compile(r"“[^”]*”")
_PROMISE = re.compile(r"\b(you are|you're|you’re) (now |fully )?(protected|safe)\b", re.IGNORECASE)


def wording_problems(record: msgspec.Struct) -> Iterator[Found]:
    """Yield texts of *record* with an exclamation mark, a promise, or characters nobody sees."""
    for where, field, text in _texts(msgspec.to_builtins(record), "", ""):
        if has_controls(text.replace("\n", "")):
            yield where, "holds control or invisible characters"
        if field in NOT_OURS:
            continue
        own_words = _QUOTED.sub("", text)
        if "!" in own_words:
            yield where, "holds an exclamation mark"
        if _PROMISE.search(own_words):
            yield where, "promises that somebody is protected"


def _texts(value: Any, where: str, field: str) -> Iterator[tuple[str, str, str]]:
    """Yield every text below *value* with its place and its field, one that is not ours first."""
    match value:
        case str():
            yield where, field, value
        case dict():
            for key, item in value.items():
                place = f"{where}.{key}" if where else key
                yield from _texts(item, place, field if field in NOT_OURS else key)
        case list() | tuple():
            for n, item in enumerate(value):
                yield from _texts(item, f"{where}[{n}]", field)
