"""What a guide that is not ours may say: clean text, and links by allow-list."""

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import msgspec

from optout_tui.library.check_guide import Problem
from optout_tui.library.guides import Guide
from optout_tui.library.records import texts_in
from optout_tui.safety.links import checked_link
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import has_controls

SEVERAL_LINES = frozenset({"text", "note", "cure"})
"""Fields whose text may hold line ends and tabs."""

MAIL_FIELDS = frozenset({"subject", "body"})
"""What a link may fill in of a letter: no further readers, no file of the person's."""


def untrusted_problems(guide: Guide) -> Iterator[Problem]:
    """Yield the texts and links of *guide* that only somebody else would write, with their place.

    Text that would have to be cleaned is refused: whoever wrote it can say it without.
    """
    for where, field, text in texts_in(msgspec.to_builtins(guide)):
        kept = text.translate({10: None, 9: None}) if field in SEVERAL_LINES else text
        if has_controls(kept):
            char = next(char for char in kept if has_controls(char))
            yield where, f"holds the control or invisible character U+{ord(char):04X}"
    for where, link, may_be_mail in _links(guide):
        if reason := _why_not(link, may_be_mail=may_be_mail):
            yield where, reason


def _links(guide: Guide) -> Iterator[tuple[str, str, bool]]:
    """Yield every link with its place, and whether it may be one to write a letter."""
    for n, route in enumerate(guide.routes):
        for m, step in enumerate(route.steps):
            for k, way in enumerate(step.ways):
                where = f"routes[{n}].steps[{m}].ways[{k}].links"
                yield from ((f"{where}[{i}]", link, True) for i, link in enumerate(way.links))
    yield from ((f"sources[{n}].url", one.url, False) for n, one in enumerate(guide.sources))


def _why_not(link: str, *, may_be_mail: bool) -> str:
    try:
        checked_link(link)
    except Refusal as refusal:
        return str(refusal)
    parts = urlsplit(link)
    if parts.scheme != "mailto":
        return ""
    if not may_be_mail:
        return "is not http or https"
    filled = {name.casefold() for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    more = sorted(filled - MAIL_FIELDS)
    return f'fills in "{more[0]}" of a letter' if more else ""
