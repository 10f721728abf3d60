"""What the guide says of one step, as blocks of text."""

from datetime import date

from textual.content import Content

from optout_tui.checklist.changed import changed_words, changes_after
from optout_tui.checklist.menus import (
    beside,
    language_name,
    not_all_seen_in,
    not_seen_in,
    seen_in,
)
from optout_tui.checklist.progress import AccountView, StepView
from optout_tui.checklist.words import (
    DEFAULT_WORDS,
    DEVICE_WORDS,
    checked_and_sure,
    day,
    moment,
    of_source,
    partial_day,
)
from optout_tui.contentcheck.ages import is_old
from optout_tui.journey.hints import audit_hint
from optout_tui.library.guides import Change, Guide, Route, Step, Training, TrainingIn, Way
from optout_tui.library.kinds import Device
from optout_tui.library.records import Confidence, Source
from optout_tui.safety.links import shown_link
from optout_tui.tui.flow import GAP, Block, block, field, join, plain
from optout_tui.tui.symbols import SYMBOLS


def step_blocks(
    view: AccountView, step: StepView, device: Device, language: str, today: date
) -> list[Block]:
    """Return everything a person needs to do *step* on *device*, in the order they need it."""
    if view.guide is None or view.route is None:
        return []
    blocks = [block(step.step.title, "bold"), GAP]
    blocks += _said(step, view.guide)
    if step.step.text:
        blocks += [block(step.step.text), GAP]
    blocks += _ways(step.step, device, language)
    if step.step.sends is not None:
        blocks += [block("Press l for a letter to send or to paste.", "$muted"), GAP]
    blocks += _troubles(step.step)
    if step.step.id == view.steps[0].step.id:
        blocks += audit_blocks(view)
    blocks += _sources(view.guide, view.route, step.step, today)
    return blocks


def audit_blocks(view: AccountView) -> list[Block]:
    """Return how to see what of an account is public; nothing where that cannot be seen here."""
    told = audit_hint(view.account, "Press d")
    return [block(told, "$muted"), GAP] if told else []


def _said(step: StepView, guide: Guide) -> list[Block]:
    """What the person said of the step before."""
    mark = step.mark
    if mark is None:
        return []
    blocks = []
    if mark.state == "problem":
        trouble = next((t for t in step.step.troubles if t.id == mark.trouble), None)
        sign = trouble.sign if trouble else "something else went wrong"
        blocks.append(field("Problem", sign, "$warning"))
        if trouble:
            blocks.append(field("What to do", trouble.cure))
    elif mark.state != "todo":
        blocks.append(field(mark.state.capitalize(), moment(mark.at), "$primary"))
    if step.changed:
        said = changed_words(step.parts).removeprefix("Changed ")
        blocks.append(field("Changed", f"{said} Look again.", "$warning"))
        blocks += [change_block(one) for one in changes_after(guide, mark)]
    if mark.note:
        blocks.append(field("Note", mark.note))
    return [*blocks, GAP]


def _ways(step: Step, device: Device, language: str) -> list[Block]:
    ways = [way for way in step.ways if way.device == device]
    others = [way for way in step.ways if way.device != device]
    shown = ways or others
    blocks = [made for n, way in enumerate(shown) for made in _way(way, language, first=n == 0)]
    if blocks:
        blocks.append(GAP)
    if ways and others:
        other = DEVICE_WORDS[others[0].device].lower()
        blocks += [block(f"Press v to see the way {other}.", "$muted"), GAP]
    return blocks


def _way(way: Way, language: str, *, first: bool) -> list[Block]:
    blocks = []
    if way.menu:
        labels = [plain(label, "bold") for label in way.menu]
        head = DEVICE_WORDS[way.device] if first else "Or this way"
        blocks.append(field(head, join(labels, f" {SYMBOLS.between} ")))
        blocks += _labels_in(way, language)
    for n, link in enumerate(way.links):
        label = ("Or this link" if way.menu else "Open") if n == 0 else "If not, this"
        blocks.append(field(label, shown_link(link), "$link"))
    if way.note:
        blocks.append(field("Note", way.note))
    return blocks


def _labels_in(way: Way, language: str) -> list[Block]:
    """The labels as they stand in the person's own menus, where they were seen there."""
    if language == "en":
        return []
    head = f"in {language_name(language)}"
    seen = seen_in(way, language)
    if not seen:
        return [field(head, not_seen_in(language), "$muted")]
    shown = [
        plain(label, "bold" if was_seen else "$muted") for label, was_seen in beside(way.menu, seen)
    ]
    labels = join(shown, f" {SYMBOLS.between} ")
    if not all(seen):
        labels += plain(f" ({not_all_seen_in(language)})", "$muted")
    return [field(head, labels)]


def _troubles(step: Step) -> list[Block]:
    if not step.troubles:
        return []
    first = Content.assemble(
        plain(f"If it does not go well: {step.troubles[0].sign.rstrip('.')}"),
        "   ",
        plain("press p", "bold"),
    )
    return [field("Trouble?", first.stylize("$warning")), GAP]


def _sources(guide: Guide, route: Route, step: Step, today: date) -> list[Block]:
    confidence = step.confidence or route.confidence
    blocks = [source_block(guide.source(name)) for name in step.sources[:2]]
    return [*blocks, checked_block(route, today, confidence)]


def checked_block(route: Route, today: date, confidence: Confidence | None = None) -> Block:
    """Return when *route* was checked and how sure it is, or a step of it where that is given."""
    style = "$warning" if is_old(route.checked, today) else "$muted"
    return field("Checked", checked_and_sure(route, today, confidence), style)


def change_block(change: Change) -> Block:
    """Return one thing that changed on the platform, behind its day."""
    return field(partial_day(str(change.on)), change.text)


def source_block(source: Source) -> Block:
    """Return a source on one line: title, tier, date."""
    return field("Source", of_source(source), "$muted")


def facts_blocks(guide: Guide, route: Route, place: Training | TrainingIn) -> list[Block]:
    """Return what the platform trains on, what this route does not do, and where that is from.

    *place* is the default where the person lives.
    """
    since = partial_day(place.since)
    default = DEFAULT_WORDS[place.default] + (f", since {since}" if since else "")
    blocks = [field("By default", f"{default} · {place.confidence} confidence")]
    blocks += [block(text) for text in (place.note, route.note) if text]
    for title, items in (
        ("It trains on", guide.training.uses),
        ("It does not train on", guide.training.not_used),
        ("These steps do not cover", route.not_covered),
        ("What may undo them", route.undone_by),
    ):
        if items:
            blocks += [GAP, block(title, "bold")]
            blocks += [block(item, bullet="· ") for item in items]
    if guide.history:
        blocks += [GAP, block("What changed", "bold")]
        blocks += [change_block(change) for change in reversed(guide.history)]
    blocks += [GAP, block("Sources", "bold")]
    for name in dict.fromkeys((*place.sources, *guide.training.sources, *route.sources)):
        source = guide.source(name)
        blocks.append(block(f"{of_source(source)} · read {day(source.read)}", bullet="· "))
        blocks.append(block(source.url, "$link", indent=2))
    return blocks
