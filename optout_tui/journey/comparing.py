"""Which platforms a person looks for, by words that what is said of each must hold."""

from optout_tui.checklist.words import DEFAULT_WORDS, KIND_WORDS
from optout_tui.guides.comparing import Compared


def is_asked(one: Compared, words: str) -> bool:
    """Return whether each of *words* is in what the table says, or in the company's name."""
    said = " ".join(
        (
            one.guide.name,
            one.guide.company,
            KIND_WORDS[one.route.kind],
            DEFAULT_WORDS[one.default],
            one.route.effect,
        )
    ).casefold()
    return all(word in said for word in words.casefold().split())
