"""Steps: each one can be gone, on a phone and in a browser, and is the same in every route."""

from collections.abc import Iterator

from optout_tui.contentcheck.problem import Found, steps_of, ways_of
from optout_tui.library.guides import EvidenceKind, Guide, Stage
from optout_tui.library.kinds import RequestKind

Meaning = tuple[Stage, RequestKind | None, EvidenceKind | None]
"""What must not differ where routes share a step; its words may, since menus differ by region."""


def empty_steps(guide: Guide) -> Iterator[Found]:
    """Yield steps that do not say what to do."""
    for where, step in steps_of(guide):
        if not step.ways and not step.text:
            yield where, "has neither a way nor a text"


def empty_ways(guide: Guide) -> Iterator[Found]:
    """Yield ways that lead nowhere."""
    for where, way in ways_of(guide):
        if not way.menu and not way.links and not way.note:
            yield where, "has neither labels nor links nor a note"


def missing_devices(guide: Guide) -> Iterator[Found]:
    """Yield steps that can be gone on one device only, where nothing says why.

    A link opens on every device, a menu is one device's own. Where a device lacks what the
    other has, a way of no more than a note says so.
    """
    for where, step in steps_of(guide):
        if any(way.links for way in step.ways):
            continue
        devices = {way.device for way in step.ways}
        for device in ("phone", "web"):
            if devices and device not in devices:
                yield f"{where}.ways", f"no way for {device}, no link, and no note that says so"


def differing_steps(guide: Guide) -> Iterator[Found]:
    """Yield steps that are another thing to do than the step of the same id before them."""
    first: dict[str, tuple[str, Meaning]] = {}
    for where, step in steps_of(guide):
        meaning = (step.stage, step.sends, step.evidence)
        place, same = first.setdefault(step.id, (where, meaning))
        if same != meaning:
            yield where, f'"{step.id}" is another thing to do than in {place}'
