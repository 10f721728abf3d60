"""Why a guide does not load: everything that is wrong with it, rule by rule."""

import re
from collections.abc import Iterator

from optout_tui.contentcheck.positions import Position, position_in
from optout_tui.library.check_guide import guide_problems
from optout_tui.library.convert import convert
from optout_tui.library.guides import Guide
from optout_tui.safety.limits import BadFile, parse_toml

_UNKNOWN = re.compile(r"unknown field (\w+)$")
UNREADABLE = "unreadable"
_OF_LOADER = {"id": "file-name", "": UNREADABLE}
"""What the loader finds in a whole guide, by its place: another name, too large a file."""

Broken = tuple[str, str, str, Position | None]
"""The rule's id, the place, the reason, and the position that a parser gave."""


def broken_rules(content: bytes, error: BadFile) -> Iterator[Broken]:
    """Yield what keeps *content* from being a guide; *error* is what the loader said of it."""
    try:
        table = parse_toml(content, error.file)
    except BadFile as bad:
        yield UNREADABLE, bad.where, bad.reason, position_in(bad.reason)
        return
    try:
        guide = convert(table, Guide, error.file)
    except BadFile as bad:
        yield _unfit(bad)
        return
    found = list(guide_problems(guide))
    yield from ((*one, None) for one in found)
    if not found:
        rule = _OF_LOADER.get(error.where, "unsafe")
        yield rule, error.where, error.reason, None


def _unfit(bad: BadFile) -> Broken:
    """A claim without sources is told as such; an unknown field is named in its place."""
    unknown = _UNKNOWN.search(bad.reason)
    where = f"{bad.where}.{unknown[1]}".lstrip(".") if unknown else bad.where
    lacks = bad.where.endswith("sources") or bad.reason.endswith("required field sources")
    rule = "source-missing" if lacks and not unknown else "field-unfit"
    return rule, where, bad.reason, None
