"""Which letter fits: the right that comes nearest to what is wished, its law, its languages."""

from datetime import date
from typing import NamedTuple

from optout_tui.letters.letter import LetterKind, Manner
from optout_tui.library.kinds import RequestKind
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import RIGHT_FOR, Regime, Right, RightName
from optout_tui.regions import chain
from optout_tui.rights import regimes_for
from optout_tui.rights.regimes import in_force
from optout_tui.safety.refusal import Refusal, unknown

ENGLISH = "en"
ANY_LAW, POLITE, FOLLOWING = "law", "polite", "follow"

_NEAREST: dict[RequestKind, tuple[RightName, ...]] = {
    "objection": ("object", "withdraw", "erase", "restrict"),
    "erasure": ("erase", "withdraw"),
    "restriction": ("object", "restrict", "withdraw"),
    "access": ("access",),
    "withdrawal": ("withdraw", "object"),
    "optout": ("opt_out", "object", "withdraw"),
}
"""The rights that serve a wish, the nearest first. An objection asks for the restriction too."""

_KIND_OF: dict[RightName, RequestKind] = {right: kind for kind, right in RIGHT_FOR.items()}
_POLITE: dict[RequestKind, RequestKind] = {"erasure": "erasure", "access": "access"}
"""What one can ask for politely; anything else is a no to training."""


class Choice(NamedTuple):
    """The letter that fits a wish: the ``block`` of the first of ``texts`` that holds it.

    ``regime`` and ``right`` are None where no law in force gives anything near it.
    """

    kind: LetterKind
    texts: tuple[str, ...]
    block: str
    regime: Regime | None = None
    name: RightName | None = None
    right: Right | None = None


def choose(knowledge: Knowledge, region: str, kind: RequestKind, today: date) -> Choice:
    """Return the request that serves *kind* best for a person living in *region* on *today*.

    Raises Refusal for a region nobody knows.
    """
    regimes = [law for law in regimes_for(knowledge, region) if in_force(law, today)]
    for name in _NEAREST[kind]:
        for regime in regimes:
            right = regime.rights.named(name)
            if right is not None:
                found = _KIND_OF[name]
                texts = _texts_of(knowledge, regime)
                return Choice(found, texts, found, regime, name, right)
    return Choice(kind, (POLITE,), _POLITE.get(kind, "objection"))


def needs_grounds(knowledge: Knowledge, choice: Choice) -> bool:
    """Return whether the law wants the person's own reasons for it."""
    if choice.regime is None:
        return False
    return choice.name in knowledge.letters.grounds.get(choice.regime.id, ())


def languages_of(knowledge: Knowledge, region: str, choice: Choice) -> tuple[str, ...]:
    """Return the languages of that letter: the region's own first, English, then the others."""
    there = {
        language
        for name in knowledge.letters.texts
        for text, _, language in [name.partition(".")]
        if text in choice.texts and _has_block(knowledge, name, choice.block)
    }
    order = (*spoken_in(knowledge, region), ENGLISH, *sorted(there))
    return tuple(dict.fromkeys(language for language in order if language in there))


def spoken_in(knowledge: Knowledge, region: str) -> tuple[str, ...]:
    """Return the languages of *region*, the usual one first, as far as letters are in them."""
    table = knowledge.letters.languages
    return next((table[link] for link in chain(knowledge, region) if link in table), ())


def language_for(languages: tuple[str, ...], manner: Manner) -> str:
    """Return the language wanted, else the preferred one where it is there, else the first.

    Raises Refusal where the wanted one is not among *languages*, and where there are none.
    """
    if not languages:
        raise Refusal("there is no text for such a letter")
    if not manner.language:
        return manner.preferred if manner.preferred in languages else languages[0]
    if manner.language not in languages:
        listing = f"this letter is there in {', '.join(languages)}"
        raise unknown("language", manner.language, (), listing)
    return manner.language


def _texts_of(knowledge: Knowledge, regime: Regime) -> tuple[str, ...]:
    """Return the texts that may hold its letters: its own, its family's, those of any law."""
    families = knowledge.letters.families
    family = families.get(regime.id) or families.get(regime.based_on)
    return (regime.id, family, ANY_LAW) if family else (regime.id, ANY_LAW)


def _has_block(knowledge: Knowledge, text: str, block: str) -> bool:
    mark = f"{{% block {block.replace('-', '_')} %}}"
    return mark in knowledge.letters.texts.get(text, "")
