"""The first questions: where the person lives, and which accounts they have."""

from collections.abc import Callable

from optout_tui.checklist.words import DEFAULT_WORDS, KIND_WORDS, YOURS, minutes
from optout_tui.guides.comparing import ORDER_WORDS, Compared, Order, compared
from optout_tui.journey.accounts import (
    AccountName,
    add_accounts,
    checked_handle,
    has_work,
    move_to,
    remove_account,
    rename_account,
)
from optout_tui.journey.coming import left_out
from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.library.guides import Guide
from optout_tui.plain.about import law_in_brief
from optout_tui.plain.comparing import platform_meant
from optout_tui.plain.step_text import in_a_line
from optout_tui.plain.talk import Back, Talk
from optout_tui.plain.visit import Visit
from optout_tui.regions import chain, find, name_of, search
from optout_tui.safety.refusal import Refusal

MOST_FOUND = 6
WHERE = "Where do you live? A country, or a state of the US or of Canada"
ABOUT_REGION = (
    "The law there decides what you can ask for.\nType a name in English or as it is said there,"
    " or a code such as DE or US-CA."
)
ABOUT_ACCOUNTS = (
    "Type names such as instagram, x.\nlist tells all platforms with their numbers, gain tells"
    " them with the most for the least time first."
)
ACCOUNTS = (
    ("on", "go on: these are all"),
    ("add", "add accounts"),
    ("remove", "remove an account"),
    ("rename", "change a handle"),
)


def new_checklist(talk: Talk, desk: Desk, name: str) -> Session:
    """Ask where the person lives and create the checklist of that name."""
    return desk.create(name, ask_region(talk, desk))


def ask_region(talk: Talk, desk: Desk, *, also: str = "") -> str:
    """Return the code of the region that the person names, and tell of the law there.

    *also* is a word that is returned as it is, where it is answered instead.
    """
    talk.place = "the first question: where you live"
    facts = desk.knowledge
    near: list[str] = []

    def take(typed: str) -> str:
        return also if also and typed.casefold() == also else _region(talk, desk, typed, near)

    code = talk.ask_for(WHERE, take, explain=ABOUT_REGION)
    if code == also:
        return code
    talk.say("", f"{name_of(facts, code)} ({code})")
    talk.say(*law_in_brief(facts, code, desk.today))
    return code


def _region(talk: Talk, desk: Desk, typed: str, near: list[str]) -> str:
    """The region's code; *near* keeps those that were told with numbers.

    Raises Refusal for what is no region, after those were told that come near it.
    """
    if typed.isdecimal() and len(typed) < 2 and 1 <= int(typed) <= len(near):  # noqa: PLR2004
        return near[int(typed) - 1]
    if not typed:
        raise Refusal("type a country, such as Germany or DE")
    facts = desk.knowledge
    try:
        return find(facts, typed)
    except Refusal:
        near[:] = [match.code for match in search(facts, typed, MOST_FOUND)]
        if not near:
            raise
    talk.say(*(f"{n:3}. {name_of(facts, code)}" for n, code in enumerate(near, 1)))
    raise Refusal("type the number, or more of the name")


def move_house(visit: Visit) -> None:
    """Ask for another region and put every account on the way of that region."""
    code = ask_region(visit.talk, visit.desk)
    move_to(visit.session, code)


# -- accounts ------------------------------------------------------------------------


def ask_accounts(visit: Visit) -> None:
    """Ask for the first accounts, or what is to become of those that are there."""
    visit.talk.place = f"{visit.session.name}: the accounts"
    if skipped := left_out(visit.desk.guide_problems):
        visit.talk.say("", skipped)
    if visit.session.checklist.accounts:
        _change(visit)
    else:
        _add(visit)
        visit.save()


