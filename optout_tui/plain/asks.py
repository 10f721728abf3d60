"""What a step asks: how it went, what went wrong, what to remember, which way to take."""

from msgspec.structs import replace

from optout_tui.checklist.progress import StepView
from optout_tui.checklist.words import DEVICE_WORDS, KIND_WORDS, LANGUAGES
from optout_tui.guides.choose import open_routes
from optout_tui.handoff.browser import can_open, open_link
from optout_tui.handoff.clipboard import copy
from optout_tui.handoff.qr import qr_lines
from optout_tui.journey.accounts import follow_route, speak
from optout_tui.journey.lines import cells
from optout_tui.journey.sentences import NO_LINK, ONE_WAY, SEVERAL_LINKS, WHICH_LABELS, another_way
from optout_tui.journey.steps import mark, note
from optout_tui.library.kinds import Device
from optout_tui.plain.requests import ask_proof, ask_sent
from optout_tui.plain.visit import Visit
from optout_tui.regions import chain
from optout_tui.safety.links import host_of
from optout_tui.safety.refusal import Refusal

NO_NOTE = "-"
OTHER_CURE = "Skip this step and come back later, or put what you saw in a note."
_DARK_ON_LIGHT = str.maketrans("▀▄█ ", "▄▀ █")


def do_step(visit: Visit, account_id: str, step: StepView) -> None:
    """Mark the step as done, after what it asks."""
    if step.step.sends is not None:
        ask_sent(visit, account_id, step.step, step.step.sends)
    elif step.step.leaves_proof:
        ask_proof(visit, account_id, step.step)
    else:
        mark(visit.session, account_id, step.step.id, "done")


def ask_problem(visit: Visit, account_id: str, step: StepView) -> None:
    """List what is known to go wrong, say what to do about it, and record the choice."""
    known = [(trouble.id, trouble.sign) for trouble in step.step.troubles]
    choices = [*known, ("", "something else")]
    chosen = visit.talk.choose("What do you see?", choices, explain="It is kept with the step.")
    mark(visit.session, account_id, step.step.id, "problem", chosen)
    trouble = next((one for one in step.step.troubles if one.id == chosen), None)
    visit.talk.say(f"What to do: {' '.join(trouble.cure.split()) if trouble else OTHER_CURE}")
    guide = visit.session.view(account_id).guide
    route = guide.route(trouble.route) if guide and trouble and trouble.route else None
    if trouble is None or route is None:
        return
    visit.talk.say(another_way(route.title))
    if visit.talk.yes("Follow it?", default=False):
        follow_route(visit.session, account_id, trouble.route)


def ask_note(visit: Visit, account_id: str, step: StepView) -> None:
    """Ask for a note at this step; a lone minus takes the old one away."""
    old = step.mark.note if step.mark else ""
    question = "Your note"
    if old:
        question = f"Your new note; Enter keeps the old one, {NO_NOTE} takes it away"
    typed = visit.talk.ask(question, explain="It is kept with the step.")
    if typed or not old:
        note(visit.session, account_id, step.step.id, "" if typed == NO_NOTE else typed)


def ask_way(visit: Visit, account_id: str) -> None:
    """Offer the other ways that do as well here."""
    session = visit.session
    view = session.view(account_id)
    if view.guide is None or view.route is None:
        visit.talk.say("No guide knows this platform.")
        return
    routes = open_routes(view.guide, chain(session.knowledge, session.checklist.region))
    if len(routes) == 1:
        visit.talk.say(ONE_WAY)
        return
    choices = [(route.id, f"{route.title} ({KIND_WORDS[route.kind]})") for route in routes]
    now = next((n for n, (key, _) in enumerate(choices, 1) if key == view.route.id), 1)
    follow_route(session, account_id, visit.talk.choose("Which way?", choices, now))


def ask_labels(visit: Visit) -> None:
    """Ask for the language of the menus on the person's devices."""
    codes = list(LANGUAGES)
    now = visit.session.checklist.labels
    default = codes.index(now) + 1 if now in codes else 1
    speak(visit.session, visit.talk.choose(WHICH_LABELS, [*LANGUAGES.items()], default))


def change_device(visit: Visit) -> None:
    """Switch between the phone's and the browser's way, for good."""
    settings = visit.desk.settings
    device: Device = "web" if settings.device == "phone" else "phone"
    visit.desk.prefer(replace(settings, device=device))
    visit.talk.say(f"From now on the ways are shown as they are {DEVICE_WORDS[device].lower()}.")


# -- links ---------------------------------------------------------------------------


def ask_link(visit: Visit, step: StepView) -> None:
    """Say where the step's link leads, whole and with its host, and hand it on as is asked."""
    links = list(dict.fromkeys(link for way in step.step.ways for link in way.links))
    if not links:
        visit.talk.say(NO_LINK)
        return
    link = links[0]
    if len(links) > 1:
        visit.talk.say(SEVERAL_LINKS)
        link = visit.talk.choose("Which one?", [(one, one) for one in links])
    visit.talk.say_whole(link)
    visit.talk.say(f"It leads to {host_of(link)}.")
    choices = [("copy", "copy it"), ("qr", "draw it as a QR code, for a phone's camera")]
    if can_open():
        choices.insert(0, ("open", "open it in the browser"))
    match visit.talk.choose("What now?", [("end", "nothing"), *choices]):
        case "open":
            if not open_link(link):
                raise Refusal("no browser was found here; copy the address")
        case "copy":
            copied = copy(link)
            visit.talk.say("It is copied." if copied else "No clipboard was found here.")
        case "qr":
            _draw(visit, link)


def _draw(visit: Visit, link: str) -> None:
    try:
        lines = [line.translate(_DARK_ON_LIGHT) for line in qr_lines(link)]
    except ValueError:
        raise Refusal("the link is too long for a code") from None
    if cells(lines[0]) > visit.talk.width:
        raise Refusal("there is no room to draw the code here")
    visit.talk.say_whole(*lines)
