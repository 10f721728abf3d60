"""Opens every link of the knowledge and says which are gone: ``python -m tests.content.links``.

``make links`` runs it; it is the only part of the project that goes to the network by itself.
A page that is gone (404, 410, no such host) fails it. One that will not talk to a program
(403, 429, an error of theirs, silence) is only told: a person has to look.
"""

import socket
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPException
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from optout_tui.library.knowledge import Knowledge
from optout_tui.library.records import as_table
from optout_tui.library.source import KNOWLEDGE

AGENT = "Mozilla/5.0 (compatible; optout-tui link check)"
PATIENCE = 20.0
"""Seconds until a silent host is given up."""

AT_ONCE = 8
GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
NO_HOST = "no such host"

Fetch = Callable[[str], str]
"""Opens a link and returns what is wrong with it, empty where nothing is."""


class Link(NamedTuple):
    """A link, and the ids of the guides, laws and authorities that name it."""

    url: str
    places: tuple[str, ...]


def links_of(knowledge: Knowledge) -> list[Link]:
    """Return every link of *knowledge* once, sorted by host."""
    found: dict[str, list[str]] = {}
    for record in (*knowledge.guides(), *knowledge.regimes, *knowledge.authorities):
        table = as_table(record)
        for text in _texts(table):
            if text.startswith(("https://", "http://")):
                found.setdefault(text, []).append(table["id"])
    links = [Link(url, tuple(dict.fromkeys(places))) for url, places in found.items()]
    return sorted(links, key=lambda link: (host_of(link), link.url))


def host_of(link: Link) -> str:
    """Return the host that *link* leads to."""
    return urlsplit(link.url).netloc


def fetch(url: str) -> str:
    """Open *url* and return what is wrong, empty where the page is there."""
    request = urllib.request.Request(url, headers={"User-Agent": AGENT})  # noqa: S310 - as above
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as page:  # noqa: S310 - our own links
            page.read(1)
    except urllib.error.HTTPError as error:
        return str(error.code)
    except urllib.error.URLError as error:
        return NO_HOST if isinstance(error.reason, socket.gaierror) else "no answer"
    except (OSError, HTTPException):
        return "no answer"
    return ""


def is_gone(trouble: str) -> bool:
    """Return whether *trouble* means that a page is not there any more."""
    return trouble == NO_HOST or trouble in {str(int(status)) for status in GONE}


def look(links: Iterable[Link], fetch: Fetch) -> Iterator[tuple[Link, str]]:
    """Yield the links with a trouble; hosts are asked side by side, one page at a time each."""
    hosts: dict[str, list[Link]] = {}
    for link in links:
        hosts.setdefault(host_of(link), []).append(link)

    def ask(of_host: list[Link]) -> list[tuple[Link, str]]:
        return [(link, fetch(link.url)) for link in of_host]

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for answers in pool.map(ask, hosts.values()):
            yield from ((link, trouble) for link, trouble in answers if trouble)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


def main(fetch: Fetch = fetch) -> int:
    """Print what is wrong with which link; 1 where one is gone."""
    links = links_of(Knowledge.from_folder(KNOWLEDGE))
    gone = unsure = 0
    for link, trouble in look(links, fetch):
        gone += is_gone(trouble)
        unsure += not is_gone(trouble)
        word = "gone" if is_gone(trouble) else "look"
        sys.stdout.write(f"{word}: {trouble}: {link.url} ({', '.join(link.places)})\n")
    sys.stdout.write(f"{len(links)} links, {gone} gone, {unsure} for a person to look at\n")
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main())
