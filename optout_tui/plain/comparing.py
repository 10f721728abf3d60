"""Every platform beside every other, for one region, on lines; and what the law gives there."""

from optout_tui.guides.comparing import ORDER_WORDS, Compared, Order, compared
from optout_tui.journey.comparing import is_asked
from optout_tui.journey.desk import Desk
from optout_tui.plain.about import law_lines, platform_details, platform_line
from optout_tui.plain.talk import Back, Talk
from optout_tui.regions import chain, find, name_of
from optout_tui.safety.refusal import Refusal, nearest, shown

CHOICES = (
    ("end", "go back"),
    ("more", "more about one of them"),
    ("filter", "leave in only some: by company, by default, by what you can do"),
    ("sort", "another order"),
    ("region", "another region"),
)


def compare(talk: Talk, desk: Desk, region: str) -> None:
    """Tell of every platform in *region*, until the person goes back."""
    words = ""
    order: Order = "usual"
    lines = _tell(talk, desk, region, order, words)
    while True:
        try:
            chosen = talk.choose("What now?", CHOICES)
        except Back:
            return
        try:
            match chosen:
                case "end":
                    return
                case "more":
                    _more(talk, desk, lines)
                    continue
                case "filter":
                    words = talk.ask("Words that each line must hold, or nothing for all")
                case "sort":
                    order = talk.choose("In which order?", [*ORDER_WORDS.items()])
                case _:
                    region = ask_other_region(talk, desk, region)
        except Back:
            continue
        lines = _tell(talk, desk, region, order, words)


def _tell(talk: Talk, desk: Desk, region: str, order: Order, words: str) -> list[Compared]:
    facts = desk.knowledge
    found = compared(facts.guides(), chain(facts, region), order)
    lines = [one for one in found if is_asked(one, words)]
    talk.place = f"comparing platforms in {name_of(facts, region)}"
    talk.say("", f"{name_of(facts, region)}, {ORDER_WORDS[order]}")
    talk.say(*(platform_line(facts, one) for one in lines))
    if not lines:
        talk.say("Nothing is like that.")
    return lines


def _more(talk: Talk, desk: Desk, lines: list[Compared]) -> None:
    if not lines:
        talk.say("There is none to tell about.")
        return
    one = talk.ask_for("Which one? Its name", lambda typed: platform_meant(typed, lines))
    talk.say(*platform_details(desk.knowledge, one.guide, one.route))


def platform_meant(word: str, lines: list[Compared]) -> Compared:
    """Return the platform that *word* means: its number in *lines*, its id, how its name begins.

    Raises Refusal for none and for several, with their names.
    """
    if word.isdecimal() and len(word) < 4 and 1 <= int(word) <= len(lines):  # noqa: PLR2004
        return lines[int(word) - 1]
    if not word:
        raise Refusal("type its name")
    wanted = word.casefold()
    exact = [one for one in lines if wanted in (one.guide.id, one.guide.name.casefold())]
    found = exact or [one for one in lines if one.guide.name.casefold().startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(one.guide.name for one in found)
        raise Refusal(f"{shown(word, 40)} can be {names}; type more of it")
    close = nearest(word, [one.guide.name for one in lines])
    cure = f"did you mean {close}?" if close else "list tells which there are"
    raise Refusal(f"there is no platform {shown(word, 40)}; {cure}")


def tell_rights(talk: Talk, desk: Desk, region: str) -> None:
    """Ask for a region and tell what the law gives there."""
    code = ask_other_region(talk, desk, region)
    talk.say(*law_lines(desk.knowledge, code, desk.today))


def ask_other_region(talk: Talk, desk: Desk, region: str) -> str:
    """Return the code of the region that is named; *region* is suggested."""
    facts = desk.knowledge
    name = name_of(facts, region)
    return talk.ask_for("Which region? Its name or code", lambda typed: find(facts, typed), name)
