"""The checklist as one HTML file that loads nothing, runs nothing and prints well."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from optout_tui.checklist.words import OWN_GUIDE, day, partial_day, stage_title
from optout_tui.export import words
from optout_tui.export.records import Report
from optout_tui.library.records import Source
from optout_tui.safety.links import checked_link
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

SYMBOLS = {
    "not started": "○",
    "in progress": "▸",
    "problem": "!",
    "refused": "!",
    "overdue": "!",
    "waiting": "…",
    "reduced": "✓",
    "nothing to do": "–",
    "done": "✓",
    "todo": "○",
    "skipped": "–",
}
"""Stands beside the word, never instead of it."""

_JOINERS = {"\u200c": "&zwnj;", "\u200d": "&zwj;"}
_ASCII_URL = re.compile(r"https://[\x21-\x7e]+")


def as_html(report: Report) -> str:
    """Return *report* as a whole HTML document, every text in it cleaned and escaped."""
    numbers = {source: n for n, source in enumerate(report.sources, start=1)}
    return _template().render(report=report, numbers=numbers)


def _own(name: str) -> str:
    return files("optout_tui.export").joinpath(name).read_text("utf-8")


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined  # only this format needs it
    from markupsafe import Markup

    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_fit,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(prose=_prose, link=_link, numbered=_numbered)
    made.globals.update(
        words=words,
        day=day,
        partial_day=partial_day,
        stage_title=stage_title,
        symbols=SYMBOLS,
        own_guide=OWN_GUIDE,
        style=Markup(_own("checklist.css")),  # noqa: S704 - it holds nothing from outside
    )
    return made.from_string(_own("checklist.html.j2"))


def _fit(value: Any) -> Any:
    """Whatever a template puts out passes here, so no text can be forgotten."""
    return _markup(clean(value)) if _is_plain(value) else value


def _prose(text: str) -> "Markup":
    """Return a note with its own line breaks."""
    return _markup(clean(text, newlines=True))


def _link(source: Source) -> str:
    """Return the address of *source* where it may be followed from the page, or ""."""
    try:
        url = checked_link(source.url)
    except Refusal:
        return ""
    return url if _ASCII_URL.fullmatch(url) else ""


def _numbered(sources: Iterable[Source], numbers: Mapping[Source, int]) -> str:
    return words.ranges(numbers[source] for source in sources)


def _is_plain(value: Any) -> bool:
    return isinstance(value, str) and not hasattr(value, "__html__")


def _markup(text: str) -> "Markup":
    from markupsafe import Markup, escape  # comes with jinja2

    escaped = str(escape(text))
    for char, name in _JOINERS.items():
        escaped = escaped.replace(char, name)
    return Markup(escaped)  # noqa: S704 - escaped on the line above
