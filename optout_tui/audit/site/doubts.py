"""What in a robots.txt will not be read as it was meant, line by line."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from optout_tui.audit.site.findings import MAX_DOUBTS, Doubt, said
from optout_tui.audit.site.patterns import sample
from optout_tui.audit.site.preferences import preference_doubts
from optout_tui.audit.site.robots import EVERYBODY, MAX_BYTES, Agent, Line, Robots, Rule, decide

DIRECTIVES = {
    "user-agent": "User-agent",
    "allow": "Allow",
    "disallow": "Disallow",
    "content-signal": "Content-Signal",
    "content-usage": "Content-Usage",
    "license": "License",
}
OTHERS = frozenset({"sitemap", "crawl-delay", "host", "clean-param", "noindex", "request-rate"})
"""Kinds of lines that some read; none of them opens or shuts anything here."""

MAX_NAMES = 500
MAX_LOOKS = 200_000
"""How many unknown names are compared, and rules tried: beyond that a file was made to be slow."""

_NEAR = 0.75
_NEAR_TOKEN = 0.85
_LONGEST_NAME = 40


def doubts(content: bytes, robots: Robots, tokens: Iterable[str]) -> tuple[Doubt, ...]:
    """Return what is doubtful, by line; *tokens* are names of crawlers that may be misspelt."""
    found = [
        *_file_doubts(content, robots),
        *_key_doubts(robots.lines),
        *_orphans(robots),
        *_agent_doubts(robots, tuple(tokens)),
        *_path_doubts(robots.lines),
        *_repeated_groups(robots),
        *_freed(robots),
        *_shadowed(robots),
        *preference_doubts(robots),
    ]
    found = sorted(dict.fromkeys(found), key=lambda doubt: doubt.line or 0)
    if len(found) > MAX_DOUBTS:
        more = Doubt(None, f"{len(found) - MAX_DOUBTS} more things are doubtful, and left out here")
        found = [*found[:MAX_DOUBTS], more]
    return tuple(found)


def _file_doubts(content: bytes, robots: Robots) -> Iterator[Doubt]:
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        yield Doubt(1, "this looks like a web page, not like a robots.txt")
    if robots.has_bom:
        yield Doubt(1, "a byte order mark stands first; some crawlers miss the first group for it")
    if robots.is_cut:
        yield Doubt(None, f"larger than {MAX_BYTES // 1024} KiB: what lies beyond is not read")
    if b"\x00" in content:
        yield Doubt(_line_of(content, content.index(b"\x00")), "holds NUL characters")
    try:
        content[:MAX_BYTES].decode()
    except UnicodeDecodeError as error:
        if error.start < MAX_BYTES - 3:  # else a character was cut in two
            yield Doubt(_line_of(content, error.start), "holds what is no UTF-8 text")


def _line_of(content: bytes, place: int) -> int:
    before = content[:place].replace(b"\r\n", b"\n")
    return before.count(b"\n") + before.count(b"\r") + 1


def _key_doubts(lines: tuple[Line, ...]) -> Iterator[Doubt]:
    known: dict[str, str] = {}
    for line in lines:
        name = line.key or line.text.partition(" ")[0].lower()
        if line.key in DIRECTIVES or name in OTHERS or len(name) > _LONGEST_NAME:
            continue
        if name not in known:
            if len(known) >= MAX_NAMES:
                return
            near = get_close_matches(name, DIRECTIVES, n=1, cutoff=_NEAR)
            known[name] = DIRECTIVES[near[0]] if near else ""
        if meant := known[name]:
            yield Doubt(line.number, _misspelt(line, meant))


def _misspelt(line: Line, meant: str) -> str:
    if not line.key:
        return f"there is no colon, so many crawlers skip the line; write “{meant}: …”"
    return f"{said(line.key)} is misspelt, so many crawlers skip the line; write “{meant}”"


def _orphans(robots: Robots) -> Iterator[Doubt]:
    for line in robots.lines:
        if line.key == "user-agent":
            return
        if line.key in ("allow", "disallow"):
            yield Doubt(line.number, "a rule before the first “User-agent” is for nobody")


def _agent_doubts(robots: Robots, tokens: tuple[str, ...]) -> Iterator[Doubt]:
    known = {token.lower() for token in tokens}
    compared: set[str] = set()
    for agent in _agents(robots):
        if not agent.said:
            yield Doubt(agent.line, "“User-agent” names no crawler")
        elif agent.said != agent.token:
            yield Doubt(agent.line, _unfit(agent))
        elif (name := agent.said.lower()) not in known and len(name) <= _LONGEST_NAME:
            if name in compared or len(compared) >= MAX_NAMES:
                continue
            compared.add(name)
            if near := get_close_matches(name, known, n=1, cutoff=_NEAR_TOKEN):
                meant = next(token for token in tokens if token.lower() == near[0])
                yield Doubt(agent.line, f"we know no crawler {said(agent.said)}; is it “{meant}”?")


def _unfit(agent: Agent) -> str:
    allowed = "a name holds letters, “-” and “_” alone"
    if not agent.token:
        return f"{said(agent.said)} is no name of a crawler: {allowed}"
    return f"{allowed}: of {said(agent.said)} some crawlers read “{agent.token}” only"


def _agents(robots: Robots) -> Iterator[Agent]:
    return (agent for group in robots.groups for agent in group.agents)


def _path_doubts(lines: tuple[Line, ...]) -> Iterator[Doubt]:
    for line in lines:
        if line.key in ("allow", "disallow") and line.value and line.value[:1] not in b"/*":
            yield Doubt(line.number, f"{said(line.text)} begins with no slash: it matches nothing")


def _repeated_groups(robots: Robots) -> Iterator[Doubt]:
    first: dict[str, tuple[int, Agent]] = {}
    for n, group in enumerate(robots.groups):
        for agent in group.agents:
            place, before = first.setdefault(agent.token.lower(), (n, agent))
            if agent.token and place != n:
                told = f"“{agent.token}” stands in line {before.line} too: both groups are one"
                yield Doubt(agent.line, told)


def _freed(robots: Robots) -> Iterator[Doubt]:
    """Yield crawlers to which rules for everybody do not apply, as they have a group."""
    general = [rule for rule in robots.rules_for(EVERYBODY) if not rule.allows]
    if not general:
        return
    told = f"the rules for everybody (line {general[0].line}) do not hold for"
    for agent in _distinct(robots):
        if agent.token == EVERYBODY:
            continue
        rules = robots.rules_for(agent.token)
        if decide(rules[:MAX_NAMES], b"/").allowed:
            yield Doubt(agent.line, f"{told} {said(agent.said)}, which has a group of its own")


def _shadowed(robots: Robots) -> Iterator[Doubt]:
    """Yield rules that do not decide even about their own path."""
    looks = 0
    for agent in _distinct(robots):
        rules = robots.rules_for(agent.token)
        for rule in rules:
            looks += len(rules)
            if looks > MAX_LOOKS:
                return
            decider = decide(rules, sample(rule.pattern)).rule
            if decider is not None and decider.line != rule.line:
                yield from _beaten(rule, decider)


def _distinct(robots: Robots) -> Iterator[Agent]:
    """Yield the first line of each crawler that is named."""
    seen: set[str] = set()
    for agent in _agents(robots):
        name = agent.token.lower()
        if name and name not in seen and len(seen) < MAX_NAMES:
            seen.add(name)
            yield agent


def _beaten(rule: Rule, decider: Rule) -> Iterator[Doubt]:
    if decider.pattern == rule.pattern and decider.allows == rule.allows:
        yield Doubt(rule.line, f"says the same as line {decider.line}")
    elif decider.allows != rule.allows:
        wins = "is longer" if len(decider.pattern) > len(rule.pattern) else "allows"
        yield Doubt(rule.line, f"does not decide here: line {decider.line} {wins} and wins")
