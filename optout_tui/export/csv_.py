"""The checklist as CSV (RFC 4180): one row a step, with its account beside it."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from optout_tui.checklist.model import Counted, Event, Evidence
from optout_tui.export.records import AccountReport, Report, RequestLine, StepLine
from optout_tui.export.words import figures, iso_moment, ways
from optout_tui.library.records import Source
from optout_tui.safety.text import clean

Row = dict[str, str]

COLUMNS = (
    "checklist",
    "region",
    "region_name",
    "exported",
    "revision",
    "checklist_state",
    "platform",
    "company",
    "handle",
    "account",
    "owner",
    "route",
    "kind",
    "applies",
    "state",
    "proof",
    "training_default",
    "effect",
    "on_route",
    "stage",
    "step",
    "step_title",
    "step_state",
    "at",
    "trouble",
    "note",
    "changed",
    "changed_what",
    "menus",
    "requests",
    "evidence",
    "what_is_public",
    "not_covered",
    "undone_by",
    "check_again",
    "checked",
    "checked_lately",
    "confidence",
    "sources",
    "yours",
)

_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""What a spreadsheet may take for a formula: also after blanks, and in full width."""


def as_csv(report: Report) -> str:
    """Return *report* as CSV with a header row and CRLF line ends.

    An account without steps is one row, and so is a checklist without accounts.
    """
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(report):
        writer.writerow({column: _cell(value) for column, value in row.items()})
    return text.getvalue()


def _cell(value: str) -> str:
    """Return the cell with an apostrophe first where a spreadsheet would work it out."""
    fit = clean(value, newlines=True)
    return f"'{fit}" if _FORMULA.match(fit) else fit


def _rows(report: Report) -> Iterator[Row]:
    first = _checklist_cells(report)
    for account in report.accounts:
        shared = first | _account_cells(account)
        lines = [(step, "yes") for step in account.steps]
        lines += [(step, "no") for step in account.other_steps]
        for step, on_route in lines:
            yield shared | _step_cells(step, report.language) | {"on_route": on_route}
        if not lines:
            yield shared
    if not report.accounts:
        yield first


def _checklist_cells(report: Report) -> Row:
    return {
        "checklist": report.name,
        "region": report.region,
        "region_name": report.region_name,
        "exported": report.exported.isoformat(),
        "revision": str(report.revision),
        "checklist_state": report.state,
    }


def _account_cells(account: AccountReport) -> Row:
    return {
        "platform": account.platform_name,
        "company": account.company,
        "handle": account.handle,
        "account": account.id,
        "owner": account.owner,
        "applies": account.applies,
        "state": account.state,
        "proof": account.proof,
        "training_default": account.training.default if account.training else "",
        "requests": _joined(_request(request) for request in account.requests),
        "evidence": _joined(_evidence(evidence) for evidence in account.evidence),
        "what_is_public": _joined(_counted(counted) for counted in account.audits),
        "check_again": account.check_again.isoformat() if account.check_again else "",
        "sources": _joined(_source(source) for source in account.sources),
        "yours": "yes" if account.yours else "no",
        **_route_cells(account),
    }


def _route_cells(account: AccountReport) -> Row:
    route = account.route
    if route is None:
        return {}
    return {
        "route": route.title,
        "kind": route.kind,
        "effect": route.effect,
        "not_covered": _joined(route.not_covered),
        "undone_by": _joined(route.undone_by),
        "checked": route.checked.isoformat(),
        "checked_lately": "no" if route.old else "yes",
        "confidence": route.confidence,
    }


def _step_cells(step: StepLine, language: str) -> Row:
    return {
        "stage": step.stage or "",
        "step": step.id,
        "step_title": step.title,
        "step_state": step.state,
        "at": iso_moment(step.at) if step.at else "",
        "trouble": step.sign or step.trouble,
        "note": step.note,
        "changed": "yes" if step.changed else "no",
        "changed_what": _joined([*step.parts, *(f"{one.on}: {one.text}" for one in step.since)]),
        "menus": _joined(f"{head}: {labels}" for head, labels in ways(step, language)),
    }


def _request(line: RequestLine) -> str:
    parts = [
        f"{line.kind} by {line.channel}",
        f"sent {line.sent.isoformat()}",
        f"received {line.received.isoformat()}",
        f"due {line.due.isoformat()}" if line.due else "",
        f"latest {line.latest.isoformat()}" if line.latest else "",
        line.state,
        line.time,
        f"reference {line.reference}" if line.reference else "",
        *(_event(event) for event in line.events),
    ]
    return ", ".join(part for part in parts if part)


def _event(event: Event) -> str:
    details = (event.reason, event.about, event.channel, event.reference, event.note)
    told = ", ".join(detail for detail in details if detail)
    return f"{event.kind} {event.on.isoformat()}" + (f" ({told})" if told else "")


def _evidence(evidence: Evidence) -> str:
    result = ("passed" if evidence.passed else "not passed") if evidence.kind == "check" else ""
    file = f"file {evidence.file}" if evidence.file else ""
    digest = f"SHA-256 {evidence.sha256}" if evidence.sha256 else ""
    said = (iso_moment(evidence.at), result, evidence.reference, file, digest, evidence.note)
    return ", ".join((evidence.kind, *(part for part in said if part)))


def _counted(counted: Counted) -> str:
    told = (f"{label}: {said}" for label, said in figures(counted) if said)
    return "; ".join((iso_moment(counted.at), *told))


def _source(source: Source) -> str:
    dated = f"dated {source.dated}" if source.dated else "no date"
    read = f"read {source.read.isoformat()}"
    return f"{source.title}, {source.publisher} ({source.tier}, {dated}, {read}) {source.url}"


def _joined(parts: Iterable[str]) -> str:
    return " | ".join(parts)
