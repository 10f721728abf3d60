"""A command's module and its parser, loaded when that command is asked for and not before."""

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from optout_tui.cli.catalog import WIZARD, Command
from optout_tui.cli.parser import Parser

if TYPE_CHECKING:
    from argparse import Namespace


class Module(Protocol):
    """What a file in ``cli/commands`` holds."""

    EXAMPLE: str

    def arguments(self, parser: Parser) -> None:
        """Add the command's own arguments."""

    def run(self, args: "Namespace") -> int | None:
        """Do it; an exit status, or None for done."""


def module_of(command: Command) -> Module:
    """Return the module that does *command*."""
    return cast("Module", import_module(f"optout_tui.cli.commands.{command.module}"))


def parser_of(command: Command) -> Parser:
    """Return the parser of *command*: its own arguments, and those that every command takes."""
    module = module_of(command)
    name = "" if command is WIZARD else command.name
    parser = Parser(name, command.summary, module.EXAMPLE)
    module.arguments(parser)
    return parser
