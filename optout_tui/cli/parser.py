"""The words of one command, taken apart; what does not fit is refused in one line."""

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from textwrap import indent
from typing import NoReturn

from optout_tui.cli.output import PROGRAM
from optout_tui.safety.refusal import Refusal, nearest, shown, unknown

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
COUNT = re.compile(r"[0-9]{1,5}")
YEARS = range(1970, 2200)
WIDTH = 80
"""How wide help is where no terminal says otherwise."""


class Parser(argparse.ArgumentParser):
    """The arguments of one command, with those that every command takes."""

    def __init__(self, command: str, summary: str, example: str) -> None:
        """Begin the parser of *command*; its help ends with *example*."""
        super().__init__(
            prog=f"{PROGRAM} {command}".rstrip(),
            description=f"{summary}.",
            epilog="Example:\n" + indent(example, "  "),
            formatter_class=_in_width(WIDTH),
            allow_abbrev=False,
        )
        self.command = command
        self.color = False  # later Pythons colour help by themselves
        everywhere = self.add_argument_group("options of every command")
        everywhere.add_argument("--json", action="store_true", help="print one JSON value")
        everywhere.add_argument("--plain", action="store_true", help="ask on lines, draw nothing")
        everywhere.add_argument("--data-dir", metavar="DIR", help="where checklists lie")
        everywhere.add_argument(
            "--today", metavar="DATE", type=a_day("--today"), help="take this day for today"
        )

    def format_help(self) -> str:
        """Return the help, in lines that fit the terminal."""
        from optout_tui.cli.layout import line_width  # most words ask for no help

        self.formatter_class = _in_width(line_width() or WIDTH)
        return super().format_help()

    def options(self) -> dict[str, argparse.Action]:
        """Return every option by each of its names, but for what is hidden."""
        named = {name: one for one in self._actions for name in one.option_strings}
        return {name: one for name, one in named.items() if one.help != argparse.SUPPRESS}

    def places(self) -> list[argparse.Action]:
        """Return the arguments that have a place instead of a name, in their order."""
        places = (one for one in self._actions if not one.option_strings)
        return [one for one in places if one.help != argparse.SUPPRESS]

    def error(self, message: str) -> NoReturn:
        """Raise Refusal with what argparse found wrong, and where to look."""
        raise Refusal(f'{message}; see "{self.prog} --help"')

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        """Return what *words* say; raises Refusal, naming the word that does not fit."""
        options = words[: words.index("--")] if "--" in words else words
        for word in options:
            if word.startswith("--") and word.endswith("=--"):  # argparse would lose the value
                raise Refusal(f'{word.partition("=")[0]} cannot be "--"; see "{self.prog} --help"')
        args, rest = self.parse_known_args(words)
        for word in rest:
            if word.startswith("-") and word in options:
                raise self._unknown_option(word.partition("=")[0])
        for word in rest:
            if word != "--":
                raise Refusal(f'unexpected argument {shown(word)}; see "{self.prog} --help"')
        return args

    def _unknown_option(self, given: str) -> Refusal:
        known = [name[2:] for name in self._option_string_actions if name.startswith("--")]
        close = nearest(given.lstrip("-"), known)
        cure = f"did you mean --{close}?" if close else f'see "{self.prog} --help"'
        return Refusal(f"unknown option {shown(given)}; {cure}")


def _in_width(width: int) -> Callable[..., argparse.HelpFormatter]:
    """Return what lays out help: left to itself it loads much to find out the width."""
    return partial(argparse.RawDescriptionHelpFormatter, width=width - 2)


def a_day(option: str) -> Callable[[str], date]:
    """Return what turns the text after *option* into a day; it raises Refusal."""

    def day(text: str) -> date:
        try:
            found = date.fromisoformat(text) if DAY.fullmatch(text) else None
        except ValueError:
            found = None
        if found is None:
            raise Refusal(f"{option} {shown(text)} is no date; write it as 2026-11-22")
        if found.year not in YEARS:
            span = f"{YEARS.start} and {YEARS.stop - 1}"
            raise Refusal(f"{option} {shown(text)} is no year between {span}")
        return found

    return day


def a_count(option: str, what: str = "number of days from 0 to 99999") -> Callable[[str], int]:
    """Return what turns the text after *option* into a number from 0 on; it raises Refusal."""

    def count(text: str) -> int:
        if not COUNT.fullmatch(text):
            raise Refusal(f"{option} {shown(text)} is no {what}")
        return int(text)

    return count


class OneOf:
    """Lets through the ``known`` names of a kind alone."""

    def __init__(self, kind: str, names: Iterable[str]) -> None:
        """Take the *names* of *kind*."""
        self._kind = kind
        self.known = tuple(names)

    def __call__(self, text: str) -> str:
        """Return *text* as it is; raises Refusal for a name that is not known."""
        if text not in self.known:
            raise unknown(self._kind, text, self.known, f"known are {', '.join(self.known)}")
        return text


def one_of(kind: str, names: Iterable[str]) -> OneOf:
    """Return what lets through the known *names* of *kind* alone; it raises Refusal."""
    return OneOf(kind, names)
