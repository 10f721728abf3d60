"""Text that packs about five to one, as people's text does, from a seed."""

import random
from itertools import accumulate

_SYLLABLES = [
    "an",
    "ber",
    "cho",
    "da",
    "el",
    "fi",
    "gra",
    "ho",
    "in",
    "jo",
    "ka",
    "lu",
    "mi",
    "na",
    "or",
    "pe",
    "qua",
    "ri",
    "so",
    "ta",
    "un",
    "vo",
    "wi",
    "ya",
    "zu",
    "sch",
    "tion",
    "er",
    "ing",
    "ed",
    "ly",
    "au",
    "st",
    "tr",
    "pl",
]

SIZE = 20_000


class Words:
    """Writes sentences of made-up words, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        """Make up a vocabulary."""
        self.random = random.Random(seed)  # noqa: S311 - made-up text, no secret
        choose = self.random.choices
        self._known = [
            "".join(choose(_SYLLABLES, k=self.random.randint(1, 3))) for _ in range(SIZE)
        ]
        self._weights = list(accumulate(1 / n for n in range(60, SIZE + 60)))

    def text(self, words: int) -> str:
        """Return that many words."""
        return " ".join(self.random.choices(self._known, cum_weights=self._weights, k=words))
