"""Copies that sync programs, and we, leave beside a checklist when two places changed it.

The names are those of Syncthing, Dropbox, Nextcloud, ownCloud, OneDrive, iCloud and Google Drive.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from optout_tui.checklist.store.folder import CONFLICT
from optout_tui.safety.names import same_name

_SURE = re.compile(
    rf"""
      (?:\.sync-conflict-\d{{8}}-\d{{6}}-[A-Z0-9]{{7}})+   # Syncthing
    | _conflict-(?:.+-)?\d{{8}}-\d{{6}}                    # ownCloud, older Nextcloud
    | [ ]\(.*(?:{"|".join(CONFLICT)}).*\)                  # Dropbox, ownCloud, Nextcloud, ours
    | [ ]\[conflict\]                                      # Google Drive
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Nobody gives a checklist such a name: with the plain one beside it, it is a copy."""

_LIKELY = re.compile(
    r"""
      (?:[ ]\d{1,3})+                            # iCloud
    | (?:[ ]?\(\d{1,3}\))+                       # Google Drive, browsers
    | -[\w'’. -]{1,63}(?:[ ]?\(\d{1,3}\))?       # OneDrive: the computer's name
    """,
    re.VERBOSE,
)
"""A person may choose such a name: it is a copy only if it holds the same checklist."""


def named_as_copies(names: Iterable[str]) -> dict[str, str]:
    """Return which of *names* can only be conflict copies, each with the name it is a copy of."""
    known = sorted(names, key=len)
    found = {}
    for name in known:
        original = _original(name, (one for one in known if one not in found), _SURE)
        if original is not None:
            found[name] = original
    return found


def twins(ids: Mapping[str, str]) -> dict[str, str]:
    """Return which names some sync program may have given to a copy, with their originals.

    *ids* are those of the checklists by their names: a copy has the id of its original.
    """
    found = {}
    for name in sorted(ids, key=len):
        same = [one for one in ids if ids[one] == ids[name] and one not in found]
        original = _original(name, same, _LIKELY)
        if original is not None:
            found[name] = original
    return found


def copy_name(original: str, today: date, taken: Iterable[str]) -> str:
    """Return a free name for our own copy: ``Personal (conflict 2026-11-22)``."""
    used = list(taken)
    stem = f"{original} (conflict {today.isoformat()}"
    names = (f"{stem})", *(f"{stem} {n})" for n in range(2, len(used) + 3)))
    return next(name for name in names if not any(same_name(name, one) for one in used))


def _original(name: str, others: Iterable[str], ending: re.Pattern[str]) -> str | None:
    fitting = (one for one in others if name != one and name.startswith(one))
    found = (one for one in fitting if ending.fullmatch(name[len(one) :]))
    return max(found, key=len, default=None)
