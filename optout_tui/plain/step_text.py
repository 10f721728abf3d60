"""A step in lines: what to do, the way there, where that is from."""

from collections.abc import Iterator

from optout_tui.checklist.progress import AccountView, StepView
from optout_tui.checklist.words import (
    DEVICE_WORDS,
    LANGUAGES,
    day,
    minutes,
    no_opt_out,
    nothing_to_do,
    of_source,
    stage_title,
)
from optout_tui.library.guides import Way
from optout_tui.library.kinds import Device
from optout_tui.safety.links import shown_link

BETWEEN = " > "


def account_lines(view: AccountView, region: str) -> Iterator[str]:
    """Yield where this is and how much is to be done."""
    yield ""
    yield f"{view.label}, {region}"
    if view.guide is None or view.route is None:
        yield "No guide knows this platform."
        return
    if view.route.kind == "limit":
        yield no_opt_out(view.guide.name, region)
    if view.route.kind == "none":
        yield nothing_to_do(view.guide.name, region)
    if view.route.confidence == "low":
        yield "Not confirmed there: look whether what the steps speak of is really to be seen."
    left = f"{minutes(view.minutes_left)} left"
    yield f"{view.route.title}: {view.steps_done} of {len(view.steps)} steps done, {left}."


def step_lines(view: AccountView, step: StepView, device: Device, language: str) -> Iterator[str]:
    """Yield what the step says, the way on *device*, one line on trouble, and the sources."""
    number = view.steps.index(step) + 1
    kind = view.route.kind if view.route else "setting"
    yield ""
    yield f"Step {number} of {len(view.steps)}, {stage_title(step.step.stage, kind)}"
    yield step.step.title + (" (done)" if step.state == "done" else "")
    if step.changed:
        yield "The guide says something else now than when you did it."
    if step.step.text:
        yield " ".join(step.step.text.split())
    ways = [way for way in step.step.ways if way.device == device] or list(step.step.ways)
    for way in ways:
        yield from _way(way, language)
    for trouble in step.step.troubles[:1]:
        yield f"If it does not go well, answer problem: {trouble.sign}"
    if step.mark and step.mark.note:
        yield f"Your note: {step.mark.note}"
    if view.guide and view.route:
        confidence = step.step.confidence or view.route.confidence
        names = step.step.sources[:2]
        yield "Sources: " + "; ".join(of_source(view.guide.source(name)) for name in names)
        yield f"Checked {day(view.route.checked)}, {confidence} confidence"


def _way(way: Way, language: str) -> Iterator[str]:
    if way.menu:
        yield f"{DEVICE_WORDS[way.device]}: {BETWEEN.join(way.menu)}"
        yield from _labels_in(way, language)
    for n, link in enumerate(way.links):
        yield f"{'If not, this link' if n else 'Link'}: {shown_link(link)}"
    if way.note:
        yield f"Note: {' '.join(way.note.split())}"


def _labels_in(way: Way, language: str) -> Iterator[str]:
    if language == "en":
        return
    labels = way.menu_in.get(language, ())
    name = LANGUAGES.get(language, language)
    if not any(labels):
        yield f"Not seen in {name}"
        return
    seen = (label or english for label, english in zip(labels, way.menu, strict=True))
    yield f"In {name}: {BETWEEN.join(seen)}"
