"""What a step said on the day it was ticked, in short, and what it says otherwise since."""

from hashlib import blake2b
from typing import Any, Literal, get_args

import msgspec

from optout_tui.library.guides import Step

Part = Literal["title", "text", "menus", "labels", "links", "notes"]
"""What a step is made of for whoever follows it; ``labels`` are those in other languages."""

PARTS: tuple[Part, ...] = get_args(Part)

_WHOLE, _PART = 8, 4
"""Letters of the hash of the whole step, and of each part of it behind a hyphen."""


def seen_hash(step: Step) -> str:
    """Return what the step says, as a short hash of it all and a shorter one of each part.

    A later guide can so say that it changed, and where.
    """
    return f"{_whole(step)}-{''.join(_short(said, _PART) for said in _parts(step).values())}"


def is_changed(seen: str, step: Step) -> bool:
    """Return whether *step* says something else than when *seen* was kept; never for none."""
    return bool(seen) and seen[:_WHOLE] != _whole(step)


def changed_parts(seen: str, step: Step) -> tuple[Part, ...]:
    """Return the parts of *step* that say something else than when *seen* was kept.

    Nothing comes back where *seen* is of a form that tells no parts.
    """
    if not is_changed(seen, step) or len(seen) != len(now := seen_hash(step)):
        return ()
    starts = range(_WHOLE + 1, len(now), _PART)
    return tuple(
        part
        for part, start in zip(PARTS, starts, strict=True)
        if seen[start : start + _PART] != now[start : start + _PART]
    )


def _whole(step: Step) -> str:
    return _short((step.title, step.text, step.ways), _WHOLE)


def _parts(step: Step) -> dict[Part, Any]:
    return {
        "title": step.title,
        "text": step.text,
        "menus": [(way.device, way.menu) for way in step.ways],
        "labels": [(way.device, way.menu_in) for way in step.ways],
        "links": [(way.device, way.links) for way in step.ways],
        "notes": [(way.device, way.note) for way in step.ways],
    }


def _short(said: Any, letters: int) -> str:
    return blake2b(msgspec.json.encode(said), digest_size=letters // 2).hexdigest()
