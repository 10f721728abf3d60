"""A step in lines: what to do, the way there, where that is from."""

from collections.abc import Iterator
from datetime import date

from optout_tui.checklist.changed import changed_words, changes_after
from optout_tui.checklist.menus import labels_in_words, language_name, seen_in
from optout_tui.checklist.progress import AccountView, StepView
from optout_tui.checklist.words import (
    DEVICE_WORDS,
    checked_and_sure,
    minutes,
    no_opt_out,
    nothing_to_do,
    of_source,
    partial_day,
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


def step_lines(
    view: AccountView, step: StepView, device: Device, language: str, today: date
) -> Iterator[str]:
    """Yield what the step says, the way on *device*, one line on trouble, and the sources."""
    number = view.steps.index(step) + 1
    kind = view.route.kind if view.route else "setting"
    yield ""
    yield f"Step {number} of {len(view.steps)}, {stage_title(step.step.stage, kind)}"
    yield step.step.title + (" (done)" if step.state == "done" else "")
    if step.changed:
        yield changed_words(step.parts)
        for change in changes_after(view.guide, step.mark):
            yield f"{partial_day(change.on)}: {change.text}"
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
        names = step.step.sources[:2]
        yield "Sources: " + "; ".join(of_source(view.guide.source(name)) for name in names)
        yield f"Checked {checked_and_sure(view.route, today, step.step.confidence)}"


def _way(way: Way, language: str) -> Iterator[str]:
    if way.menu:
        yield f"{DEVICE_WORDS[way.device]}: {BETWEEN.join(way.menu)}"
        if labels := labels_in_words(way.menu, seen_in(way, language), language, BETWEEN):
            yield f"In {language_name(language)}: {labels}"
    for n, link in enumerate(way.links):
        yield f"{'If not, this link' if n else 'Link'}: {shown_link(link)}"
    if way.note:
        yield f"Note: {' '.join(way.note.split())}"
