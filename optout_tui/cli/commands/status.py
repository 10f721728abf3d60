"""``status``: one checklist, account by account."""

from argparse import Namespace
from collections.abc import Iterator

from optout_tui.checklist.changed import changed_words, changes_after
from optout_tui.checklist.made_words import STATES_SEEN
from optout_tui.checklist.model import Counted, Event
from optout_tui.checklist.order import begin_with, newest_audit
from optout_tui.checklist.progress import AccountView, RequestView, StepView
from optout_tui.checklist.request_words import about_the_time
from optout_tui.checklist.standing import state_of
from optout_tui.checklist.words import KIND_WORDS, PROOF_WORDS, partial_day
from optout_tui.cli.desk import desk_of
from optout_tui.cli.layout import line_width, table
from optout_tui.cli.output import say, say_json
from optout_tui.cli.parser import Parser
from optout_tui.journey.lines import hang
from optout_tui.regions import name_of

EXAMPLE = "\n".join(
    [
        "optout-tui status Personal",
        "optout-tui status Personal --json",
    ]
)
SYMBOLS = {"done": "✓", "todo": "○", "skipped": "–", "problem": "!"}


def arguments(parser: Parser) -> None:
    """Take a checklist."""
    parser.add_argument("name", metavar="NAME", help="a checklist")


def run(args: Namespace) -> None:
    """Print every account with its steps, requests and proof."""
    session = desk_of(args).open(args.name)
    if args.json:
        from optout_tui.export.status import status_json  # the text does not need it

        say_json(status_json(session.checklist, session.knowledge, session.place.today))
        return
    views = session.views()
    place = name_of(session.knowledge, session.checklist.region)
    state = state_of(tuple(view.state for view in views))
    say(f"{session.name} · {place} · {state} · revision {session.revision}")
    if first := begin_with(views):
        for line in hang("", first, line_width()):
            say(line)
    for view in views:
        for line in ("", *_account(view)):
            say(line)


def _account(view: AccountView) -> Iterator[str]:
    kind = KIND_WORDS[view.route.kind] if view.route else "no guide"
    yield f"{view.label} · {kind} · {view.state} · {PROOF_WORDS[view.proof]}"
    yield f"  account {view.account.id}"
    if view.steps:
        rows = [_step_row(step) for step in view.steps]
        yield from _indented(table(("", "Step", "What to do", "State", "Day"), rows, whole=(1,)))
    for note in _notes(view):
        yield from hang("  ", note, line_width())
    for request in view.requests:
        yield from hang("  ", _request(request), line_width())
    for evidence in view.account.evidence:
        told = (evidence.reference, evidence.file, evidence.note)
        parts = [f"{evidence.kind} kept on {evidence.at:%Y-%m-%d}", *filter(None, told)]
        yield from hang("  ", " · ".join(parts), line_width())
    if counted := newest_audit(view.account):
        yield from hang("  ", _figures(counted), line_width())


def _step_row(view: StepView) -> tuple[str, ...]:
    day = f"{view.mark.at:%Y-%m-%d}" if view.mark and view.state != "todo" else ""
    changed = ", changed since" if view.changed else ""
    return (SYMBOLS[view.state], view.step.id, view.step.title, f"{view.state}{changed}", day)


def _notes(view: AccountView) -> Iterator[str]:
    for step in view.steps:
        if step.mark and step.mark.trouble:
            known = {trouble.id: trouble.sign for trouble in step.step.troubles}
            sign = known.get(step.mark.trouble, step.mark.trouble)
            yield f"{step.step.id}: problem: {sign}"
        if step.changed:
            yield f"{step.step.id}: {changed_words(step.parts)}"
            for change in changes_after(view.guide, step.mark):
                yield f"{step.step.id}: {partial_day(change.on)}: {change.text}"
        if step.mark and step.mark.note:
            yield f"{step.step.id}: note: {step.mark.note}"


def _request(view: RequestView) -> str:
    request = view.request
    sent = f"sent {request.sent} by {request.channel}"
    parts = [f"request {request.id}: {request.kind}, {view.state}", sent]
    if request.reference:
        parts.append(f"reference {request.reference}")
    if view.state in ("waiting", "overdue") and view.due:
        later = f", at the latest {view.latest}" if view.latest != view.due else ""
        parts.append(f"reply due {view.due}{later}")
    parts += [_event(event) for event in request.events]
    if told := about_the_time(view):
        parts.append(told)
    return " · ".join(parts)


def _figures(counted: Counted) -> str:
    seen = {
        "public": counted.public,
        "not_public": counted.not_public,
        "not_recorded": counted.not_recorded,
    }
    parts = [f"{count:,} {STATES_SEEN[state]}" for state, count in seen.items()]
    if counted.shared_chats:
        parts.append(f"{counted.shared_chats:,} AI chats shared by link")
    return " · ".join([f"audit of your export on {counted.at:%Y-%m-%d}", *parts])


def _event(event: Event) -> str:
    more = event.reason or event.about
    return f"{event.kind} {event.on}" + (f" ({more})" if more else "")


def _indented(text: str) -> Iterator[str]:
    return (f"  {line}" for line in text.splitlines())
