"""The person's own reasons: the questions that help to find them, and what does not count."""

import re
from collections.abc import Sequence

from optout_tui.letters.letter import OwnWords

MAX_GROUNDS = 4000
_FEWEST_SIGNS = 8
_FEWEST_WORDS_OF_A_SENTENCE = 5

QUESTIONS: tuple[str, ...] = (
    "What of yours is public there, and since when?",
    "Whose faces, names or voices are in it, besides your own?",
    "Are children among them?",
    "What does your work or your role have to do with it?",
    "For whom, and in which setting, did you post it?",
    "What would it mean for you if you could not take it back?",
)
"""Two to four true sentences are enough; not every question needs an answer."""

WHICH = "Which of your data above all? (may stay empty)"
REACH = "Where do you want the answer? (may stay empty)"
FIELDS = (*QUESTIONS, WHICH, REACH)
"""All that only the person can say, in the order in which it is asked."""

EXAMPLE = (
    "I teach at a small school and have shown our projects there since 2014. Many pictures show "
    "pupils, most of them under sixteen. Their parents agreed to a school page, not to a model "
    "that can draw their children. I cannot take back what a model has learned from them."
)
"""Shows how such reasons sound. Nobody's letter may hold a sentence of it."""

ADVICE = (
    "Write two to four true sentences of your own. Leave out health, religion and the like, and "
    "anything the company does not know yet and need not know."
)

QUESTIONS_FILE = "\n".join(
    [
        f"# {ADVICE}",
        "# Lines that begin with # are left out of the letter.",
        *(line for question in QUESTIONS for line in ("", f"# {question}", "")),
    ]
)
"""What a person can begin with."""


def grounds_of(text: str) -> str:
    """Return what a person wrote, without our questions and lines that begin with ``#``.

    Paragraphs stay apart, by one empty line.
    """
    asked = {_plain(question) for question in QUESTIONS}
    lines = [line.rstrip() for line in text.expandtabs(4).splitlines()]
    kept = [line for line in lines if not line.startswith("#") and _plain(line) not in asked - {""}]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def joined(answers: list[str]) -> str:
    """Return answers to the questions as one text, a paragraph each, empty ones left out."""
    return "\n\n".join(text for answer in answers if (text := grounds_of(answer)))


def own_words(answers: Sequence[str]) -> OwnWords:
    """Return what was answered to :data:`FIELDS`, in their order, as it goes into a letter."""
    *grounds, which, reach = answers
    one_line = [" ".join(text.split()) for text in (which, reach)]
    return OwnWords(grounds=joined(grounds), which=one_line[0], reach=one_line[1])


def why_not(grounds: str) -> str:
    """Return why *grounds* cannot stand in a letter; empty where they can, or where none are."""
    if len(grounds) > MAX_GROUNDS:
        return f"your reasons are longer than {MAX_GROUNDS} characters"
    words = _plain(grounds)
    if any(sentence in words for sentence in _sentences(EXAMPLE)):
        return "your reasons hold a sentence of the example; say it in your own words"
    return ""


def says_something(grounds: str) -> bool:
    """Return whether *grounds* hold more than a word or a mark."""
    return sum(char.isalnum() for char in grounds) >= _FEWEST_SIGNS


def _sentences(text: str) -> list[str]:
    found = [_plain(sentence) for sentence in text.split(".")]
    return [words for words in found if words.count(" ") >= _FEWEST_WORDS_OF_A_SENTENCE - 1]


def _plain(text: str) -> str:
    """Return *text* as bare words, so that a comma or a capital makes no difference."""
    return " ".join(re.findall(r"\w+", text.casefold()))
