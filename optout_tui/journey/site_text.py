"""What a website says to AI crawlers, as text to be read."""

from collections.abc import Callable, Iterator, Sequence

from optout_tui.audit.site.report import SiteReport
from optout_tui.audit.site.verdicts import Verdict
from optout_tui.audit.site.words import (
    FOUND,
    HEADINGS,
    KEEPS,
    LIMITS,
    OBEYS,
    PURPOSE_WORDS,
    REACHES,
)
from optout_tui.checklist.words import day, of_source
from optout_tui.journey.lines import hang
from optout_tui.library.crawlers import PURPOSES, Crawler, CrawlerTable
from optout_tui.safety.text import clean

Rows = Sequence[tuple[str, ...]]
Table = Callable[[tuple[str, ...], Rows], str]
"""Lays rows out under their headings; the first column is never broken."""


FETCH, NO_LINE = "Get ", "–"


def in_words(headings: tuple[str, ...], rows: Rows, width: int | None = None) -> str:
    """Return a line for each row, its cells said in words: to be heard, or where little fits.

    Lines take at most *width* cells, or are as long as they are.
    """
    path = headings[2].removeprefix(FETCH).removesuffix("?")
    lines: list[str] = []
    lead = "  " if width is None else "  - "
    for token, company, may, all_of_it, obeys, line in rows:
        said = f"{may} for {path}, {all_of_it} for the whole site, obeys: {obeys}"
        because = "" if line == NO_LINE else f", line {line}"
        lines += hang(lead, f"{token} of {company}: {said}{because}", width)
    return "\n".join(lines)


def site_text(
    report: SiteReport, known: CrawlerTable, width: int | None, table: Table, hint: str = ""
) -> str:
    """Return verdicts by purpose as a *table* each, signals, doubts, and what to add.

    Lines take at most *width* cells, or are as long as they are. *hint* says where there is more.
    """
    return _Writer(report, known, width).site(table, hint)


def agent_text(report: SiteReport, token: str, known: CrawlerTable, width: int | None) -> str:
    """Return whether the crawler may fetch the path and why; if we know it, what blocking does."""
    return _Writer(report, known, width).agent(token)


class _Writer:
    """Writes about one website."""

    def __init__(self, report: SiteReport, known: CrawlerTable, width: int | None) -> None:
        self.report = report
        self.known = known
        self.width = width

    def site(self, table: Table, hint: str) -> str:
        lines = [f"{clean(self.report.source)} · {FOUND[self.report.access]}"]
        for problem in self.report.problems:
            lines += self._hang("Not sure: ", problem)
        if self.report.verdicts:
            lines += self._who_may(table)
        lines += [*self._signals(), *self._doubts(), *self._offer()]
        if self.report.verdicts:
            lines += ["", *self._hang("", LIMITS), *self._dated(hint)]
        return "\n".join(lines)

    def agent(self, token: str) -> str:
        lines = self._hang("", _agent_line(self.report, token))
        if (crawler := self.known.crawler(token)) is not None:
            lines += self._about(crawler)
        return "\n".join(lines)

    def _about(self, crawler: Crawler) -> Iterator[str]:
        told = (crawler.operator, PURPOSE_WORDS[crawler.purpose], KEEPS[crawler.keeps])
        yield from self._hang("  ", " · ".join(told))
        yield from self._hang("  Blocking it stops: ", crawler.stops)
        yield from self._hang("  It does not stop: ", crawler.leaves)
        for name in crawler.sources:
            source = next(one for one in self.known.sources if one.id == name)
            yield from self._hang("  Source: ", of_source(source))
            yield from self._hang("          ", source.url)
        yield from self._hang(
            "  ", f"Checked {day(crawler.checked)} · {crawler.confidence} confidence"
        )

    def _who_may(self, table: Table) -> Iterator[str]:
        for purpose in PURPOSES:
            rows = [
                _row(self.report, verdict)
                for verdict in self.report.verdicts
                if verdict.crawler.purpose == purpose
            ]
            if rows:
                headings = (
                    "Crawler",
                    "Company",
                    f"{FETCH}{self.report.path}?",
                    "All?",
                    "Obeys",
                    "Line",
                )
                yield ""
                yield HEADINGS[purpose]
                yield table(headings, rows)

    def _signals(self) -> Iterator[str]:
        if not self.report.signals:
            return
        yield ""
        yield "WHAT ELSE IT SAYS"
        for kind in dict.fromkeys(signal.kind for signal in self.report.signals):
            about = self.known.signal(kind)
            if about is not None:
                yield f"{about.name} · {about.status}"
                yield from self._hang("  ", about.text)
            for signal in self.report.signals:
                if signal.kind == kind:
                    whom = f" (to {', '.join(signal.agents)})" if signal.agents else ""
                    yield from self._hang("  > ", f"{signal.value}{whom} · {signal.where}")

    def _doubts(self) -> Iterator[str]:
        if not self.report.doubts:
            return
        yield ""
        yield "WHAT MAY NOT BE READ AS IT WAS MEANT"
        for doubt in self.report.doubts:
            lead = f"  line {doubt.line}: " if doubt.line else "  "
            yield from self._hang(lead, doubt.reason)

    def _offer(self) -> Iterator[str]:
        offer = self.report.offer
        if offer.lines:
            yield ""
            told = f"TO SHUT OUT THE OTHER {len(offer.tokens)} FOR TRAINING, ADD THIS TO ROBOTS.TXT"
            yield from self._hang("", told)
            yield from (clean(line) for line in offer.diff.split("\n"))
        if offer.left:
            told = f"Lines with “Allow” still let these in somewhere: {', '.join(offer.left)}"
            yield from ("", *self._hang("", told))

    def _dated(self, hint: str) -> Iterator[str]:
        if self.known.checked is not None:
            told = f"Our list of crawlers was checked on {day(self.known.checked)}. {hint}"
            yield from self._hang("", told.rstrip())

    def _hang(self, lead: str, text: str) -> list[str]:
        return hang(lead, text, self.width)


def _agent_line(report: SiteReport, token: str) -> str:
    decision = report.decide(token)
    may = "may" if decision.allowed else "may not"
    if report.access != "read":
        why = FOUND[report.access]
    elif decision.line is None:
        why = "no line says otherwise"
    else:
        why = f"line {_line(report, decision.line)}"
    return f"{token} {may} fetch {report.path} · {why}"


def _row(report: SiteReport, verdict: Verdict) -> tuple[str, ...]:
    crawler = verdict.crawler
    return (
        crawler.token,
        crawler.operator,
        "yes" if verdict.allowed else "no",
        REACHES[verdict.reach],
        OBEYS[crawler.keeps],
        NO_LINE if verdict.line is None else _line(report, verdict.line),
    )


def _line(report: SiteReport, number: int) -> str:
    found = report.robots.line(number)
    return f"{number} {found.key.capitalize()}: {found.text}" if found else str(number)
