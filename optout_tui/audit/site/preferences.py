"""What robots.txt says beside its rules: Content-Signal, Content-Usage and License lines.

Content-Signal is Cloudflare's; Content-Usage the drafts draft-ietf-aipref-attach-05 and
draft-ietf-aipref-vocab-07 of 2026-08-19; License belongs to RSL 1.0. The first two look alike and
mean the same with the words turned round, so each is often written in the other's way.
"""

from collections.abc import Iterator
from typing import NamedTuple

from optout_tui.audit.site.findings import Doubt, Signal, cut, said
from optout_tui.audit.site.robots import Line, Robots

YES_NO = frozenset({"yes", "no"})


class Vocabulary(NamedTuple):
    """The words of one kind of line, the values each takes, and what people write instead."""

    name: str
    words: dict[str, frozenset[str]]
    mixed_up: dict[str, str]
    values: dict[str, str]


SIGNAL = Vocabulary(
    "Content-Signal",
    {
        "search": YES_NO,
        "ai-input": YES_NO,
        "ai-train": YES_NO,
        "use": frozenset({"immediate", "reference", "full"}),
    },
    {"train-ai": "ai-train"},
    {"y": "yes", "n": "no"},
)
USAGE = Vocabulary(
    "Content-Usage",
    {"train-ai": frozenset("yn"), "search": frozenset("yn")},
    {"ai-train": "train-ai"},
    {"yes": "y", "no": "n"},
)
VOCABULARIES = {"content-signal": SIGNAL, "content-usage": USAGE}
KINDS = {"content-signal": "content-signal", "content-usage": "content-usage", "license": "rsl"}
"""The kind of signal by the key of its line."""


def preferences(robots: Robots, file: str) -> Iterator[Signal]:
    """Yield what the lines of *robots* say, each with the crawlers of the group it stands in."""
    spoken_to = {line.number: group.agents for group in robots.groups for line in group.lines}
    for line in robots.lines:
        if line.key in KINDS:
            agents = tuple(agent.said for agent in spoken_to.get(line.number, ()))
            is_general = line.key == "license"
            where = f"{file}:{line.number}"
            yield Signal(KINDS[line.key], cut(line.text), where, () if is_general else agents)


def preference_doubts(robots: Robots) -> Iterator[Doubt]:
    """Yield what is doubtful in those lines: words and values of the other kind, no group."""
    in_groups = {line.number for group in robots.groups for line in group.lines}
    for line in robots.lines:
        if line.key not in VOCABULARIES:
            continue
        vocabulary = VOCABULARIES[line.key]
        if line.number not in in_groups:
            reason = (
                f"“{vocabulary.name}” stands before the first “User-agent”: it speaks to nobody"
            )
            yield Doubt(line.number, reason)
        for reason in value_doubts(line, vocabulary):
            yield Doubt(line.number, reason)


def value_doubts(line: Line, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield what is doubtful in the value of one line."""
    pairs = _pairs(line.text)
    if not pairs:
        yield f"“{vocabulary.name}” says nothing"
    for word, value in pairs:
        if right := vocabulary.mixed_up.get(word):
            other = SIGNAL if vocabulary is USAGE else USAGE
            yield f"“{word}” belongs to “{other.name}”; in “{vocabulary.name}” it is “{right}”"
        elif word not in vocabulary.words:
            yield f"“{vocabulary.name}” knows no word {said(word)}"
        elif value not in vocabulary.words[word]:
            right = vocabulary.values.get(value, "")
            cure = f"write “{right}”" if right else _one_of(vocabulary.words[word])
            yield f"“{word}” in “{vocabulary.name}” cannot be {said(value)}; {cure}"


def _one_of(values: frozenset[str]) -> str:
    return f"write {' or '.join(f'“{value}”' for value in sorted(values, reverse=True))}"


def _pairs(text: str) -> list[tuple[str, str]]:
    """Return the words and values of a line, without the path that may stand before them."""
    if text.startswith("/"):
        text = text.partition(" ")[2]
    members = (part.partition(";")[0].partition("=") for part in text.split(","))
    return [(word.strip().lower(), value.strip()) for word, _, value in members if word.strip()]
