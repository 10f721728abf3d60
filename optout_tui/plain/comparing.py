"""Every platform beside every other, for one region, on lines; and what the law gives there."""

from optout_tui.guides.comparing import ORDER_WORDS, Compared, Order, compared
from optout_tui.journey.comparing import is_asked
from optout_tui.journey.desk import Desk
from optout_tui.plain.about import law_lines, platform_details, platform_line
from optout_tui.plain.talk import Back, Talk
from optout_tui.regions import chain, find, name_of

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
    shown = _tell(talk, desk, region, order, words)
    while True:
        try:
            match talk.choose("What now?", CHOICES):
                case "end":
                    return
                case "more":
                    _more(talk, desk, shown)
                    continue
                case "filter":
                    words = talk.ask("Words that each line must hold, or nothing for all")
                case "sort":
                    order = talk.choose("In which order?", [*ORDER_WORDS.items()])
                case _:
                    region = ask_other_region(talk, desk, region)
        except Back:
            return
        shown = _tell(talk, desk, region, order, words)


def _tell(talk: Talk, desk: Desk, region: str, order: Order, words: str) -> list[Compared]:
    facts = desk.knowledge
    found = compared(facts.guides(), chain(facts, region), order)
    shown = [one for one in found if is_asked(one, words)]
    talk.place = f"comparing platforms in {name_of(facts, region)}"
    talk.say("", f"{name_of(facts, region)}, {ORDER_WORDS[order]}")
    talk.say(*(platform_line(facts, one) for one in shown))
    if not shown:
        talk.say("Nothing is like that.")
    return shown


def _more(talk: Talk, desk: Desk, shown: list[Compared]) -> None:
    if not shown:
        talk.say("There is none to tell about.")
        return
    chosen = talk.choose("Which one?", [(one.guide.id, one.guide.name) for one in shown], 0)
    one = next(one for one in shown if one.guide.id == chosen)
    talk.say(*platform_details(desk.knowledge, one.guide, one.route))


def tell_rights(talk: Talk, desk: Desk, region: str) -> None:
    """Ask for a region and tell what the law gives there."""
    code = ask_other_region(talk, desk, region)
    talk.say(*law_lines(desk.knowledge, code, desk.today))


def ask_other_region(talk: Talk, desk: Desk, region: str) -> str:
    """Return the code of the region that is named; *region* is suggested."""
    facts = desk.knowledge
    name = name_of(facts, region)
    return talk.ask_for("Which region? Its name or code", lambda typed: find(facts, typed), name)
