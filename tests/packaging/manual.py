"""Writes the manual page from the catalogue and the parsers: ``python -m tests.packaging.manual``.

The page is kept in ``assets/``; a test holds it equal to what this makes. It is plain ASCII,
the rest being spelt as roff does, and bears no day, so that it changes only with the program.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from optout_tui import __version__
from optout_tui.cli.catalog import GROUPS, Command
from optout_tui.cli.loading import module_of, parser_of
from optout_tui.cli.parser import Parser

PAGE = Path(__file__).parents[2] / "assets" / "optout-tui.1"

MANY = {"?": "[{}]", "*": "[{}...]", "+": "{}..."}

ABOUT = """\
Asks where you live and which accounts you have, says honestly what can be done there,
walks you through every step, keeps the proof and watches the deadlines.
Without a command it opens the wizard; with the name of a checklist, at the step where
that was left. Nothing leaves this computer."""

EVERYWHERE = {
    "--data-dir DIR": "Where checklists lie.",
    "--today DATE": "Take this day for today, such as 2026-11-22.",
    "--plain": "Ask line by line and draw nothing.",
    "--json": "Print one JSON value and nothing else.",
    "--version": "Show the version.",
    "--help": "Show what there is, or what a command takes.",
}

STATUS = {
    "0": "Done.",
    "1": "A bug of ours; a line says where the report is.",
    "2": "Something was refused, or something was found in what was judged.",
    "3": "With due --quiet: something is late or soon.",
    "129, 130, 143": "A closed terminal, an interrupt, a request to end.",
}

ENVIRONMENT = {
    "OPTOUT_DATA_DIR": "Where checklists lie, where --data-dir does not say.",
    "OPTOUT_PLAIN": "With 1, as --plain.",
    "OPTOUT_ASCII": "With 1, symbols are plain ASCII.",
    "NO_COLOR": "Where it is set, no colours.",
    "COLUMNS": "How wide tables may be.",
}

FILES = {
    "checklists/NAME.toml": "In the data folder: a checklist, to be read and edited by hand.",
    "backups/": "The last 20 revisions of each, and one a day for 30 days.",
    "guides/ID.toml": "Guides of your own.",
    "settings.toml": "Your preferences.",
}

AT_WORK = """\
# in a shell's start file: say so in the prompt where something is late or soon
optout-tui due --quiet --within 7 || PS1="(opt-out due) $PS1"

# in a crontab: a mail in the morning when there is something to do
0 8 * * *  optout-tui due --quiet || optout-tui due"""


def page() -> str:
    """Return the whole manual page as roff."""
    return "\n".join(_page()) + "\n"


def escaped(text: str) -> str:
    """Return *text* as roff prints it: nothing in it is a request or an escape."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    text = text.replace("`", "\\(ga").replace("~", "\\(ti").replace("^", "\\(ha")
    text = "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in text)
    return f"\\&{text}" if text.startswith(".") else text


def _page() -> Iterator[str]:
    yield f'.TH OPTOUT\\-TUI 1 "" "optout\\-tui {escaped(__version__)}" "User Commands"'
    yield from (".SH NAME", "optout\\-tui \\- keep what you post out of AI training")
    yield ".SH SYNOPSIS"
    yield from (".B optout\\-tui", "[\\fINAME\\fR]", ".br")
    yield from (".B optout\\-tui", "\\fICOMMAND\\fR ...")
    yield from (".SH DESCRIPTION", *escaped(ABOUT).splitlines())
    yield from (".SH OPTIONS", "Before or after the command:")
    yield from _listed(EVERYWHERE)
    yield ".SH COMMANDS"
    for title, group in GROUPS.items():
        yield f".SS {escaped(title)}"
        for command in group:
            yield from _command(command)
    for title, told in (
        ("EXIT STATUS", STATUS),
        ("ENVIRONMENT", ENVIRONMENT),
        ("FILES", FILES),
    ):
        yield f".SH {title}"
        yield from _listed(told)
    yield from (".SH EXAMPLES", "In shell prompts and cron:", *_as_it_stands(AT_WORK))
    yield from (".SH SEE ALSO", "The README, and \\fBoptout\\-tui \\fICOMMAND \\fB\\-\\-help\\fR.")


def _listed(told: dict[str, str]) -> Iterator[str]:
    for name, about in told.items():
        yield from (".TP", f"\\fB{escaped(name)}\\fR", escaped(about))


def _command(command: Command) -> Iterator[str]:
    parser = parser_of(command)
    usage = " ".join([f"\\fBoptout\\-tui {escaped(command.name)}\\fR", *_usage(parser)])
    yield from (".TP", usage, f"{escaped(command.summary)}.")
    own = [action for action in _own(parser) if action.help]
    if own:
        yield ".RS"
        for action in own:
            yield from (".TP", _name(action), escaped(str(action.help)))
        yield ".RE"
    yield from (".IP", "Example:", *_as_it_stands(module_of(command).EXAMPLE, indented=True))


def _usage(parser: Parser) -> Iterator[str]:
    for action in parser.places():
        yield MANY.get(str(action.nargs), "{}").format(f"\\fI{_value(action)}\\fR")
    for action in dict.fromkeys(parser.options().values()):
        if action.required:
            yield f"\\fB{escaped(action.option_strings[-1])} \\fI{_value(action)}\\fR"


def _own(parser: Parser) -> list[argparse.Action]:
    """Return what the command takes besides the options of every command, each once."""
    named = {name.split()[0] for name in EVERYWHERE}
    options = dict.fromkeys(parser.options().values())
    own = [action for action in options if named.isdisjoint(action.option_strings)]
    return [*parser.places(), *own]


def _name(action: argparse.Action) -> str:
    if not action.option_strings:
        return f"\\fI{_value(action)}\\fR"
    name = f"\\fB{escaped(action.option_strings[-1])}\\fR"
    return name if action.nargs == 0 else f"{name} \\fI{_value(action)}\\fR"


def _value(action: argparse.Action) -> str:
    if action.choices is not None:
        return escaped("|".join(map(str, action.choices)))
    return escaped(str(action.metavar or action.dest.upper()))


def _as_it_stands(text: str, *, indented: bool = False) -> Iterator[str]:
    yield ".RS" if indented else ".PP"
    yield from (".nf", *(escaped(line) for line in text.splitlines()), ".fi")
    if indented:
        yield ".RE"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="ascii")
