"""A step in lines: what to do, the way there, what was said of it, where that is from."""

from collections.abc import Iterator
from datetime import date

from optout_tui.checklist.changed import changed_words, changes_after
from optout_tui.checklist.menus import labels_in_words, language_name, seen_in
from optout_tui.checklist.order import lying_open
from optout_tui.checklist.progress import AccountView, StepView
from optout_tui.checklist.words import (
    DEVICE_WORDS,
    OWN_GUIDE,
    checked_and_sure,
    in_sentence,
    minutes,
    moment,
    no_opt_out,
    nothing_to_do,
    of_source,
    partial_day,
    stage_title,
)
from optout_tui.journey.hints import audit_hint
from optout_tui.library.guides import Guide, Way
from optout_tui.library.kinds import Device
from optout_tui.safety.links import shown_link

BETWEEN = " > "


def account_lines(view: AccountView, region: str, *, yours: bool) -> Iterator[str]:
    """Yield where this is, whose guide it is where it is not ours, and how much is to be done."""
    yield ""
    yield f"{view.label}, {region}"
    if view.guide is None or view.route is None:
        yield "No guide knows this platform."
        return
    if yours:
        yield f"This is {OWN_GUIDE}."
    if view.route.kind == "limit":
        yield no_opt_out(view.guide.name, region)
    elif view.route.kind == "none":
        yield nothing_to_do(view.guide.name, region)
    elif view.route.confidence == "low":
        yield (
            f"Not confirmed in {in_sentence(region)}. If a page does not look as the step says, "
            "answer problem."
        )
    left = f", {minutes(view.minutes_left)} left" if view.next_step else ""
    yield f"{view.route.title}: {view.steps_done} of {len(view.steps)} steps done{left}."
    if hint := audit_hint(view.account, "Answer audit"):
        yield hint


def in_a_line(view: AccountView) -> str:
    """Return an account, how it stands, and what an audit found open there."""
    found = lying_open(view.account)
    return f"{view.label}: {view.state}" + (f", {found}" if found else "")


def step_place(view: AccountView, step: StepView) -> str:
    """Return where in an account a step is: ``Step 3 of 6, Objection form``."""
    number = view.steps.index(step) + 1
    kind = view.route.kind if view.route else "setting"
    return f"Step {number} of {len(view.steps)}, {stage_title(step.step.stage, kind)}"


def step_lines(
    view: AccountView, step: StepView, device: Device, language: str, today: date
) -> Iterator[str]:
    """Yield what the step says, the way on *device*, what was said of it, and the sources."""
    yield ""
    yield step_place(view, step)
    yield step.step.title
    yield from _said(step, view.guide)
    if step.step.text:
        yield " ".join(step.step.text.split())
    yield from _ways(step, device, language)
    if step.step.sends is not None:
        yield "Answer letter for a letter to send or to paste."
    if step.step.troubles and step.state != "problem":
        yield f"If it does not go well, answer problem: {step.step.troubles[0].sign}"
    if view.guide and view.route:
        names = step.step.sources[:2]
        yield "Sources: " + "; ".join(of_source(view.guide.source(name)) for name in names)
        yield f"Checked {checked_and_sure(view.route, today, step.step.confidence)}"


def _said(step: StepView, guide: Guide | None) -> Iterator[str]:
    """What the person said of the step before."""
    mark = step.mark
    if mark is None:
        return
    if mark.state == "problem":
        trouble = next((t for t in step.step.troubles if t.id == mark.trouble), None)
        yield f"Problem: {trouble.sign if trouble else 'something else went wrong'}"
        if trouble:
            yield f"What to do: {' '.join(trouble.cure.split())}"
    elif mark.state != "todo":
        yield f"{mark.state.capitalize()}: {moment(mark.at)}"
    if step.changed:
        yield changed_words(step.parts)
        for change in changes_after(guide, mark):
            yield f"{partial_day(str(change.on))}: {change.text}"
    if mark.note:
        first, *more = mark.note.splitlines() or [""]
        yield f"Your note: {first}"
        yield from (f"  {line}" for line in more)


def _ways(step: StepView, device: Device, language: str) -> Iterator[str]:
    ways = [way for way in step.step.ways if way.device == device]
    others = [way for way in step.step.ways if way.device != device]
    for n, way in enumerate(ways or others):
        yield from _way(way, language, first=n == 0)
    if ways and others:
        yield f"Answer device for the way {DEVICE_WORDS[others[0].device].lower()}."


def _way(way: Way, language: str, *, first: bool) -> Iterator[str]:
    if way.menu:
        yield f"{DEVICE_WORDS[way.device] if first else 'Or this way'}: {BETWEEN.join(way.menu)}"
        if labels := labels_in_words(way.menu, seen_in(way, language), language, BETWEEN):
            yield f"In {language_name(language)}: {labels}"
    for n, link in enumerate(way.links):
        yield f"{'If not, this link' if n else 'Link'}: {shown_link(link)}"
    if way.note:
        yield f"Note: {' '.join(way.note.split())}"
