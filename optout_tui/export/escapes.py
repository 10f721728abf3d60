"""Hidden characters in JSON and TOML: kept exactly, but spelt out, so that none is raw."""

import re

from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import has_controls

_JOINERS = "\u200c\u200d"
_BEYOND = 0x10000
_SUSPECT = re.compile(r"[^\x20-\x7e\n]")


def spell_out_json(text: str) -> str:
    r"""Return JSON *text* with every hidden character as ``\uXXXX``; it reads back the same."""
    return _SUSPECT.sub(lambda found: _spelt(found[0], pairs=True), text)


def spell_out_toml(text: str) -> str:
    r"""Return TOML *text* with every hidden character as ``\uXXXX``; it reads back the same.

    Raises Refusal for half a character (a lone surrogate), which TOML cannot spell.
    """
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise Refusal("the checklist holds half a character, which TOML cannot hold; remove it")
    return _SUSPECT.sub(lambda found: _spelt(found[0], pairs=False), text)


def _spelt(char: str, *, pairs: bool) -> str:
    """JSON spells what lies beyond U+FFFF as two surrogates, TOML with eight digits."""
    if not (has_controls(char) or char in _JOINERS):
        return char
    code = ord(char)
    if code < _BEYOND:
        return f"\\u{code:04x}"
    if not pairs:
        return f"\\U{code:08x}"
    high, low = divmod(code - _BEYOND, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
