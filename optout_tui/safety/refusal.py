"""The one way to say no to input: what was refused, why, and the cure, on one line."""

from collections.abc import Iterable

from optout_tui.safety.text import clean


class Refusal(Exception):
    """Bad input or bad usage; its text is one clean line and the program ends with status 2."""

    def __init__(self, reason: str) -> None:
        """Keep *reason*, cleaned of everything that could drive a terminal."""
        super().__init__(clean(reason))


def nearest(given: str, known: Iterable[str]) -> str | None:
    """Return the known name closest to *given*, or None when nothing comes near."""
    from difflib import get_close_matches  # only a refusal needs it; it costs start-up time

    by_folded = {name.casefold(): name for name in known}
    found = get_close_matches(given.casefold(), by_folded, n=1, cutoff=0.5)
    return by_folded[found[0]] if found else None


def unknown(kind: str, given: str, known: Iterable[str], listing: str = "") -> Refusal:
    """Return the refusal of a name nobody knows, with the nearest known one.

    *listing* says how to see all names; it stands in for the suggestion when nothing is near.
    """
    close = nearest(given, known)
    cure = f"; did you mean {close}?" if close else f"; {listing}" if listing else ""
    return Refusal(f"unknown {kind} {shown(given)}{cure}")


def shown(given: str, limit: int = 80) -> str:
    """Return *given* in quotation marks, cut to *limit* characters, for use in a message."""
    return f'"{given[:limit]}…"' if len(given) > limit else f'"{given}"'
