"""What a website says, put together: of files at hand or of what was fetched."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from optout_tui.audit.site.beside import ai_txt_signals, llms_txt_signals, tdmrep_signals
from optout_tui.audit.site.doubts import doubts
from optout_tui.audit.site.findings import Doubt, Signal
from optout_tui.audit.site.offer import Offer, make_offer
from optout_tui.audit.site.page import Headers, header_signals, page_signals
from optout_tui.audit.site.preferences import preferences
from optout_tui.audit.site.robots import Decision, Robots, read_robots
from optout_tui.audit.site.verdicts import Verdict, verdicts
from optout_tui.library.crawlers import CrawlerTable

Kind = Literal["robots", "page", "tdmrep", "ai-txt", "llms-txt"]
Access = Literal["read", "missing", "unreachable", "not asked"]
"""How robots.txt was found. Missing means all is allowed, and so do redirects without end;
unreachable that careful crawlers stay away (RFC 9309, 2.3.1.2 to 2.3.1.4)."""

OK, REDIRECT, SERVER_ERROR = 200, 300, 500
TOO_MANY_REQUESTS = 429
"""Of all 4xx the one that Google takes for a server's error."""


class Piece(NamedTuple):
    """One file of a site: what it is, how it is called here, what it holds.

    ``status`` is that of HTTP: 200 for a file at hand, that of a redirect where they did not end,
    0 where no answer came. ``problem`` says why then.
    """

    kind: Kind
    name: str
    content: bytes = b""
    status: int = OK
    headers: Headers = ()
    problem: str = ""

    @property
    def is_there(self) -> bool:
        """Whether it was found."""
        return OK <= self.status < REDIRECT

    @property
    def access(self) -> Access:
        """How a crawler takes the answer, where this is robots.txt."""
        if self.is_there:
            return "read"
        is_answer = REDIRECT <= self.status < SERVER_ERROR
        return "missing" if is_answer and self.status != TOO_MANY_REQUESTS else "unreachable"


@dataclass(frozen=True)
class SiteReport:
    """What a site says to AI crawlers. ``path`` is the one that the verdicts are about.

    ``problems`` tell what could not be looked at, each with its file.
    """

    source: str
    path: str
    access: Access
    verdicts: tuple[Verdict, ...] = ()
    signals: tuple[Signal, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    offer: Offer = Offer()  # noqa: RUF009 - it cannot change
    looked_at: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    robots: Robots = field(default_factory=lambda: read_robots(b""))

    def decide(self, agent: str) -> Decision:
        """Return whether *agent*, in our list or not, may fetch the path."""
        if self.access == "unreachable":
            return Decision(allowed=False, rule=None)
        return self.robots.decide(agent, self.path)

    @property
    def still_open(self) -> tuple[str, ...]:
        """The needed training crawlers that may fetch something; all of them where it is unsure."""
        needed = [one for one in self.verdicts if one.crawler.needed]
        is_sure = self.access == "read"
        return tuple(v.crawler.token for v in needed if not is_sure or v.reach != "none")


def look_at(source: str, pieces: Iterable[Piece], table: CrawlerTable, path: str) -> SiteReport:
    """Return what the *pieces* of the site *source* say of *path*."""
    found = tuple(pieces)
    robots = next((piece for piece in found if piece.kind == "robots"), None)
    told = tuple(one for piece in found for one in _told_by(piece))
    problems = tuple(f"{piece.name}: {piece.problem}" for piece in found if piece.problem)
    signals = tuple(one for one in told if isinstance(one, Signal))
    beside = tuple(one for one in told if isinstance(one, Doubt))
    names = tuple(piece.name for piece in found)
    if robots is None:
        return SiteReport(source, path, "not asked", (), signals, beside, Offer(), names, problems)
    read = read_robots(robots.content if robots.is_there else b"")
    training = [one.token for one in table.crawlers if one.purpose == "training"]
    is_sure = robots.access != "unreachable"
    content = robots.content if robots.is_there else b""
    return SiteReport(
        source=source,
        path=path,
        access=robots.access,
        verdicts=_verdicts(robots.access, read, table, path),
        signals=(*preferences(read, robots.name), *signals),
        doubts=(*doubts(content, read, (one.token for one in table.crawlers)), *beside),
        offer=make_offer(content, read, training, "robots.txt") if is_sure else Offer(),
        looked_at=names,
        problems=problems,
        robots=read,
    )


def _verdicts(
    access: Access, robots: Robots, table: CrawlerTable, path: str
) -> tuple[Verdict, ...]:
    if access == "unreachable":
        return tuple(Verdict(one, allowed=False, line=None, reach="none") for one in table.crawlers)
    return tuple(verdicts(robots, table.crawlers, path))


def _told_by(piece: Piece) -> Iterator[Signal | Doubt]:
    """Yield what a file beside robots.txt says, and the headers of a page."""
    if not piece.is_there:
        return
    match piece.kind:
        case "page":
            yield from header_signals(piece.headers, piece.name)
            yield from page_signals(piece.content, piece.name)
        case "tdmrep":
            yield from tdmrep_signals(piece.content, piece.name)
        case "ai-txt":
            yield from ai_txt_signals(piece.content, piece.name)
        case "llms-txt":
            yield from llms_txt_signals(piece.content, piece.name)
        case "robots":
            return
