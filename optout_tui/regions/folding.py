"""Names made comparable: no accents, no case, no punctuation, one slip of the finger forgiven."""

import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th",
        "ħ": "h", "ŧ": "t", "ə": "e",
        "&": " and ", ".": None, "ʻ": None, "ʼ": None,
    }
)  # fmt: skip
"""Letters that Unicode does not take apart, and signs people leave out; ß falls to casefold."""

_DROPPED = frozenset({"Mn", "Me", "Cf"})


def fold(text: str) -> str:
    """Return *text* as people type it in a hurry: ``Côte d’Ivoire`` becomes ``cote d ivoire``.

    Compatibility forms are taken apart (NFKD), accents and invisible characters dropped,
    everything but letters, digits and vowel signs becomes one space.
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_LETTERS)
    kept = (_kept(char) for char in plain)
    return " ".join("".join(kept).split())


def _kept(char: str) -> str:
    category = unicodedata.category(char)
    if category in _DROPPED:
        return ""
    return char if category[0] in "LN" or category == "Mc" else " "


def slip(text: str, typed: str, start: int = 0) -> int | None:
    """Return how many letters of ``text[start:]`` are left after *typed*, one slip forgiven.

    A slip is one letter too many, missing, wrong, or swapped with its neighbour. None where
    *typed* is further away than that from every beginning of ``text[start:]``.
    """
    same = 0
    longest = min(len(typed), len(text) - start)
    while same < longest and typed[same] == text[start + same]:
        same += 1
    here = start + same
    if here == len(text):
        return 0 if len(typed) - same <= 1 else None
    left = [
        len(text) - resumed - len(rest)
        for rest, resumed in _repairs(text, here, typed, same)
        if text.startswith(rest, resumed)
    ]
    return min(left, default=None)


def _repairs(text: str, here: int, typed: str, same: int) -> list[tuple[str, int]]:
    """Return what is left of *typed* after each kind of slip, and where *text* goes on.

    The two are alike up to ``typed[same]`` and ``text[here]``, where they part.
    """
    repairs = [
        (typed[same + 1 :], here + 1),  # a wrong letter
        (typed[same:], here + 1),  # one missing
        (typed[same + 1 :], here),  # one too many
    ]
    if text[here : here + 2] == typed[same : same + 2][::-1]:
        repairs.append((typed[same + 2 :], here + 2))
    return repairs
