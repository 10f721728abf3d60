"""Names people give: to checklists, which become file names, and to their accounts."""

import unicodedata

from optout_tui.safety.refusal import Refusal, shown
from optout_tui.safety.text import has_controls

MAX_NAME_BYTES = 100
_SEPARATORS = frozenset('/\\:*?"<>|')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³"}
)


def checklist_name(name: str) -> str:
    """Return *name* trimmed and in Unicode form C, fit to be a file name on every system.

    Raises Refusal with the reason for an empty or too long name, separators, control
    characters, a leading dot or dash, a trailing dot, and names Windows keeps for itself.
    """
    name = unicodedata.normalize("NFC", name.strip())
    reason = _why_not(name)
    if reason:
        raise Refusal(f"the name {shown(name)} {reason}")
    return name


def _why_not(name: str) -> str:
    if not name:
        return "is empty"
    if has_controls(name):
        return "holds control characters"
    if bad := sorted(_SEPARATORS & set(name)):
        return f"holds {bad[0]}, which file names may not hold"
    if name[0] in ".-" or name[-1] == ".":
        return "may not begin with a dot or a dash, nor end with a dot"
    if name.partition(".")[0].casefold().strip() in _RESERVED:
        return "is kept by Windows for a device"
    return f"is longer than {MAX_NAME_BYTES} bytes" if len(name.encode()) > MAX_NAME_BYTES else ""


def same_name(one: str, other: str) -> bool:
    """Return whether two names differ in case or Unicode form at most."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def one_line_text(text: str, what: str, limit: int) -> str:
    """Return *text* trimmed; raises Refusal when it is over *limit* or holds control characters."""
    text = text.strip()
    if len(text) > limit:
        raise Refusal(f"the {what} is longer than {limit} characters")
    if has_controls(text):
        raise Refusal(f"the {what} holds control characters")
    return text
