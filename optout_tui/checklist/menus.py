"""Menu labels as they stand on the person's own devices, beside English."""

from collections.abc import Iterator, Sequence

from optout_tui.checklist.words import LANGUAGES_IN_ENGLISH
from optout_tui.library.guides import Way


def seen_in(way: Way, language: str) -> tuple[str, ...]:
    """Return the labels of *way* in that language, "" for each that was never seen there.

    Nothing comes back where none was, and for English, in which the guides are written.
    """
    labels = way.menu_in.get(language, ())
    return labels if any(labels) else ()


def beside(menu: Sequence[str], seen: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield each label to show beside English, and whether it was *seen*: else it is English."""
    for english, label in zip(menu, seen, strict=True):
        yield (label, True) if label else (f"({english})", False)


def not_seen_in(language: str) -> str:
    """Return that labels were not seen in the language of that code: not seen in German."""
    return f"not seen in {language_name(language)}"


def not_all_seen_in(language: str) -> str:
    """Return what brackets mean where a part of the labels was seen."""
    return f"in brackets: {not_seen_in(language)}"


def labels_in_words(menu: Sequence[str], seen: Sequence[str], language: str, between: str) -> str:
    """Return the labels in the person's language on one line; empty for English, or no menu."""
    if language == "en" or not menu:
        return ""
    if not seen:
        return not_seen_in(language)
    labels = between.join(label for label, _ in beside(menu, seen))
    return labels if all(seen) else f"{labels} ({not_all_seen_in(language)})"


def language_name(language: str) -> str:
    """Return the English name of a language, or its code where we have no name for it."""
    return LANGUAGES_IN_ENGLISH.get(language, language)
