"""Records of the AI crawlers and signals that a website can speak of."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

import msgspec

from optout_tui.library.records import (
    Confidence,
    Identifier,
    Name,
    Record,
    Source,
    Text,
)
from optout_tui.safety.limits import BadFile

Purpose = Literal["training", "search", "user"]
Keeps = Literal["yes", "no", "may not", "unclear"]
Standing = Literal["report", "draft", "convention", "emerging", "unclear", "unrelated"]

PURPOSES: tuple[Purpose, ...] = ("training", "search", "user")

Token = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z_-]+$", max_length=60)]
"""A crawler's name in robots.txt, of the characters that RFC 9309 allows (section 2.2.1)."""

SourceIds = Annotated[tuple[Identifier, ...], msgspec.Meta(min_length=1, max_length=100)]


class Crawler(Record, frozen=True, kw_only=True):
    """A name that a website can speak of in robots.txt, and what blocking it does.

    ``stops`` and ``leaves`` say what blocking it stops and what it does not. ``keeps`` is whether
    it is said to keep to robots.txt. A site's check asks for what is ``needed``; ``control``
    names are signs that are only read in robots.txt, under which nobody visits.
    """

    token: Token
    operator: Name
    purpose: Purpose
    keeps: Keeps
    stops: Text
    leaves: Text
    confidence: Confidence
    checked: date
    sources: SourceIds
    needed: bool = False
    control: bool = False


class SignalKind(Record, frozen=True, kw_only=True):
    """A way to say what may be done with pages, beside robots.txt's own rules."""

    kind: Identifier
    name: Name
    status: Standing
    text: Text
    confidence: Confidence
    checked: date
    sources: SourceIds


class CrawlerTable(Record, frozen=True, kw_only=True):
    """Every crawler and every signal in the table, with their sources."""

    crawlers: tuple[Crawler, ...] = ()
    signals: tuple[SignalKind, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def checked(self) -> date | None:
        """The oldest day on which one of the crawlers was checked, or None without any."""
        return min((crawler.checked for crawler in self.crawlers), default=None)

    def crawler(self, token: str) -> Crawler | None:
        """Return the crawler of that name, in whatever capitals, or None."""
        folded = token.lower()
        return next((one for one in self.crawlers if one.token.lower() == folded), None)

    def signal(self, kind: str) -> SignalKind | None:
        """Return what is known of that kind of signal, or None."""
        return next((one for one in self.signals if one.kind == kind), None)


def check_crawlers(table: CrawlerTable, file: str) -> None:
    """Raise BadFile for the first thing in *table* that does not hold together."""
    for where, reason in crawler_faults(table):
        raise BadFile(file, reason, where)


def crawler_faults(table: CrawlerTable) -> Iterator[tuple[str, str]]:
    """Yield everything in *table* that does not hold together, as place and reason."""
    yield from _repeated([one.token.lower() for one in table.crawlers], "crawlers", "token")
    yield from _repeated([one.kind for one in table.signals], "signals", "kind")
    yield from _repeated([one.id for one in table.sources], "sources", "id")
    known = {source.id for source in table.sources}
    for where, claim in claims_of(table):
        for n, name in enumerate(claim.sources):
            if name not in known:
                yield f"{where}.sources[{n}]", f'no source named "{name}"'
    for n, crawler in enumerate(table.crawlers):
        if crawler.needed and crawler.purpose != "training":
            yield f"crawlers[{n}].needed", "only a crawler for training can be needed"
    for n, source in enumerate(table.sources):
        if not _is_date(source.dated):
            yield f"sources[{n}].dated", f'"{source.dated}" is no date'


def claims_of(table: CrawlerTable) -> Iterator[tuple[str, Crawler | SignalKind]]:
    """Yield everything in *table* that claims something, with its place."""
    for n, crawler in enumerate(table.crawlers):
        yield f"crawlers[{n}]", crawler
    for n, signal in enumerate(table.signals):
        yield f"signals[{n}]", signal


def _repeated(names: list[str], where: str, field: str) -> Iterator[tuple[str, str]]:
    for n, name in enumerate(names):
        if name in names[:n]:
            yield f"{where}[{n}].{field}", f'"{name}" is there twice'


def _is_date(text: str) -> bool:
    """A year or a month will do, but it must be one that the calendar has."""
    try:
        date.fromisoformat(f"{text or '2000'}-01-01"[: max(len(text), 10)])
    except ValueError:
        return False
    return True
