"""Links by allow-list: only http, https and mailto, shown whole with the real host."""

from urllib.parse import urlsplit

from optout_tui.safety.refusal import Refusal, shown
from optout_tui.safety.text import clean, has_controls

SCHEMES = frozenset({"http", "https", "mailto"})
MAX_LINK = 2000


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
        host = parts.hostname
    except ValueError:
        return "cannot be read as a link"
    if parts.scheme not in SCHEMES:
        return "is not http, https or mailto"
    if parts.scheme == "mailto":
        return "" if "@" in parts.path else "names nobody"
    if not host:
        return "names no host"
    return "names a user, which hides the host" if parts.username is not None else ""


def host_of(link: str) -> str:
    """Return the host that *link* really leads to, in punycode where it is not plain ASCII.

    For ``mailto`` that is the address. Raises Refusal for what may not be opened.
    """
    parts = urlsplit(checked_link(link))
    if parts.scheme == "mailto":
        return clean(parts.path)
    host = parts.hostname or ""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise Refusal(f"the link {shown(link)} names a host that cannot exist") from None


def shown_link(link: str) -> str:
    """Return *link* as it is printed: cleaned, without ``https://`` and a lone last slash."""
    return clean(link).removeprefix("https://").rstrip("/")
