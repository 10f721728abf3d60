"""The first questions: which checklist, where the person lives, which accounts they have."""

from collections.abc import Iterator

from optout_tui.checklist.words import DEFAULT_WORDS, KIND_WORDS, minutes
from optout_tui.guides.choose import default_for, route_for
from optout_tui.journey.accounts import AccountName, checked_handle, choose_accounts
from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.library.guides import Guide
from optout_tui.plain.talk import Back, Talk
from optout_tui.regions import chain, find, name_of, search
from optout_tui.rights import regimes_for
from optout_tui.safety.names import checklist_name
from optout_tui.safety.refusal import Refusal

MOST_FOUND = 6


def pick_checklist(talk: Talk, desk: Desk) -> Session:
    """Return a checklist opened: one that is there, or a new one."""
    while True:
        rows = desk.rows()
        if not rows:
            return new_checklist(talk, desk, "Personal")
        talk.say("", "Your checklists")
        lines = [(row.name, f"{row.name}, {row.region_name or row.problem}") for row in rows]
        chosen = talk.choose("Which one?", [*lines, ("", "a new checklist")])
        try:
            return desk.open(chosen) if chosen else _named(talk, desk)
        except Refusal as reason:
            talk.no(str(reason))
        except Back:
            continue


def _named(talk: Talk, desk: Desk) -> Session:
    names = [row.name for row in desk.rows()]
    free = next(n for n in ("Personal", *(f"Personal {n}" for n in range(2, 99))) if n not in names)
    return new_checklist(talk, desk, talk.ask_for("Its name", checklist_name, free))


def new_checklist(talk: Talk, desk: Desk, name: str) -> Session:
    """Ask where the person lives and create the checklist of that name."""
    return desk.create(name, ask_region(talk, desk))


def ask_region(talk: Talk, desk: Desk) -> str:
    """Return the code of the region that the person names, and tell of the law there."""
    facts = desk.knowledge
    while True:
        typed = talk.ask("Where do you live? A country, or a state of the US or of Canada")
        try:
            code = find(facts, typed)
        except Refusal as reason:
            found = [match.code for match in search(facts, typed, MOST_FOUND)] if typed else []
            if not found:
                talk.no(str(reason))
                continue
            none = ("", "none of these")
            code = talk.choose("Which?", [*((one, name_of(facts, one)) for one in found), none])
        if code:
            talk.say(f"{name_of(facts, code)} ({code})", *_law(desk, code))
            return code


def _law(desk: Desk, code: str) -> Iterator[str]:
    regimes = regimes_for(desk.knowledge, code)
    for regime in regimes:
        until = f" (not in force until {regime.in_force_from})"
        yield f"{regime.law}{until if regime.in_force_from > desk.today else ''}: {regime.summary}"
    if not regimes:
        yield "No statutory right was found in our table. Switches of platforms may still work."


def ask_accounts(talk: Talk, session: Session) -> None:
    """Ask which accounts the person has, and let the checklist have them."""
    guides = list(session.knowledge.guides())
    here = chain(session.knowledge, session.checklist.region)
    talk.say("", "Which accounts do you have?")
    for n, guide in enumerate(guides, 1):
        talk.say(f"{n:3}. {guide.name}: {_in_short(guide, here)}")
    had = {account.platform for account in session.checklist.accounts}
    now = ",".join(str(n) for n, guide in enumerate(guides, 1) if guide.id in had)
    question = "Their numbers or names, with commas between"
    chosen = talk.ask_for(question, lambda typed: _picked(typed, guides), now)
    wanted = [name for guide in chosen for name in _handles(talk, session, guide)]
    kept = [
        (a.platform, a.handle)
        for a in session.checklist.accounts
        if a.platform not in {guide.id for guide in guides}
    ]
    choose_accounts(session, [*wanted, *kept])


def _in_short(guide: Guide, here: tuple[str, ...]) -> str:
    route = route_for(guide, here)
    default = DEFAULT_WORDS[default_for(guide, here).default]
    return f"{KIND_WORDS[route.kind]}, {default}, {minutes(route.minutes)}"


def _picked(typed: str, guides: list[Guide]) -> list[Guide]:
    found = []
    for word in filter(None, (part.strip().casefold() for part in typed.split(","))):
        if word.isdecimal() and 1 <= int(word) <= len(guides):
            found.append(guides[int(word) - 1])
            continue
        fitting = [g for g in guides if word == g.id or g.name.casefold().startswith(word)]
        if not fitting:
            raise Refusal(f"there is no platform {word[:40]}; type numbers such as 1,4")
        found.append(fitting[0])
    if not found:
        raise Refusal("name at least one, such as 1")
    return list({guide.id: guide for guide in found}.values())


def _handles(talk: Talk, session: Session, guide: Guide) -> list[AccountName]:
    had = [a.handle for a in session.checklist.accounts if a.platform == guide.id]
    if not guide.handle.required:
        return [(guide.id, handle) for handle in had or [""]]

    def take(typed: str) -> list[AccountName]:
        handles = [part.strip() for part in typed.split(",") if part.strip()] or [""]
        checked = (checked_handle(session.knowledge, guide.id, handle) for handle in handles)
        return [(guide.id, handle) for handle in dict.fromkeys(checked)]

    example = f", such as {guide.handle.example}" if guide.handle.example else ""
    question = f"Your {guide.handle.label} on {guide.name}{example}; several with commas"
    return talk.ask_for(question, take, ", ".join(had))
