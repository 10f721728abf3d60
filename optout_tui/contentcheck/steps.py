"""Steps: each one can be gone, on a phone and in a browser, by labels as they stand there."""

from collections.abc import Iterator

from optout_tui.contentcheck.problem import Found, steps_of
from optout_tui.library.guides import EvidenceKind, Guide, RequestKind, Stage, Step, Way

Meaning = tuple[Stage, RequestKind | None, EvidenceKind | None]
"""What must not differ where routes share a step; its words may, since menus differ by region."""

NO_SURE_WIDTH = "☰"


def step_problems(guide: Guide) -> Iterator[Found]:
    """Yield steps that do not say what to do, and ways that only some people can go."""
    first: dict[str, tuple[str, Meaning]] = {}
    for where, step in steps_of(guide):
        if not step.ways and not step.text:
            yield where, "has neither a way nor a text"
        yield from _device_problems(step, where)
        for n, way in enumerate(step.ways):
            yield from _way_problems(way, f"{where}.ways[{n}]")
        meaning = (step.stage, step.sends, step.evidence)
        place, same = first.setdefault(step.id, (where, meaning))
        if same != meaning:
            yield where, f'"{step.id}" is another thing to do than in {place}'


def _device_problems(step: Step, where: str) -> Iterator[Found]:
    # A link opens on every device, a menu is one device's own. Where a device lacks what the
    # other has, a way of no more than a note says so.
    if any(way.links for way in step.ways):
        return
    devices = {way.device for way in step.ways}
    for device in ("phone", "web"):
        if devices and device not in devices:
            yield f"{where}.ways", f"no way for {device}, no link, and no note that says so"


def _way_problems(way: Way, where: str) -> Iterator[Found]:
    if not way.menu and not way.links and not way.note:
        yield where, "has neither labels nor links nor a note"
    for n, label in enumerate(way.menu):
        yield from _label_problems(label, f"{where}.menu[{n}]")
    for language, labels in way.menu_in.items():
        if not any(labels):
            yield f"{where}.menu_in.{language}", "no label was seen in this language; leave it out"
        for n, label in enumerate(labels):
            if label:
                yield from _label_problems(label, f"{where}.menu_in.{language}[{n}]")


def _label_problems(label: str, where: str) -> Iterator[Found]:
    if not label.strip():
        yield where, "is an empty label"
    if NO_SURE_WIDTH in label:
        yield where, f'holds "{NO_SURE_WIDTH}"; write "Menu (three lines)"'
