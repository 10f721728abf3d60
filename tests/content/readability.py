"""How hard a text is to read: the school grade that Flesch and Kincaid's formula gives.

Syllables come from pyphen's dictionary of hyphens, which is kept up and asks no network.
It misses some, so grades are low by about two; they compare texts all the same.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import pyphen

from optout_tui.contentcheck.problem import Problem
from optout_tui.contentcheck.reading import sentences
from optout_tui.contentcheck.wording import own_texts
from optout_tui.library.guides import Guide

RULE = "hard-to-read"
HARDEST_TEXT = 12.0
"""The grade of one text: an address in full reaches eleven."""

HARDEST_GUIDE = 6.0
"""The grade of a guide as a whole: who is twelve is in the sixth or seventh."""

SHORTEST = 15
"""Words that a text must have to be measured by itself."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def hard_texts(guide: Guide) -> Iterator[Problem]:
    """Yield the texts of *guide* that are too hard, and the guide itself where most of it is."""
    file = f"{guide.id}.toml"
    told = [(where, text) for where, text in own_texts(guide) if _is_prose(text)]
    for where, text in told:
        if len(words_of(text)) >= SHORTEST and (grade := grade_of([text])) > HARDEST_TEXT:
            yield Problem(file, where, f"reads like grade {grade:.0f}", RULE)
    if told and (grade := grade_of(text for _, text in told)) > HARDEST_GUIDE:
        yield Problem(file, "", f"reads like grade {grade:.1f} as a whole", RULE)


def grade_of(texts: Iterable[str]) -> float:
    """Return the grade of *texts* together; 0 for no words."""
    parts = [words_of(part) for text in texts for part in sentences(text)]
    spoken = [part for part in parts if part]
    words = [word for part in spoken for word in part]
    if not words:
        return 0.0
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(spoken) + 11.8 * syllables / len(words) - 15.59


def words_of(text: str) -> list[str]:
    """Return the words of *text* that are spelled with letters."""
    return _WORD.findall(text)


def _is_prose(text: str) -> bool:
    return " " in text.strip()


def _syllables(word: str) -> int:
    return len(_hyphens().positions(word)) + 1


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")
