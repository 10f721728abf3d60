"""Which addresses of a site are asked for, and which hosts may be: without asking any."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from optout_tui.audit.site.report import Kind
from optout_tui.safety.links import checked_link, host_of
from optout_tui.safety.refusal import Refusal, shown

WELL_KNOWN: tuple[tuple[Kind, str], ...] = (
    ("tdmrep", "/.well-known/tdmrep.json"),
    ("ai-txt", "/ai.txt"),
    ("llms-txt", "/llms.txt"),
)
ROBOTS = "/robots.txt"

_KEPT = "/%:@!$&'()*+,;=~-._?"
_NAT64 = IPv6Network("64:ff9b::/96")


class Address(NamedTuple):
    """An address to be fetched, and what is expected there."""

    kind: Kind
    url: str


def is_web(text: str) -> bool:
    """Return whether *text* is meant as an address on the web, and not as a file."""
    return text.lower().startswith(("http://", "https://"))


def site_addresses(url: str, *, robots_alone: bool = False) -> tuple[Address, ...]:
    """Return what is fetched to look at *url*, robots.txt first; raises Refusal for no address.

    Each scheme, host and port has a robots.txt of its own (RFC 9309, 2.3).
    """
    root = origin(url)
    robots = Address("robots", root + ROBOTS)
    if robots_alone:
        return (robots,)
    path = path_of(url)
    page = Address("page", root + ("/" if path == ROBOTS else path))
    return (robots, page, *(Address(kind, root + name) for kind, name in WELL_KNOWN))


def origin(url: str) -> str:
    """Return scheme, host and port of *url*, the host in ASCII; raises Refusal."""
    link = checked_link(url.strip())
    parts = urlsplit(link)
    if parts.scheme not in ("http", "https"):
        raise Refusal(f"{shown(url)} is no address of a website")
    host = host_of(link)
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}" + (f":{parts.port}" if parts.port else "")


def path_of(url: str) -> str:
    """Return path and query of *url* in ASCII, ``/`` where there is none."""
    parts = urlsplit(url.strip())
    query = f"?{parts.query}" if parts.query else ""
    return quote((parts.path or "/") + query, safe=_KEPT)


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the open internet.

    Private, loopback, link-local and reserved ones are not, however they are wrapped: mapped into
    IPv6, or by 6to4, Teredo or NAT64.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inner(found) if isinstance(found, IPv6Address) else None
    if inner is not None:
        return is_public(str(inner))
    return found.is_global and not found.is_multicast and not found.is_reserved


def _inner(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo
