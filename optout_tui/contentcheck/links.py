"""Addresses: where a guide sends people, and where it says it knows things from."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from optout_tui.contentcheck.problem import Found, ways_of
from optout_tui.library.guides import Guide
from optout_tui.library.records import Source


def unsafe_links(guide: Guide) -> Iterator[Found]:
    """Yield links that are neither https nor an e-mail address."""
    for where, link in _links(guide):
        if not is_https(link) and not _is_mail(link):
            yield where, f"{link} is neither an https nor a mailto address"


def foreign_links(guide: Guide) -> Iterator[Found]:
    """Yield links that lead to a host the guide does not call its own."""
    for where, link in _links(guide):
        host = _host(link)
        if host and not any(host == own or host.endswith(f".{own}") for own in guide.hosts):
            yield where, f"{host} is none of this guide's hosts"


def pages_after_forms(guide: Guide) -> Iterator[Found]:
    """Yield pages that stand after a form, whose number may die before they do."""
    for where, way in ways_of(guide):
        if (late := _page_after_form(way.links)) is not None:
            yield f"{where}.links[{late}]", "stands after a form's number, which may die first"


def source_problems(sources: Iterable[Source], where: str = "sources") -> Iterator[Found]:
    """Yield sources without an https address, and those dated after the day they were read."""
    listed = tuple(sources)
    yield from unsafe_sources(listed, where)
    yield from sources_to_come(listed, where)


def unsafe_sources(sources: Iterable[Source], where: str = "sources") -> Iterator[Found]:
    """Yield sources without an https address."""
    for n, source in enumerate(sources):
        if not is_https(source.url):
            yield f"{where}[{n}].url", f"{source.url} is no https address"


def sources_to_come(sources: Iterable[Source], where: str = "sources") -> Iterator[Found]:
    """Yield sources that are dated after the day they were read."""
    for n, source in enumerate(sources):
        read = source.read.isoformat()
        if source.dated > read[: len(source.dated)]:
            yield f"{where}[{n}].dated", f"{source.dated} lies after the day it was read, {read}"


def is_https(link: str) -> bool:
    """Return whether *link* is a whole https address with a host and no user name."""
    try:
        parts = urlsplit(link)
        host, user = parts.hostname, parts.username
    except ValueError:
        return False
    return parts.scheme == "https" and bool(host) and not user and " " not in link


def _links(guide: Guide) -> Iterator[tuple[str, str]]:
    for where, way in ways_of(guide):
        for n, link in enumerate(way.links):
            yield f"{where}.links[{n}]", link


def _is_mail(link: str) -> bool:
    return link.startswith("mailto:") and "@" in link


def _host(link: str) -> str:
    """Return the host of *link*, or the one that takes its mail; empty where it is unsafe."""
    if is_https(link):
        return urlsplit(link).hostname or ""
    if _is_mail(link):
        return urlsplit(link).path.rpartition("@")[2].casefold()
    return ""


def _is_form(link: str) -> bool:
    """Meta's numbered contact forms: the numbers change, the pages that lead there stay."""
    return "/contact/" in urlsplit(link).path


def _page_after_form(links: tuple[str, ...]) -> int | None:
    """Return the place of the first page that stands after a form, or None."""
    seen_form = False
    for n, link in enumerate(links):
        if is_https(link) and _is_form(link):
            seen_form = True
        elif seen_form:
            return n
    return None