def _change(visit: Visit) -> None:
    asked: dict[str, Callable[[Visit], None]] = {
        "add": _add,
        "remove": _remove,
        "rename": _rename,
    }
    while visit.session.checklist.accounts:
        visit.talk.say("", "Your accounts")
        visit.talk.say(*(f"  {in_a_line(view)}" for view in visit.session.views()))
        chosen = visit.talk.choose("What now?", ACCOUNTS)
        if chosen == "on":
            return
        try:
            asked[chosen](visit)
        except Back:
            continue
        except Refusal as reason:
            visit.talk.no(str(reason))
        visit.save()


def _add(visit: Visit) -> None:
    """Ask which platforms, then for the handles on each, and add the accounts."""
    talk, session = visit.talk, visit.session
    while True:
        picked = _platforms(visit)
        made: list[AccountName] = []
        try:
            for one in picked:
                made += _handles(talk, session, one.guide)
        except Back:
            continue
        try:
            add_accounts(session, made)
        except Refusal as reason:
            talk.no(str(reason))
            continue
        return


def _platforms(visit: Visit) -> list[Compared]:
    facts = visit.session.knowledge
    here = chain(facts, visit.session.checklist.region)
    shown_in: Order = "usual"
    while True:
        lines = compared(facts.guides(), here, shown_in)
        asked = visit.talk.ask_for(
            f"Which accounts do you have? Names, with commas; list tells all {len(lines)}",
            lambda typed, lines=lines: _picked(typed, lines),  # type: ignore[misc]
            explain=ABOUT_ACCOUNTS,
        )
        if isinstance(asked, list):
            visit.talk.say(*(_line(visit, one) for one in asked))
            return asked
        shown_in = asked
        lines = compared(facts.guides(), here, shown_in)
        visit.talk.say("", f"All platforms, {ORDER_WORDS[shown_in]}")
        visit.talk.say(*(f"{n:3}. {_line(visit, one)}" for n, one in enumerate(lines, 1)))


def _line(visit: Visit, one: Compared) -> str:
    mark = f" ({YOURS})" if visit.session.knowledge.is_own(one.guide.id) else ""
    said = (KIND_WORDS[one.route.kind], DEFAULT_WORDS[one.default], minutes(one.route.minutes))
    return f"{one.guide.name}{mark}: {', '.join(said)}"


def _picked(typed: str, lines: list[Compared]) -> "list[Compared] | Order":
    """The platforms that were named, or the order in which all of them are to be told."""
    if typed.casefold() == "list":
        return "usual"
    if typed.casefold() == "gain":
        return "gain"
    words = [part.strip() for part in typed.split(",") if part.strip()]
    if not words:
        raise Refusal("name at least one, such as instagram")
    found = [platform_meant(word, lines) for word in words]
    return list({one.guide.id: one for one in found}.values())


def _handles(talk: Talk, session: Session, guide: Guide) -> list[AccountName]:
    if not guide.handle.required:
        return [(guide.id, "")]

    def take(typed: str) -> list[AccountName]:
        handles = [part.strip() for part in typed.split(",") if part.strip()] or [""]
        checked = (checked_handle(session.knowledge, guide.id, handle) for handle in handles)
        return [(guide.id, handle) for handle in dict.fromkeys(checked)]

    example = f", such as {guide.handle.example}" if guide.handle.example else ""
    question = f"Your {guide.handle.label} on {guide.name}{example}; several with commas"
    return talk.ask_for(question, take, explain="It is for your checklist alone. No password.")


def _which(visit: Visit) -> str:
    labels = [(view.account.id, view.label) for view in visit.session.views()]
    return visit.talk.choose("Which account?", labels, 0)


def _remove(visit: Visit) -> None:
    account = visit.session.find_account(_which(visit))
    if has_work(account):
        visit.talk.say("It goes with everything ticked and noted there.")
        if not visit.talk.yes("Remove it?", default=False):
            return
    remove_account(visit.session, account.id)


def _rename(visit: Visit) -> None:
    account = visit.session.find_account(_which(visit))
    guide = visit.session.knowledge.guide(account.platform)
    handle = visit.talk.ask(f"Your new {guide.handle.label} on {guide.name}", account.handle)
    rename_account(visit.session, account.id, handle)
