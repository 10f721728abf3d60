"""What a page and its headers say: ``meta`` robots, X-Robots-Tag, TDMRep, licences, usage."""

import html
import re
from collections.abc import Iterable, Iterator

from optout_tui.audit.site.findings import Signal, cut

Headers = Iterable[tuple[str, str]]

WORDS = ("noai", "noimageai", "noarchive", "nocache", "nosnippet")
"""The words of robots tags that speak of AI, or that a company reads so."""

RSL_TYPE = "application/rsl+xml"
MAX_PAGE = 1024 * 1024

_TAG = re.compile(r"<(meta|link)\b([^<>]{0,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]{1,40})\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"'>]+)""")
_LINK = re.compile(r"<([^<>]{0,2000})>([^<>]{0,500})")
_PREFIX = re.compile(r"\s*([A-Za-z0-9_-]{1,60})\s*:(.*)", re.DOTALL)
_WITH_VALUE = frozenset(
    {"unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"}
)


def page_signals(content: bytes, where: str) -> Iterator[Signal]:
    """Yield what the tags of an HTML page say; *where* names the page."""
    text = _without_comments(content[:MAX_PAGE].decode("utf-8", "replace"))
    for tag in _TAG.finditer(text):
        told = {name.lower(): _value(value) for name, value in _ATTRIBUTE.findall(tag[2])}
        yield from (_meta if tag[1].lower() == "meta" else _link)(told, where)


def header_signals(headers: Headers, where: str) -> Iterator[Signal]:
    """Yield what the headers of an answer say; *where* names the page."""
    for name, value in headers:
        match name.lower():
            case "x-robots-tag":
                yield from _robots_words("x-robots-tag", value, f"{where} X-Robots-Tag")
            case "tdm-reservation" | "tdm-policy" as key:
                yield Signal("tdmrep", cut(f"{key}: {value}"), f"{where} header")
            case "content-usage" | "content-signal" as kind:
                yield Signal(kind, cut(value), f"{where} header")
            case "link":
                yield from _licences(value, where)


def _without_comments(text: str) -> str:
    kept = []
    while True:
        before, opening, rest = text.partition("<!--")
        kept.append(before)
        if not opening:
            return " ".join(kept)
        text = rest.partition("-->")[2]


def _value(written: str) -> str:
    return html.unescape(written.strip("\"'")).strip()


def _meta(told: dict[str, str], where: str) -> Iterator[Signal]:
    name, content = told.get("name", "").lower(), told.get("content", "")
    if name in ("tdm-reservation", "tdm-policy"):
        yield Signal("tdmrep", cut(f"{name}: {content}"), f"{where} meta tag")
    elif name == "robots" or name.endswith("bot"):
        agents = () if name == "robots" else (name,)
        if found := _words_in(content):
            yield Signal("meta-robots", ", ".join(found), f"{where} meta tag", agents)


def _link(told: dict[str, str], where: str) -> Iterator[Signal]:
    rels = told.get("rel", "").lower().split()
    if "license" in rels and told.get("type", "").lower() == RSL_TYPE:
        yield Signal("rsl", cut(told.get("href", "")), f"{where} link tag")


def _robots_words(kind: str, value: str, where: str) -> Iterator[Signal]:
    prefix = _PREFIX.fullmatch(value)
    agents: tuple[str, ...] = ()
    if prefix and prefix[1].lower() not in _WITH_VALUE:
        agents, value = (prefix[1],), prefix[2]
    if found := _words_in(value):
        yield Signal(kind, ", ".join(found), where, agents)


def _words_in(value: str) -> list[str]:
    given = {word.strip().lower() for word in value.split(",")}
    return [word for word in WORDS if word in given]


def _licences(value: str, where: str) -> Iterator[Signal]:
    for link in _LINK.finditer(value):
        parameters = link[2].lower().replace(" ", "").replace('"', "")
        if "rel=license" in parameters and RSL_TYPE in parameters:
            yield Signal("rsl", cut(link[1]), f"{where} Link header")
