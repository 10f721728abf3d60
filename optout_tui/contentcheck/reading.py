"""Reading: sentences of a bearable length, and no slip of the pen."""

import re
from collections.abc import Iterator

import msgspec

from optout_tui.contentcheck.problem import AS_IT_STANDS, Found, texts_of
from optout_tui.contentcheck.wording import QUOTED, own_texts

LONGEST = 25
"""Words in a sentence: more than that, and many readers lose its beginning."""

WORD = re.compile(r"\w[\w'’.-]*")
_SENTENCE = re.compile(r"(?<=[.:;?])\s+|\n+")
_CODE = re.compile(r"<[^<>]*>|\{[^{}]*\}")
_SLIPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r'"'), 'a straight quotation mark; write “ and ”'),
    (re.compile(r"’"), "a curly apostrophe; write '"),
    (re.compile(r"\.\.\."), "three dots; write …"),
    (re.compile(r"  "), "two spaces"),
    (re.compile(r" [,.;:?)](?!\w)"), "a space before a sign"),
    (re.compile(r"\( "), "a space after a bracket"),
    (re.compile(r"[,;:][,.;:]|(?<!\.)\.\.(?!\.)"), "two signs in a row"),
    (re.compile(r"[a-z][,;][A-Za-z]"), "no space after a sign"),
    (re.compile(r" - "), "a hyphen for a dash"),
    (re.compile(r"\b(\w+) \1\b"), "a word twice"),
    (re.compile(r"^\s|\s$"), "a blank at its end"),
)  # fmt: skip


def long_sentences(record: msgspec.Struct) -> Iterator[Found]:
    """Yield texts with a sentence that is too long; quotations count as one word."""
    for where, field, text in texts_of(record):
        if field in AS_IT_STANDS:
            continue
        for sentence in sentences(text):
            if (words := len(WORD.findall(sentence))) > LONGEST:
                yield where, f"a sentence of {words} words; {LONGEST} are enough"


def slips(record: msgspec.Struct) -> Iterator[Found]:
    """Yield slips of the pen in texts of our own; code is left alone."""
    for where, text in own_texts(record):
        plain = _CODE.sub("x", text)
        for pattern, slip in _SLIPS:
            if pattern.search(plain):
                yield where, f"holds {slip}"
    for where, field, text in texts_of(record):
        if field not in AS_IT_STANDS:
            for opening, closing in ("“”", "()"):
                if text.count(opening) != text.count(closing):
                    yield where, f"{opening} and {closing} do not pair up"


def sentences(text: str) -> list[str]:
    """Return the sentences of *text*, each quotation in them being one word."""
    return [part for part in _SENTENCE.split(QUOTED.sub("label", text)) if part]
