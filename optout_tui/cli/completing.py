"""What may stand where the cursor is: the command line read as far as it was typed."""

from argparse import Action
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from optout_tui.cli.catalog import COMMANDS, FAMILY_DEFAULTS, GROUPS, WIZARD, Command, members
from optout_tui.cli.loading import parser_of
from optout_tui.cli.main import find_command
from optout_tui.cli.parser import Parser
from optout_tui.cli.values import Place, Word, checklists, values_of
from optout_tui.safety.text import has_controls

MANY = ("*", "+")


class Typed(NamedTuple):
    """A command line as far as it is whole: values by argument, and what the next word is for.

    ``awaits`` is the option whose value comes next; ``places`` are the arguments not yet given.
    """

    given: dict[str, list[str]]
    awaits: Action | None
    places: list[Action]
    only_places: bool


def complete(words: Sequence[str]) -> tuple[Place, list[Word]]:
    """Return what kind of place the last of *words* stands in, and the words that may go there.

    *words* are those after the program's name; the last is the one being typed, perhaps empty.
    """
    *before, current = words or [""]
    command, rest = find_command(before, wants_help=True)
    family = rest[0] if command is None and rest else ""
    if family:
        before = [word for word in before if word != family]
    parser = parser_of(command or COMMANDS.get(f"{family} {FAMILY_DEFAULTS.get(family)}", WIZARD))
    typed = _read(parser, rest if command else before)
    if typed.awaits is not None:
        return _fitting(*values_of(parser, typed.awaits, typed.given), current)
    if current.startswith("-") and not typed.only_places:
        return _option(parser, typed, current)
    if family:
        return _fitting("words", _members(family), current)
    if not typed.places:
        return "words", []
    if command is None:
        return _fitting("words", [*_first_words(), *checklists(typed.given)], current)
    return _fitting(*values_of(parser, typed.places[0], typed.given), current)


def _read(parser: Parser, words: Sequence[str]) -> Typed:
    """Read the whole words of one command; what fits nothing is passed over."""
    options = parser.options()
    places = parser.places()
    given: dict[str, list[str]] = {}
    awaits: Action | None = None
    only_places = False
    for word in words:
        name, equals, value = word.partition("=")
        if awaits is not None:
            given.setdefault(awaits.dest, []).append(word)
            awaits = None
        elif word == "--" and not only_places:
            only_places = True
        elif word.startswith("-") and not only_places:
            option = options.get(name)
            if option is not None and option.nargs != 0:
                if equals:
                    given.setdefault(option.dest, []).append(value)
                else:
                    awaits = option
        elif places:
            given.setdefault(places[0].dest, []).append(word)
            if places[0].nargs not in MANY:
                places = places[1:]
    return Typed(given, awaits, places, only_places)


def _option(parser: Parser, typed: Typed, current: str) -> tuple[Place, list[Word]]:
    """Return the options that begin like *current*, or after its ``=`` the values of that one."""
    name, equals, value = current.partition("=")
    options = parser.options()
    if equals:
        if (option := options.get(name)) is None or option.nargs == 0:
            return "words", []
        place, words = values_of(parser, option, typed.given)
        _, fitting = _fitting(place, words, value)
        return place, [Word(f"{name}={word.text}", word.about) for word in fitting]
    found = [Word(name, _in_short(action)) for name, action in options.items() if name[1] == "-"]
    return _fitting("words", found, current)


def _in_short(action: Action) -> str:
    return (action.help or "").partition(";")[0]


def _members(family: str) -> Iterator[Word]:
    return (_word(command, 1) for command in members(family))


def _first_words() -> Iterator[Word]:
    """Yield every first word of a command, in the order of the overview, a family's once."""
    seen = set()
    for group in GROUPS.values():
        for command in group:
            word = _word(command, 0)
            if word.text not in seen:
                seen.add(word.text)
                yield word


def _word(command: Command, part: int) -> Word:
    words = command.name.split()
    about = command.summary if part == len(words) - 1 else f"see {words[0]} --help"
    return Word(words[part], about)


def _fitting(place: Place, words: Iterable[Word], current: str) -> tuple[Place, list[Word]]:
    """Return those of *words* that begin like *current*; what is no clean text is left out."""
    fitting = (word for word in words if word.text.startswith(current))
    return place, [word for word in fitting if not has_controls(word.text)]
