"""What a website, or YouTube of a video, says to those who train: blocks of text."""

from collections.abc import Iterator

from textual.content import Content

from optout_tui.audit.site.report import SiteReport
from optout_tui.audit.site.verdicts import Verdict
from optout_tui.audit.site.video import VideoReport
from optout_tui.audit.site.words import (
    FOUND,
    HEADINGS,
    LIMITS,
    NOT_GOOGLE,
    REACHES,
    permitted_words,
)
from optout_tui.checklist.words import day
from optout_tui.library.crawlers import PURPOSES, CrawlerTable
from optout_tui.tui.flow import GAP, Block, block, field, plain
from optout_tui.tui.widgets.rows import columns

SITE = "https://…, or a robots.txt on this computer"
VIDEO = "https://www.youtube.com/watch?v=…"
HELLO = {
    SITE: "Type the address of your website, or a robots.txt file, and press enter. You are "
    "shown which addresses will be fetched, and asked, before anything is.",
    VIDEO: "Type the address of one of your videos and press enter. You are shown the one address "
    "that will be fetched, and asked, before it is.",
}

STYLES = {"all": "$warning", "part": "$warning", "none": "$primary"}


def site_blocks(report: SiteReport, known: CrawlerTable, width: int) -> list[Block]:
    """Return who may train, search and fetch, the line that decides, doubts, and what to add."""
    blocks = [block(report.source, "bold"), block(FOUND[report.access])]
    blocks += [block(f"Not sure: {problem}", "$warning") for problem in report.problems]
    for purpose in PURPOSES:
        rows = [v for v in report.verdicts if v.crawler.purpose == purpose]
        if rows:
            blocks += [GAP, block(HEADINGS[purpose], "bold $muted")]
            head = tuple(plain(name, "$muted") for name in ("Crawler", "May?", "Line", "Company"))
            table = [head, *(_row(report, verdict) for verdict in rows)]
            blocks += [block(line.at(width)) for line in columns(table, gap=2)]
    blocks += [*_signals(report, known), *_doubts(report), *_offer(report)]
    if report.verdicts:
        blocks += [GAP, block(LIMITS, "$muted")]
    if known.checked is not None:
        blocks.append(block(f"Our list of crawlers was checked on {day(known.checked)}.", "$muted"))
    return blocks


def video_blocks(report: VideoReport) -> list[Block]:
    """Return who may train on a video."""
    style = "$primary" if report.is_closed else "$warning"
    return [
        field("Video", report.video),
        field("YouTube says", permitted_words(report), style),
        GAP,
        block(NOT_GOOGLE, "$muted"),
    ]


def _row(report: SiteReport, verdict: Verdict) -> tuple[Content, ...]:
    crawler = verdict.crawler
    is_training = crawler.purpose == "training"
    return (
        plain(crawler.token),
        plain(REACHES[verdict.reach], STYLES[verdict.reach] if is_training else ""),
        plain(_line(report, verdict.line)),
        plain(crawler.operator, "$muted"),
    )


def _line(report: SiteReport, number: int | None) -> str:
    if number is None:
        return "no line"
    found = report.robots.line(number)
    return f"{number} {found.key.capitalize()}: {found.text}" if found else f"{number}"


def _signals(report: SiteReport, known: CrawlerTable) -> Iterator[Block]:
    if report.signals:
        yield from (GAP, block("WHAT ELSE IT SAYS", "bold $muted"))
    for signal in report.signals:
        about = known.signal(signal.kind)
        name = f"{about.name} ({about.status}): " if about else ""
        whom = f" to {', '.join(signal.agents)}" if signal.agents else ""
        yield block(f"{name}{signal.value}{whom}, {signal.where}", bullet="· ")


def _doubts(report: SiteReport) -> Iterator[Block]:
    if report.doubts:
        yield from (GAP, block("WHAT MAY NOT BE READ AS IT WAS MEANT", "bold $muted"))
    for doubt in report.doubts:
        where = f"line {doubt.line}: " if doubt.line else ""
        yield block(f"{where}{doubt.reason}", "$warning", bullet="· ")


def _offer(report: SiteReport) -> Iterator[Block]:
    offer = report.offer
    if offer.lines:
        yield from (GAP, block(f"TO SHUT OUT {len(offer.tokens)} FOR TRAINING", "bold $muted"))
        yield block("Add these lines to robots.txt. Press y to copy them.", "$muted")
        for line in offer.diff.split("\n"):
            yield block(plain(line, "$primary" if line.startswith("+") else "$muted"))
    if offer.left:
        named = ", ".join(offer.left)
        yield block(f"Lines with “Allow” still let these in somewhere: {named}", "$warning")
