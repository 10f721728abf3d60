"""Outside text made fit to show: nothing that drives a terminal, nothing silently dropped."""

import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\ufeff\uffa0")
_TAGS = "\U000e0000"
"""Where the tag characters begin; nothing that is seen lies behind them."""
_JOINERS = frozenset("\u200c\u200d")


def _stand_in(char: str) -> str:
    code = ord(char)
    if code < ord(" "):
        return chr(0x2400 + code)  # the Unicode pictures of the control characters
    if char == "\x7f":
        return "\u2421"
    return f"<U+{code:04X}>"


def _is_hostile(char: str) -> bool:
    if char in _BIDI or char in _INVISIBLE or _TAGS <= char <= "\U000e0fff":
        return True
    category = unicodedata.category(char)
    if category == "Cf":
        return char not in _JOINERS
    return category in {"Cc", "Cs", "Zl", "Zp"}


def _is_harmless(text: str) -> bool:
    """Whether *text* surely holds nothing hostile: told at once, not character by character.

    What Python calls printable is neither a control nor a format character nor a line separator.
    """
    return text.isprintable() and (
        text.isascii() or (max(text) < _TAGS and _INVISIBLE.isdisjoint(text))
    )


def clean(text: str, *, newlines: bool = False) -> str:
    """Return *text* with control, bidi and invisible characters as visible stand-ins.

    With *newlines*, line feeds and tabs stay (CR LF and CR count as line feeds).
    """
    if _is_harmless(text):
        return text
    if newlines:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if _is_harmless(text.replace("\n", "").replace("\t", "")):
            return text
    kept = "\n\t" if newlines else ""
    return "".join(
        char if char in kept or not _is_hostile(char) else _stand_in(char) for char in text
    )


def has_controls(text: str) -> bool:
    """Return whether *text* holds a character that :func:`clean` would replace."""
    return not _is_harmless(text) and any(_is_hostile(char) for char in text)
