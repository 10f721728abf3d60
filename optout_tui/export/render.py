"""The one door to all formats."""

from datetime import date

from optout_tui.checklist.model import Checklist
from optout_tui.export.redact import redacted
from optout_tui.export.report import report_of
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.refusal import unknown

FORMATS: tuple[str, ...] = ("md", "html", "json", "csv", "ics", "toml")


def render(
    checklist: Checklist, knowledge: Knowledge, today: date, fmt: str, *, redact: bool = False
) -> str:
    """Return *checklist* as it stands on *today* in the format *fmt*.

    With *redact* nothing in it tells whose accounts they are: no handles, notes, references,
    file names. Raises Refusal for an unknown format, with the nearest one, for a region
    nobody knows, and for text the format cannot hold.
    """
    if fmt not in FORMATS:
        raise unknown("format", fmt, FORMATS, f"formats are {', '.join(FORMATS)}")
    shown = redacted(checklist, knowledge) if redact else checklist
    if fmt == "toml":
        from optout_tui.export.toml_ import as_toml

        return as_toml(shown)
    if fmt == "ics":
        from optout_tui.export.ics import as_ics

        return as_ics(shown, knowledge)
    report = report_of(shown, knowledge, today, redacted=redact)
    if fmt == "json":
        from optout_tui.export.json_ import as_json

        return as_json(report, shown, knowledge)
    if fmt == "csv":
        from optout_tui.export.csv_ import as_csv

        return as_csv(report)
    if fmt == "html":
        from optout_tui.export.html import as_html

        return as_html(report)
    from optout_tui.export.markdown import as_markdown

    return as_markdown(report)
