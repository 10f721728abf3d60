"""How a checklist file that was cut, or in which a bit was turned over, is told from a whole one.

A file that lost its end where a table ends is still TOML, and so is one in which a letter of a key
changed: both would be read as a checklist with less in it.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from optout_tui.safety.limits import BadFile

Table = dict[str, Any]

ENDS_WITH, END = "ends_with", "end"
"""At the top a file of ours says that ``[end]`` is the last thing in it."""


def with_end(table: Table) -> Table:
    """Return *table* with the promise of an end and the end; what stands in the end stays there."""
    end = table.get(END, {})
    if not isinstance(end, dict):  # somebody else's field of that name
        return table
    others = {key: value for key, value in table.items() if key not in ("format", END)}
    return {"format": table["format"], ENDS_WITH: f"[{END}]", **others, END: end}


def without_end(table: Table, file: str) -> Table:
    """Return *table* without them; raises BadFile where there is the promise and no end."""
    if ENDS_WITH not in table:
        return table
    if not isinstance(table.get(END), dict):
        raise BadFile(file, "it is missing: the file was cut", f"[{END}]")
    return {
        key: value
        for key, value in table.items()
        if key != ENDS_WITH and not (key == END and not value)
    }


def meant(key: str, value: Any, known: Iterable[str]) -> str | None:
    """Return which *known* key was meant where one bit of it was turned over, else None.

    That bit may also have made or unmade a dot, or the space behind the key.
    """
    spelt = [key, *(f"{key}.{inner}" for inner in value)] if isinstance(value, Mapping) else [key]
    damaged = _damaged(tuple(known))
    return next((damaged[one] for one in spelt if one in damaged), None)


@cache
def _damaged(known: tuple[str, ...]) -> dict[str, str]:
    """All that one turned bit makes of names: to be looked up, as a file may have many keys."""
    return {spelt: name for name in reversed(known) for spelt in _one_bit_off(name)}


def _one_bit_off(name: str) -> Iterator[str]:
    yield f"{name}0"  # a space with one bit more
    for n, char in enumerate(name):
        for bit in range(7):
            yield f"{name[:n]}{chr(ord(char) ^ (1 << bit))}{name[n + 1 :]}"
