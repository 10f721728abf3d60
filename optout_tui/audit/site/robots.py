"""robots.txt after RFC 9309, with the readings that Google documents where the RFC leaves a choice.

Lines of an unknown kind do not end a group, groups for the same crawler are one, the longest path
decides, and allowing wins a tie. What lies beyond 500 KiB is not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from optout_tui.audit.site.patterns import comparable_path, comparable_pattern, matches

MAX_BYTES = 500 * 1024
"""What a crawler must read at least (RFC 9309, 2.5), and what Google reads at most."""

EVERYBODY = "*"
BOM = b"\xef\xbb\xbf"
ITSELF = b"/robots.txt"
"""Always allowed (RFC 9309, 2.2.2)."""

_LINE_END = re.compile(rb"\r\n|\n|\r")
_TOKEN = re.compile(r"[A-Za-z_-]+")
_BLANK = b" \t"


class Line(NamedTuple):
    """One line of the file: its number from one, what stands before the colon and after it.

    ``key`` is in small letters and empty where there is no colon; then ``value`` is all there is.
    Comments are gone.
    """

    number: int
    key: str
    value: bytes

    @property
    def text(self) -> str:
        """The value as text; what is no UTF-8 is replaced."""
        return self.value.decode("utf-8", "replace")


class Rule(NamedTuple):
    """One ``Allow`` or ``Disallow`` line with a path, and that path in its comparable form."""

    line: int
    allows: bool
    pattern: bytes

    @property
    def rank(self) -> tuple[int, bool]:
        """How strong it is: the longer path, then the one that allows."""
        return len(self.pattern), self.allows


class Agent(NamedTuple):
    """One ``User-agent`` line: where it stands, all it says, and the crawler's name in it.

    The name is ``*`` for everybody, and empty where the line begins with no name at all.
    """

    line: int
    said: str
    token: str


class Group(NamedTuple):
    """Crawlers, and the rules for them. ``lines`` are those of other kinds that stand in it."""

    agents: tuple[Agent, ...]
    rules: tuple[Rule, ...]
    lines: tuple[Line, ...]


class Decision(NamedTuple):
    """Whether a crawler may fetch a path, and the rule that decides: None where none speaks."""

    allowed: bool
    rule: Rule | None

    @property
    def line(self) -> int | None:
        """The number of the line that decides."""
        return self.rule.line if self.rule else None


@dataclass(frozen=True)
class Robots:
    """A robots.txt that was read. ``lines`` are all that hold something, in their order."""

    groups: tuple[Group, ...]
    lines: tuple[Line, ...]
    has_bom: bool
    is_cut: bool

    @cached_property
    def _by_name(self) -> dict[bytes, list[Group]]:
        """The groups by every name they have: all a line says, and what Google cuts out of it."""
        found: dict[bytes, list[Group]] = {}
        for group in self.groups:
            names = {_name(text) for one in group.agents for text in (one.said, one.token) if text}
            for name in names:
                found.setdefault(name, []).append(group)
        return found

    def own_groups(self, agent: str) -> tuple[Group, ...]:
        """Return the groups that name *agent* itself, in whatever capitals."""
        return tuple(self._by_name.get(_name(agent), ()))

    def groups_for(self, agent: str) -> tuple[Group, ...]:
        """Return the groups that *agent* obeys: its own, else those for everybody, else none."""
        return self.own_groups(agent) or self.own_groups(EVERYBODY)

    def rules_for(self, agent: str) -> tuple[Rule, ...]:
        """Return the rules of those groups, as one."""
        return tuple(rule for group in self.groups_for(agent) for rule in group.rules)

    def line(self, number: int) -> Line | None:
        """Return the line of that number, or None where it holds nothing."""
        return next((line for line in self.lines if line.number == number), None)

    def decide(self, agent: str, path: str) -> Decision:
        """Return whether *agent* may fetch *path*, which begins with a slash."""
        return decide(self.rules_for(agent), comparable_path(path))


def _name(text: str) -> bytes:
    """Return a name as it is looked up: only the letters of ASCII have two cases (RFC 9309)."""
    return text.encode("utf-8", "surrogatepass").lower()


def decide(rules: tuple[Rule, ...], path: bytes) -> Decision:
    """Return what *rules* say of *path*, a comparable one; of equal rules the first decides."""
    if path == ITSELF:
        return Decision(allowed=True, rule=None)
    fitting = (rule for rule in rules if matches(rule.pattern, path))
    strongest = max(fitting, key=lambda rule: rule.rank, default=None)
    return Decision(strongest is None or strongest.allows, strongest)


def read_robots(content: bytes) -> Robots:
    """Return what *content* says; nothing in it is an error, what cannot be read says nothing."""
    has_bom = content.startswith(BOM)
    is_cut = len(content) > MAX_BYTES
    read = _whole_lines(content) if is_cut else content
    lines = tuple(_lines(read.removeprefix(BOM)))
    return Robots(tuple(_groups(lines)), lines, has_bom, is_cut)


def _whole_lines(content: bytes) -> bytes:
    """Return what is read of a file that is too large, without the line that is cut in two.

    Half a line could say more than the whole one: half of ``/shop`` may be ``/``.
    """
    if content[MAX_BYTES : MAX_BYTES + 1] in (b"\n", b"\r"):  # the last line just fits
        return content[:MAX_BYTES]
    return content[: max(content.rfind(end, 0, MAX_BYTES) for end in (b"\n", b"\r")) + 1]


def _lines(content: bytes) -> Iterator[Line]:
    for number, raw in enumerate(_LINE_END.split(content), 1):
        said = raw.partition(b"#")[0].strip(_BLANK)
        if not said:
            continue
        key, colon, value = said.partition(b":")
        if colon:
            name = key.strip(_BLANK).decode("ascii", "replace").lower()
            yield Line(number, name, value.strip(_BLANK))
        else:
            yield Line(number, "", said)


def _groups(lines: tuple[Line, ...]) -> Iterator[Group]:
    """Yield the groups; a rule ends the naming of crawlers, lines of other kinds end nothing."""
    agents: list[Agent] = []
    rules: list[Rule] = []
    others: list[Line] = []
    has_rule = False
    for line in lines:
        if line.key == "user-agent":
            if has_rule:
                yield Group(tuple(agents), tuple(rules), tuple(others))
                agents, rules, others, has_rule = [], [], [], False
            agents.append(_agent(line))
        elif not agents:
            continue
        elif line.key in ("allow", "disallow"):
            has_rule = True
            if line.value:
                rules.append(_rule(line))
        else:
            others.append(line)
    if agents:
        yield Group(tuple(agents), tuple(rules), tuple(others))


def _agent(line: Line) -> Agent:
    said = line.text
    if said == EVERYBODY or said.startswith(("* ", "*\t")):
        return Agent(line.number, said, EVERYBODY)
    found = _TOKEN.match(said)
    return Agent(line.number, said, found[0] if found else "")


def _rule(line: Line) -> Rule:
    return Rule(line.number, line.key == "allow", comparable_pattern(line.value))
