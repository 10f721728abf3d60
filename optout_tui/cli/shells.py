"""What we tell a shell that asks how a line goes on, and how a line of bash is taken apart."""

import os
import re
from collections.abc import Sequence
from typing import NamedTuple

from optout_tui.cli.completing import complete
from optout_tui.safety.text import clean

PROGRAM_WORD = 1
"""Words before the first of ours: the program's own name."""

_ASSIGNED = re.compile(r"[A-Za-z_]\w*=")
_LIVELY = re.compile(r'[$`"\\!]')
"""What bash acts on between double quotation marks."""

_BREAKS = ":=@"
"""Signs at which bash begins a new word of its own to complete, though it is one of ours."""


def answer(shell: str, words: Sequence[str]) -> str:
    """Return lines for the script of *shell*: the kind of place, then a word in each line.

    For bash *words* is the line up to the cursor, and what comes back is quoted and cut as
    bash puts it in; for others it is the words of the line, the last one to be completed, and
    after a tab each word says what it is.
    """
    if shell == "bash":
        line = _taken_apart(" ".join(words))
        place, found = complete(line.words)
        return "\n".join((place, *(line.rest_of(one.text) for one in found)))
    place, found = complete(words[PROGRAM_WORD:])
    lines = (f"{one.text}\t{clean(one.about)}".rstrip() for one in found)
    return "\n".join((place, *lines))


class _Line(NamedTuple):
    """A line of bash: our words, and the last one as it stands there, with the quote it is in."""

    words: list[str]
    raw: str
    quote: str

    def rest_of(self, word: str) -> str:
        """Return *word* as bash replaces with it what it takes for the word being typed."""
        breaks = [sign for sign in _BREAKS if sign in os.environ.get("COMP_WORDBREAKS", _BREAKS)]
        if self.quote == "'":
            return word.replace("'", "'\\''")
        if self.quote:
            return _LIVELY.sub(r"\\\g<0>", word)
        whole = re.sub(r"([^\w@%+=:,./-])", r"\\\1", word)
        cut = max((self.raw.rfind(sign) + 1 for sign in breaks), default=0)
        return whole[cut:]


def _taken_apart(line: str) -> _Line:
    words: list[str] = []
    word, raw, quote = "", "", ""
    inside = escaped = False
    for sign in line:
        if escaped:
            word, raw, escaped = word + sign, raw + sign, False
        elif sign == "\\" and quote != "'":
            raw, inside, escaped = raw + sign, True, True
        elif quote:
            raw += sign
            word, quote = (word, "") if sign == quote else (word + sign, quote)
        elif sign in "'\"":
            raw, quote, inside = raw + sign, sign, True
        elif sign.isspace():
            if inside:
                words.append(word)
            word, raw, inside = "", "", False
        else:
            word, raw, inside = word + sign, raw + sign, True
    words.append(word)
    while len(words) > 1 and _ASSIGNED.match(words[0]):
        words = words[1:]
    return _Line(words[PROGRAM_WORD:], raw, quote)
