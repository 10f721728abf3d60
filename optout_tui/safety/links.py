"""Links by allow-list: only http, https and mailto, shown whole with the real host."""

import re
import unicodedata
from urllib.parse import urlsplit

from optout_tui.safety.refusal import Refusal, shown
from optout_tui.safety.text import clean, has_controls

SCHEMES = frozenset({"http", "https", "mailto"})
MAX_LINK = 2000

_HOST = re.compile(r"[a-z0-9_.-]*[a-z0-9][a-z0-9_.-]*|[0-9a-f:.]*:[0-9a-f:.]*")
"""A name or an address in ASCII; browsers read anything else their own way."""

_KEPT_BY_BROWSERS = frozenset("ßς\u200c\u200d")
"""Characters that Python's codec, of an older standard, would turn into others or drop."""


def checked_link(link: str) -> str:
    """Return *link* as it may be opened; raises Refusal for any other scheme, or no host."""
    reason = _why_not(link)
    if reason:
        raise Refusal(f"the link {shown(link)} {reason}")
    return link


def _why_not(link: str) -> str:
    if len(link) > MAX_LINK:
        return f"is longer than {MAX_LINK} characters"
    if has_controls(link) or any(char.isspace() for char in link):
        return "holds characters that links may not hold"
    try:
        parts = urlsplit(link)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "cannot be read as a link"
    if parts.scheme not in SCHEMES:
        return "is not http, https or mailto"
    if parts.scheme == "mailto":
        return "" if "@" in parts.path else "names nobody"
    return _why_not_host(host or "", parts.username)


def _why_not_host(host: str, user: str | None) -> str:
    if user is not None:
        return "names a user, which hides the host"
    if not host:
        return "names no host"
    return "" if _HOST.fullmatch(_ascii_host(host)) else "names a host that cannot exist"


def host_of(link: str) -> str:
    """Return the host that *link* really leads to, in punycode where it is not plain ASCII.

    For ``mailto`` that is the address. Raises Refusal for what may not be opened.
    """
    parts = urlsplit(checked_link(link))
    if parts.scheme == "mailto":
        return clean(parts.path)
    return _ascii_host(parts.hostname or "")


def _ascii_host(host: str) -> str:
    """Return *host* as browsers look it up, or an empty text where they could not."""
    try:
        return ".".join(_ascii_label(label) for label in re.split("[.。．｡]", host))
    except UnicodeError:
        return ""


def _ascii_label(label: str) -> str:
    if label.isascii():
        return label
    if _KEPT_BY_BROWSERS.isdisjoint(label):
        return label.encode("idna").decode("ascii").lower()
    return f"xn--{unicodedata.normalize('NFKC', label).encode('punycode').decode('ascii')}"


def shown_link(link: str) -> str:
    """Return *link* as it is printed: cleaned, without ``https://`` and a lone last slash."""
    return clean(link).removeprefix("https://").rstrip("/")
