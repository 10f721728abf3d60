"""What commands say of the person's own guides: which are theirs, and which were left out."""

from collections.abc import Iterable

from optout_tui.checklist.words import YOURS
from optout_tui.cli.output import complain
from optout_tui.safety.limits import BadFile


def marked(name: str, *, yours: bool) -> str:
    """Return a platform's name, marked where its guide is the person's own."""
    return f"{name} ({YOURS})" if yours else name


def tell_left_out(problems: Iterable[BadFile]) -> None:
    """Print on stderr, one line each, which of their guides were left out and why."""
    for problem in problems:
        complain(f"your guide was left out: {problem}")
