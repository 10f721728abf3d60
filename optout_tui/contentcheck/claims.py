"""What is said of one company alone, and which words in a row it is said in."""

import re
from collections.abc import Iterator

from optout_tui.contentcheck.wording import own_texts
from optout_tui.library.guides import Guide

CLAIM_RUN = 10
"""Words in a row that a claim about one company may not share with one about another."""

_WORD = re.compile(r"\w+")

Run = tuple[str, ...]


def claims_of(guide: Guide) -> Iterator[tuple[str, str]]:
    """Yield what *guide* claims, with its place; steps and cures may be alike in many guides."""
    for where, text in own_texts(guide):
        if where.startswith(("training.", "history[")):
            yield where, text


def runs(text: str, length: int) -> Iterator[Run]:
    """Yield every run of *length* words in *text*, without regard to capitals and signs."""
    words = words_in(text)
    return zip(*(words[n:] for n in range(length)), strict=False)


def words_in(text: str) -> list[str]:
    """Return the words of *text*, without regard to capitals and signs."""
    return _WORD.findall(text.casefold())
