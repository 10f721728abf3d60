"""Where in a TOML file a field stands. ``tomllib`` keeps no places, so the text is read again."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"""(?P<blank>[ \t\r]++ | \#[^\n]*+)
    | (?P<end>\n)
    | (?P<text>\"{3} (?:[^"\\]|\\.|"(?!""))*+ "{0,5}
        | '{3} (?:[^']|'(?!''))*+ '{0,5}
        | "(?:[^"\\\n]|\\.)*+"
        | '[^'\n]*+')
    | (?P<sign>[\[\]{}=,.])
    | (?P<word>[^\s\[\]{}=,.\#"']++)
    | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_FROM_PARSER = re.compile(r"\(at line (\d+), column (\d+)\)")
_LAST_PART = re.compile(r"(\[\d+\]|\.?[^.\[\]]*)$")


class Position(NamedTuple):
    """A line and a column, both counted from one."""

    line: int
    column: int


class _Token(NamedTuple):
    kind: str
    text: str
    start: int


class _Open(NamedTuple):
    """A list or a table whose end has not come.

    ``items`` counts what came in it so far; ``ready`` says that the next key may come.
    """

    path: str
    is_list: bool
    items: int = 0
    ready: bool = True


class Positions:
    """The places of all fields in one text of TOML that a parser has taken."""

    def __init__(self, text: str) -> None:
        """Read *text*; what is no TOML gives places of no meaning, and raises nothing."""
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._found = _Scan(text).found

    def of(self, where: str) -> Position:
        """Return where the field at a path such as ``routes[0].steps[2].id`` stands.

        For one that is not there, the place of what should hold it.
        """
        while where and where not in self._found:
            where = _LAST_PART.sub("", where)
        start = self._found.get(where, 0)
        line = bisect_right(self._lines, start)
        return Position(line, start - self._lines[line - 1] + 1)


def position_in(reason: str) -> Position | None:
    """Return the place that a parser's own message names, or None."""
    match = _FROM_PARSER.search(reason)
    return Position(int(match[1]), int(match[2])) if match else None


class _Scan:
    """One pass over the text, without recursion: ``found`` maps each path to where it begins."""

    def __init__(self, text: str) -> None:
        self.found: dict[str, int] = {}
        self._tokens = _tokens(text)
        self._lengths: dict[str, int] = {}
        self._table = ""
        self._open: list[_Open] = []
        for token in self._tokens:
            self._take(token)

    def _take(self, token: _Token) -> None:
        if self._open:
            self._take_inside(token)
        elif token.text == "[":
            self._take_heading(token)
        elif token.kind != "end":
            self._take_pair(token, self._table)

    def _take_inside(self, token: _Token) -> None:
        inner = self._open[-1]
        if token.text in ("]", "}"):
            self._open.pop()
        elif token.text == ",":
            self._open[-1] = inner._replace(items=inner.items + 1, ready=True)
        elif inner.is_list and token.kind != "end":
            self._take_value(token, f"{inner.path}[{inner.items}]")
        elif token.kind in ("word", "text") and inner.ready:
            self._open[-1] = inner._replace(ready=False)
            self._take_pair(token, inner.path)

    def _take_heading(self, first: _Token) -> None:
        """``[a.b]`` opens a table, ``[[a.b]]`` the next one of a list of tables."""
        parts: list[str] = []
        start, brackets = first.start, 1
        for token in self._tokens:
            if token.text == "[":
                brackets += 1
            elif token.kind in ("word", "text"):
                parts.append(_name(token))
            elif token.kind == "end" or token.text == "]":
                break
        path = ""
        for part in parts[:-1]:
            path = _below(path, part)
            self.found.setdefault(path, start)
            path += f"[{self._lengths[path] - 1}]" if path in self._lengths else ""
        self._table = _below(path, parts[-1] if parts else "")
        if brackets > 1:
            self.found.setdefault(self._table, start)
            number = self._lengths.get(self._table, 0)
            self._lengths[self._table] = number + 1
            self._table += f"[{number}]"
        self.found.setdefault(self._table, start)
        self._skip_line()

    def _take_pair(self, token: _Token, table: str) -> None:
        """``a.b = value``, of which *token* is the first."""
        path = _below(table, _name(token))
        self.found.setdefault(path, token.start)
        for more in self._tokens:
            if more.kind in ("word", "text"):
                path = _below(path, _name(more))
                self.found.setdefault(path, token.start)
            elif more.text != ".":
                break
        value = next(self._tokens, None)
        if value is not None:
            self._take_value(value, path)
        if not self._open:
            self._skip_line()

    def _take_value(self, token: _Token, path: str) -> None:
        self.found.setdefault(path, token.start)
        if token.kind == "sign" and token.text in "[{":
            self._open.append(_Open(path, token.text == "["))

    def _skip_line(self) -> None:
        """Nothing that counts follows a heading or a plain value on its line."""
        for token in self._tokens:
            if token.kind == "end":
                return


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "blank":
            yield _Token(match.lastgroup or "", match[0], match.start())


def _below(table: str, name: str) -> str:
    return f"{table}.{name}" if table else name


def _name(token: _Token) -> str:
    """Return what a key says: a quoted one may spell characters by their numbers."""
    if token.kind == "word":
        return token.text
    try:
        return next(iter(tomllib.loads(f"{token.text} = 0")))
    except tomllib.TOMLDecodeError:
        return token.text
