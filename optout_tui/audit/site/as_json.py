"""What a website says, in the shape that ``audit site --json`` prints."""

from typing import Any

from optout_tui.audit.site.report import SiteReport
from optout_tui.audit.site.video import VideoReport
from optout_tui.library.crawlers import CrawlerTable


def site_json(report: SiteReport, table: CrawlerTable) -> dict[str, Any]:
    """Return what the contract calls ``audit site``: plain values, ready for JSON.

    ``line`` is null where no line decides, ``name``, ``status`` and ``text`` of a signal come from
    the table. ``access`` says how robots.txt was found, ``add`` what would shut out the rest.
    """
    return {
        "source": report.source,
        "path": report.path,
        "access": report.access,
        "agents": [
            {
                "token": verdict.crawler.token,
                "operator": verdict.crawler.operator,
                "purpose": verdict.crawler.purpose,
                "allowed": verdict.allowed,
                "line": verdict.line,
                "reach": verdict.reach,
                "keeps": verdict.crawler.keeps,
                "needed": verdict.crawler.needed,
                "stops": verdict.crawler.stops,
                "leaves": verdict.crawler.leaves,
                "confidence": verdict.crawler.confidence,
                "checked": verdict.crawler.checked.isoformat(),
            }
            for verdict in report.verdicts
        ],
        "signals": [
            {
                "kind": signal.kind,
                "value": signal.value,
                "where": signal.where,
                "agents": list(signal.agents),
                **_known_of(signal.kind, table),
            }
            for signal in report.signals
        ],
        "warnings": [doubt._asdict() for doubt in report.doubts],
        "add": {
            "tokens": list(report.offer.tokens),
            "lines": list(report.offer.lines),
            "diff": report.offer.diff,
            "left": list(report.offer.left),
        },
        "looked_at": list(report.looked_at),
        "problems": list(report.problems),
    }


def _known_of(kind: str, table: CrawlerTable) -> dict[str, str]:
    known = table.signal(kind)
    if known is None:
        return {"name": kind, "status": "", "text": ""}
    return {"name": known.name, "status": known.status, "text": known.text}


def agent_json(report: SiteReport, agent: str, token: str) -> dict[str, Any]:
    """Return the answer for one crawler, which was given as *agent* and is looked up as *token*."""
    decision = report.decide(token)
    return {
        "agent": agent,
        "path": report.path,
        "allowed": decision.allowed,
        "line": decision.line,
    }


def video_json(report: VideoReport) -> dict[str, Any]:
    """Return what YouTube says of a video; ``closed`` is whether no other company may train."""
    return {
        "video": report.video,
        "source": report.address,
        "permitted": list(report.permitted),
        "closed": report.is_closed,
    }
