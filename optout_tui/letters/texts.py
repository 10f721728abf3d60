"""The texts of letters, and how they are filled: every value as text, never as a template."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.text import clean

if TYPE_CHECKING:
    from jinja2 import Environment

_LONE_TAG = re.compile(r"\s*\{(?:%(?:(?!%\}).)*%|#(?:(?!#\}).)*#)\}")
_BREAK = "\\"


class Lines(str):
    """Text whose own line ends stay; those of any other value become visible."""

    __slots__ = ()


class Texts:
    """Every text of our letters, made ready to be filled."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        """Take *sources* by name."""
        self._names = frozenset(sources)
        self._environment = _environment(sources)

    def has(self, name: str, block: str) -> bool:
        """Return whether the text *name* is there and holds *block*."""
        return name in self._names and block in self._environment.get_template(name).blocks

    def fill(self, name: str, block: str, values: Mapping[str, Any]) -> Lines:
        """Return *block* of the text *name* with *values* in it, its lines tidied."""
        template = self._environment.get_template(name)
        parts = template.blocks[block](template.new_context(dict(values)))
        return Lines(_tidy("".join(parts)))

    def line(self, name: str, block: str, values: Mapping[str, Any]) -> str:
        """Return a block that is one line."""
        return " ".join(self.fill(name, block, values).split())


_made: WeakKeyDictionary[Knowledge, Texts] = WeakKeyDictionary()


def texts_of(knowledge: Knowledge) -> Texts:
    """Return the texts of *knowledge*, made once."""
    if knowledge not in _made:
        _made[knowledge] = Texts(knowledge.letters.texts)
    return _made[knowledge]


def _environment(sources: Mapping[str, str]) -> "Environment":
    from jinja2 import DictLoader, Environment, StrictUndefined  # only a letter needs it

    return Environment(
        loader=DictLoader({name: unfolded(text) for name, text in sources.items()}),
        autoescape=False,  # noqa: S701 - a letter is plain text; what is put in is cleaned
        undefined=StrictUndefined,
        finalize=_fit,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _fit(value: Any) -> Any:
    """Whatever a text puts out passes here, so that nothing can be forgotten."""
    if isinstance(value, str):
        return clean(value, newlines=isinstance(value, Lines))
    return value


def unfolded(source: str) -> str:
    """Return *source* with the lines of each paragraph joined.

    A line stays by itself where it holds but a tag, begins with ``- ``, or follows one that
    ends with a backslash. What is put in later keeps its own lines.
    """
    lines: list[str] = []
    for line in source.splitlines():
        if lines and _goes_on(lines[-1], line):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line.rstrip())
    return "\n".join(line.removesuffix(_BREAK) for line in lines)


def _goes_on(before: str, line: str) -> bool:
    if not before.strip() or not line.strip() or line.startswith("- "):
        return False
    return not (before.endswith(_BREAK) or _LONE_TAG.fullmatch(before) or _LONE_TAG.fullmatch(line))


def _tidy(text: str) -> str:
    lines = (line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n").lstrip(" ")
