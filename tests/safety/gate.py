"""A look at the source: what a rule finds in a file, and where it may stand all the same."""

import ast
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import optout_tui

PACKAGE = Path(optout_tui.__file__).parent
SKIPPED = {"__pycache__"}

Found = tuple[int, str]
"""A line and what is wrong there."""


class Source:
    """One file, parsed, with what stands above each of its parts."""

    def __init__(self, text: str, path: str = "tui/example.py") -> None:
        self.path = path
        self.tree = ast.parse(text)

    @cached_property
    def above(self) -> dict[ast.AST, ast.AST]:
        """What each part stands in."""
        return {
            child: parent
            for parent in ast.walk(self.tree)
            for child in ast.iter_child_nodes(parent)
        }

    def functions_around(self, node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """The functions a part stands in, the nearest first."""
        while (upper := self.above.get(node)) is not None:
            if isinstance(upper, ast.FunctionDef | ast.AsyncFunctionDef):
                yield upper
            node = upper

    def place_of(self, node: ast.AST) -> str:
        """Its file and the function it stands in: ``tui/running.py:run``."""
        nearest = next(self.functions_around(node), None)
        return f"{self.path}:{nearest.name}" if nearest else self.path


class Rule(NamedTuple):
    """Something that may not stand in the source, but in named places, each with its reason."""

    name: str
    finds: Callable[[ast.AST, Source], str]
    places: Mapping[str, str]

    def look(self, source: Source) -> list[Found]:
        """What it finds in *source*, outside the places."""
        return [
            (getattr(node, "lineno", 0), reason)
            for node, reason in self.everywhere(source)
            if self.place_for(node, source) is None
        ]

    def everywhere(self, source: Source) -> Iterator[tuple[ast.AST, str]]:
        """What it finds in *source*, the places included."""
        for node in ast.walk(source.tree):
            if reason := self.finds(node, source):
                yield node, reason

    def place_for(self, node: ast.AST, source: Source) -> str | None:
        """The place that lets *node* stand: a function of a file, or the whole file."""
        place = source.place_of(node)
        return next((one for one in (place, source.path) if one in self.places), None)


def all_sources() -> list[Source]:
    """Every file of the package: a room that is built later is looked at from its first day."""
    return [
        Source(path.read_text("utf-8"), path.relative_to(PACKAGE).as_posix())
        for path in sorted(PACKAGE.rglob("*.py"))
        if not SKIPPED & set(path.parts)
    ]


def words(text: str) -> frozenset[str]:
    """The words of *text*, to be looked up."""
    return frozenset(text.split())


def dotted(node: ast.AST) -> str:
    """How a name is written: ``sys.stdout.write``; empty for what is no plain name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else node.attr
    return ""


def last_name(node: ast.AST) -> str:
    """The last name of what is called: ``Static``, ``notify``, ``styled``."""
    return dotted(node).rpartition(".")[2]


def imported(node: ast.AST) -> list[str]:
    """The dotted names that an import brings: modules, or what is taken out of one."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def brings(node: ast.AST, modules: frozenset[str]) -> str:
    """The first of *modules* that an import brings, whole or in part."""
    names = imported(node)
    return next((m for m in sorted(modules) for n in names if f"{n}.".startswith(f"{m}.")), "")


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    """What a call gives for a keyword."""
    return next((given.value for given in call.keywords if given.arg == name), None)


def is_false(node: ast.expr | None) -> bool:
    """Whether it is the word False."""
    return isinstance(node, ast.Constant) and node.value is False
