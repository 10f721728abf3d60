"""What a website says to AI crawlers, as text to be read."""

from collections.abc import Iterator

from optout_tui.audit.site.report import SiteReport
from optout_tui.audit.site.verdicts import Verdict
from optout_tui.audit.site.words import FOUND, HEADINGS, KEEPS, LIMITS, PURPOSE_WORDS, REACHES
from optout_tui.cli.layout import hang, line_width, table
from optout_tui.library.crawlers import PURPOSES, Crawler, CrawlerTable
from optout_tui.safety.text import clean


def site_text(report: SiteReport, known: CrawlerTable) -> str:
    """Return verdicts by purpose, signals, doubts, and what to add."""
    lines = [f"{clean(report.source)} · {FOUND[report.access]}"]
    lines += [line for problem in report.problems for line in _hang("Not sure: ", problem)]
    if report.verdicts:
        lines += _who_may(report)
    lines += [*_signals(report, known), *_doubts(report), *_offer(report)]
    if report.verdicts:
        lines += ["", *_hang("", LIMITS), *_dated(known)]
    return "\n".join(lines)


def agent_text(report: SiteReport, token: str, known: CrawlerTable) -> str:
    """Return whether the crawler may fetch the path and why; if we know it, what blocking does."""
    lines = _hang("", _agent_line(report, token))
    if (crawler := known.crawler(token)) is not None:
        lines += _about(crawler, known)
    return "\n".join(lines)


def _about(crawler: Crawler, known: CrawlerTable) -> Iterator[str]:
    told = (crawler.operator, PURPOSE_WORDS[crawler.purpose], KEEPS[crawler.keeps])
    yield from _hang("  ", " · ".join(told))
    yield from _hang("  Blocking it stops: ", crawler.stops)
    yield from _hang("  It does not stop: ", crawler.leaves)
    for name in crawler.sources:
        source = next(one for one in known.sources if one.id == name)
        dated = source.dated or "no date"
        yield from _hang("  Source: ", f"{source.title} · {source.tier} · {dated}")
        yield from _hang("          ", source.url)
    yield from _hang("  ", f"Checked {crawler.checked} · {crawler.confidence} confidence")


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


def _who_may(report: SiteReport) -> Iterator[str]:
    for purpose in PURPOSES:
        rows = [
            _row(report, verdict)
            for verdict in report.verdicts
            if verdict.crawler.purpose == purpose
        ]
        if rows:
            headings = ("Crawler", "Company", f"{report.path}?", "All?", "Obeys", "Line")
            yield ""
            yield HEADINGS[purpose]
            yield table(headings, rows, whole=(0,))


def _row(report: SiteReport, verdict: Verdict) -> tuple[str, ...]:
    crawler = verdict.crawler
    return (
        crawler.token,
        crawler.operator,
        "yes" if verdict.allowed else "no",
        REACHES[verdict.reach],
        crawler.keeps,
        "–" if verdict.line is None else _line(report, verdict.line),
    )


def _line(report: SiteReport, number: int) -> str:
    found = report.robots.line(number)
    return f"{number} {found.key.capitalize()}: {found.text}" if found else str(number)


def _signals(report: SiteReport, known: CrawlerTable) -> Iterator[str]:
    if not report.signals:
        return
    yield ""
    yield "WHAT ELSE IT SAYS"
    for kind in dict.fromkeys(signal.kind for signal in report.signals):
        about = known.signal(kind)
        if about is not None:
            yield f"{about.name} · {about.status}"
            yield from _hang("  ", about.text)
        for signal in report.signals:
            if signal.kind == kind:
                whom = f" (to {', '.join(signal.agents)})" if signal.agents else ""
                yield from _hang("  > ", f"{signal.value}{whom} · {signal.where}")


def _doubts(report: SiteReport) -> Iterator[str]:
    if not report.doubts:
        return
    yield ""
    yield "WHAT MAY NOT BE READ AS IT WAS MEANT"
    for doubt in report.doubts:
        lead = f"  line {doubt.line}: " if doubt.line else "  "
        yield from _hang(lead, doubt.reason)


def _offer(report: SiteReport) -> Iterator[str]:
    offer = report.offer
    if offer.lines:
        yield ""
        yield f"TO SHUT OUT THE OTHER {len(offer.tokens)} FOR TRAINING, ADD THIS TO ROBOTS.TXT"
        yield from (clean(line) for line in offer.diff.split("\n"))
    if offer.left:
        named = ", ".join(offer.left)
        yield from ("", *_hang("", f"Lines with “Allow” still let these in somewhere: {named}"))


def _dated(known: CrawlerTable) -> Iterator[str]:
    if known.checked is not None:
        more = "What blocking a name stops: add --agent and the name."
        yield from _hang("", f"Our list of crawlers was checked on {known.checked}. {more}")


def _hang(lead: str, text: str) -> list[str]:
    return hang(lead, text, line_width())
