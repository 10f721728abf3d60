"""Laws that share much: what one file leaves out is filled up from the one it is based on."""

from pathlib import Path
from typing import Any

from optout_tui.safety.limits import BadFile, parse_toml, read_bytes

Table = dict[str, Any]
SHARED = "shared"
"""The folder, beside the laws, of what several of them share; no law by itself."""


def whole_law(path: Path) -> Table:
    """Return the table that *path* holds, filled up from the one its ``based_on`` names.

    That one may be based on another in its turn. Raises BadFile for a file that cannot be
    read, and where there is no such shared law.
    """
    own = parse_toml(read_bytes(path), path.name)
    whole, file = own, path.name
    shared = {one.stem: one for one in (path.parent / SHARED).glob("*.toml")}
    name = own.get("based_on")
    while name is not None:
        if not isinstance(name, str) or name not in shared:
            raise BadFile(file, f'no shared law "{name}"', "based_on")
        base = shared.pop(name)  # so that a circle ends
        table = parse_toml(read_bytes(base), base.name)
        whole, file = _filled_up(whole, table, joins=True), base.name
        name = table.get("based_on")
    return whole


def _filled_up(own: Table, shared: Table, *, joins: bool) -> Table:
    """Return *own* with all that *shared* adds: tables in both are filled up in their turn.

    With *joins*, lists in both become one, the shared items first. Of anything else *own*
    wins. Neither is changed.
    """
    whole = {**shared, **own}
    for key in own.keys() & shared.keys():
        ours, theirs = own[key], shared[key]
        if isinstance(ours, dict) and isinstance(theirs, dict):
            whole[key] = _filled_up(ours, theirs, joins=False)
        elif joins and isinstance(ours, list) and isinstance(theirs, list):
            whole[key] = [*theirs, *ours]
    return whole
