"""Words: calm, no promise, nothing unfinished, nothing that drives a terminal."""

import re
from collections.abc import Iterator

import msgspec

from optout_tui.contentcheck.problem import AS_IT_STANDS, Found, texts_of
from optout_tui.safety.text import has_controls

QUOTED = re.compile(r"“[^”]*”")
"""What others say, as they say it."""

_FORBIDDEN = re.compile(
    r"\b(guarantee\w*|fully protected|(?:you are|you're|you’re) (?:now |fully )?(?:protected|safe)"
    r"|foolproof|click here)\b|\b100 ?%",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"\b(TODO|TBD|FIXME)\b")
_NOBODYS = re.compile(r"\bexample\.(?:com|org|net)\b")


def wording_problems(record: msgspec.Struct) -> Iterator[Found]:
    """Yield texts of *record* that raise their voice, promise, or hold what nobody sees."""
    yield from invisible(record)
    yield from raised_voices(record)
    yield from forbidden_words(record)


def invisible(record: msgspec.Struct) -> Iterator[Found]:
    """Yield texts with control or invisible characters."""
    for where, _, text in texts_of(record):
        if has_controls(text.replace("\n", "")):
            yield where, "holds control or invisible characters"


def raised_voices(record: msgspec.Struct) -> Iterator[Found]:
    """Yield texts of our own that hold an exclamation mark."""
    for where, text in own_texts(record):
        if "!" in text:
            yield where, "holds an exclamation mark"


def forbidden_words(record: msgspec.Struct) -> Iterator[Found]:
    """Yield texts of our own that promise what nobody can."""
    for where, text in own_texts(record):
        if match := _FORBIDDEN.search(text):
            yield where, f'promises too much, or says too little: "{match[0]}"'


def unfinished(record: msgspec.Struct) -> Iterator[Found]:
    """Yield texts and addresses that a template left to be filled in."""
    for where, field, text in texts_of(record):
        is_address = field in ("links", "hosts") or where.endswith(".url")
        if match := _UNFINISHED.search(text) or (is_address and _NOBODYS.search(text)):
            yield where, f'still says "{match[0]}"'


def own_texts(record: msgspec.Struct) -> Iterator[tuple[str, str]]:
    """Yield every text in our own words with its place, without what it quotes."""
    for where, field, text in texts_of(record):
        if field not in AS_IT_STANDS:
            yield where, QUOTED.sub("“”", text)
