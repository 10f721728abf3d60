"""Step ids that people's checklists already hold: none of them may come to mean nothing."""

from collections.abc import Iterator

from optout_tui.contentcheck.problem import Found, steps_of
from optout_tui.library.guides import Guide
from optout_tui.library.records import Identifier, Record

RELEASED = "released.toml"


class Released(Record, frozen=True, kw_only=True):
    """The ids of all steps that a released version ever had, by platform.

    Kept in that file beside the knowledge, which grows with each release and never shrinks.
    """

    steps: dict[Identifier, tuple[Identifier, ...]] = {}  # noqa: RUF012 - msgspec makes a new one each time


def vanished_steps(guide: Guide, released: Released) -> Iterator[Found]:
    """Yield released ids that *guide* has lost: ticks on them would lead nowhere."""
    kept = {*guide.retired}
    for _, step in steps_of(guide):
        kept.update((step.id, *step.was))
    for name in released.steps.get(guide.id, ()):
        if name not in kept:
            yield "retired", f'the step "{name}" of the last release is gone; name it here'


def unheard_of(guide: Guide, released: Released) -> Iterator[Found]:
    """Yield former ids that no release ever had: no tick can bear them."""
    known = released.steps.get(guide.id, ())
    for where, step in steps_of(guide):
        for n, name in enumerate(step.was):
            if name not in known:
                yield f"{where}.was[{n}]", f'no release had a step "{name}"; leave it out'
