"""From the words on the command line to one command, and from its end to an exit status."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from optout_tui.cli import output
from optout_tui.safety.refusal import Refusal, unknown

if TYPE_CHECKING:
    from optout_tui.cli.catalog import Command

DONE, BUG, REFUSED, INTERRUPTED = 0, 1, 2, 130
NOBODY_READS = 141
"""What a shell reports of a program that a closed pipe ended; git ends so too."""

_VALUED = ("--data-dir", "--today")


def main(words: Sequence[str]) -> int:
    """Run one command and return its exit status; only Stopped gets past it."""
    try:
        status = _run(list(words))
        output.flush()
    except Refusal as refusal:
        output.complain(str(refusal))
        return REFUSED
    except BrokenPipeError:
        output.give_up_stdout()
        return NOBODY_READS
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # the last resort: no traceback reaches a person
        output.complain(_reported(error, words))
        return BUG
    return status


def _run(words: list[str]) -> int:
    options = words[: words.index("--")] if "--" in words else words
    if "--version" in options:
        from optout_tui import __version__

        output.say(f"{output.PROGRAM} {__version__}")
        return DONE
    if not words:
        from optout_tui.cli.start import start_here

        return start_here()
    wants_help = "--help" in options or "-h" in options
    command, rest = find_command(words, wants_help=wants_help)
    if command is None:
        from optout_tui.cli.overview import overview

        output.say_text(overview(rest[0] if rest else ""))
        return DONE
    from optout_tui.cli.loading import module_of, parser_of  # the overview needs no parser

    parser = parser_of(command)
    if wants_help:
        output.say_text(parser.format_help().rstrip("\n"))
        return DONE
    return module_of(command).run(parser.parse(rest)) or DONE


def find_command(words: list[str], *, wants_help: bool) -> tuple["Command | None", list[str]]:
    """Return the command that *words* name, and the words without its name.

    None stands for the overview, of the family whose name is the one word left or of all.
    """
    from optout_tui.cli.catalog import COMMANDS, FAMILIES, WIZARD

    places = _plain_words(words)
    first = words[places[0]] if places else ""
    if first in FAMILIES:
        return _find_member(first, words, places, wants_help=wants_help)
    if first in COMMANDS:
        return COMMANDS[first], _without(words, places[:1])
    return (None, []) if wants_help else (WIZARD, words)


def _find_member(
    family: str, words: list[str], places: list[int], *, wants_help: bool
) -> tuple["Command | None", list[str]]:
    from optout_tui.cli.catalog import COMMANDS, FAMILY_DEFAULTS, members

    known = [command.name.split()[1] for command in members(family)]
    if len(places) > 1 and (second := words[places[1]]) in known:
        return COMMANDS[f"{family} {second}"], _without(words, places[:2])
    if wants_help:
        return None, [family]
    if len(places) > 1:
        listing = f"known are {', '.join(known)}"
        raise unknown(f"command of {family}", words[places[1]], known, listing)
    if family not in FAMILY_DEFAULTS:
        raise Refusal(f'{family} needs one of {", ".join(known)}; see "optout-tui {family} --help"')
    return COMMANDS[f"{family} {FAMILY_DEFAULTS[family]}"], _without(words, places[:1])


def _plain_words(words: list[str]) -> list[int]:
    """Return where words stand that are no options, nor values of options every command takes."""
    places: list[int] = []
    after_option = False
    for n, word in enumerate(words):
        if word == "--":
            break
        if not after_option and not word.startswith("-"):
            places.append(n)
        after_option = not after_option and word in _VALUED
    return places


def _without(words: list[str], places: list[int]) -> list[str]:
    return [word for n, word in enumerate(words) if n not in places]


def _reported(error: Exception, words: Sequence[str]) -> str:
    kind = type(error).__name__
    try:
        from optout_tui.cli.crash import write_report
        from optout_tui.cli.folder import folder_in

        path = write_report(error, folder_in(words))
    except Exception as second:  # even a report must not end in a traceback
        return f"a bug of ours ({kind}); no report could be written ({type(second).__name__})"
    return f"a bug of ours ({kind}); the report, without personal data, is in {path}"
