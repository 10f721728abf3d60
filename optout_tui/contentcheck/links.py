"""Addresses: where a guide sends people, and where it says it knows things from."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from optout_tui.contentcheck.problem import Found, steps_of
from optout_tui.library.guides import Guide
from optout_tui.library.records import Source


def link_problems(guide: Guide) -> Iterator[Found]:
    """Yield links that are no https and forms that stand before a page that outlives them."""
    for place, step in steps_of(guide):
        for n, way in enumerate(step.ways):
            where = f"{place}.ways[{n}].links"
            for m, link in enumerate(way.links):
                if not is_https(link) and not _is_mail(link):
                    yield f"{where}[{m}]", f"{link} is neither an https nor a mailto address"
            if (late := _page_after_form(way.links)) is not None:
                yield f"{where}[{late}]", "stands after a form's number, which may die first"


def source_problems(sources: Iterable[Source], where: str = "sources") -> Iterator[Found]:
    """Yield sources without an https address, and those dated after the day they were read."""
    for n, source in enumerate(sources):
        if not is_https(source.url):
            yield f"{where}[{n}].url", f"{source.url} is no https address"
        read = source.read.isoformat()
        if source.dated > read[: len(source.dated)]:
            yield f"{where}[{n}].dated", f"{source.dated} lies after the day it was read, {read}"


def unused_sources(guide: Guide) -> Iterator[Found]:
    """Yield sources that nothing in *guide* names."""
    used = {*guide.training.sources}
    for there in guide.training.regions:
        used.update(there.sources)
    for route in guide.routes:
        used.update(route.sources)
    for _, step in steps_of(guide):
        used.update(step.sources)
        for trouble in step.troubles:
            used.update(trouble.sources)
    for n, source in enumerate(guide.sources):
        if source.id not in used:
            yield f"sources[{n}].id", f'nothing names the source "{source.id}"'


def is_https(link: str) -> bool:
    """Return whether *link* is a whole https address with a host and no user name."""
    try:
        parts = urlsplit(link)
        host, user = parts.hostname, parts.username
    except ValueError:
        return False
    return parts.scheme == "https" and bool(host) and not user and " " not in link


def _is_mail(link: str) -> bool:
    return link.startswith("mailto:") and "@" in link


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
