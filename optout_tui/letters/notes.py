"""What is said beside a letter and never in it."""

from collections.abc import Iterable, Iterator
from datetime import date

from optout_tui.checklist.progress import RequestView
from optout_tui.checklist.words import day
from optout_tui.letters.choice import Choice
from optout_tui.letters.letter import DRAFT, Letter
from optout_tui.letters.story import has_had, last_reply
from optout_tui.library.kinds import RequestKind
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import RIGHT_FOR, Authority, Regime, Right
from optout_tui.rights import complain_by
from optout_tui.rights.words import RIGHT_WORDS

_LIMITS = 2
"""How many of a law's limits are said here; the rights command says them all."""

POLITE = "No statutory right for this was found in our table: the letter is a polite request."
BOTH = "One letter does both: it objects, and asks to restrict the use meanwhile."
NO_ID = "Send no copy of an identity document unless you are asked for one, with the reason."
HAND_IN = "Check the company's full name, and where such letters go, in its privacy policy."


def about_request(wished: RequestKind, choice: Choice, later: Iterable[Regime]) -> Iterator[str]:
    """Yield what to know of a request; *later* are the laws there that are not in force yet."""
    yield DRAFT
    for law in later:
        yield f"{law.law} gives rights from {day(law.in_force_from)} on."
    if choice.regime is None or choice.name is None or choice.right is None:
        yield POLITE
        yield NO_ID
    else:
        if (asked := RIGHT_FOR[wished]) != choice.name:
            here = RIGHT_WORDS[choice.name]
            none = f"{choice.regime.law} gives no right to {RIGHT_WORDS[asked]}"
            has_it = choice.regime.rights.named(asked) is not None
            yield BOTH if has_it else f"{none}; this letter uses the one to {here}."
        yield from _of_the_law(choice.regime, choice.right)
    yield HAND_IN


def _of_the_law(regime: Regime, right: Right) -> Iterator[str]:
    if right.note:
        yield right.note
    yield from regime.limits[:_LIMITS]
    if regime.identity:
        yield f"Who you are: {regime.identity}"
    clock = regime.clocks.get(right.clock)
    if clock is not None:
        yield f"Time to answer: {clock.words}."
        if clock.doubt:
            yield f"Not sure: {clock.doubt}"


def about_follow_up(view: RequestView, today: date) -> Iterator[str]:
    """Yield what to know of any letter that follows a request."""
    yield DRAFT
    if view.state == "waiting" and view.due is not None and view.latest is not None:
        if today <= view.due:
            yield f"Early: the answer is due on {day(view.due)}."
        elif today <= view.latest:
            yield f"With an extension there is time until {day(view.latest)}: nobody is late yet."
    yield "Enclose a copy of what you sent."


def about_complaint(
    knowledge: Knowledge,
    region: str,
    view: RequestView,
    regime: Regime,
    authority: Authority | None,
) -> Iterator[str]:
    """Yield when a complaint may be made, until when, and where."""
    request, step = view.request, regime.internal_step
    if step is not None and not has_had(request, step.kind):
        yield f"Not recorded yet: {step.words}."
    yield f"When: {regime.complain_from}."
    reply = last_reply(request)
    last = complain_by(
        knowledge, region, reply.on if reply else request.received, received=request.received
    )
    if last is not None:
        yield f"Last day to complain: {day(last)} ({regime.complain_by})."
    if authority is not None:
        yield from _where(authority)


def _where(authority: Authority) -> Iterator[str]:
    where = authority.form or authority.url or authority.email
    if where:
        yield f"To: {authority.name}, {where} (checked {day(authority.checked)})."
    if authority.offices:
        yield "There is one for each part of the country: take the one where you live."
    if authority.note:
        yield authority.note
    if authority.languages:
        yield f"Languages it takes complaints in: {', '.join(authority.languages)}."


def about_the_text(letter: Letter) -> Iterator[str]:
    """Yield what is still to be done to the text, and how long a short one is."""
    if letter.fill_in:
        yield f"Fill in by hand: {'; '.join(letter.fill_in)}."
    if letter.short:
        yield f"{len(letter.text.strip())} characters."
