"""Paths of robots.txt: made comparable, and matched with ``*`` and ``$`` (RFC 9309, 2.2.2-2.2.3).

Everything here is octets, as they are compared. ``*`` stands for any octets and a last ``$`` for
the end; elsewhere ``$`` is itself, as Google reads it.
"""

import re

_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_OUTSIDE = re.compile(rb"[\x00-\x20\x7f-\xff]")
_RESERVED = re.compile(rb"[:/?#\[\]@!&'()+,;]")
"""What RFC 3986 reserves, without ``*`` and ``$``, which mean something here, and ``=``, which
the RFC's own table leaves as it is."""


def comparable_path(path: str) -> bytes:
    """Return *path*, with its query, as it is compared: its stars and dollars are no signs."""
    octets = path.encode("utf-8", "surrogatepass")
    return _comparable(octets).replace(b"*", b"%2A").replace(b"$", b"%24")


def comparable_pattern(pattern: bytes) -> bytes:
    """Return the *pattern* of a rule as it is compared: a dollar before its end is no sign."""
    before, last = pattern[:-1], pattern[-1:]
    return _comparable(before.replace(b"$", b"%24") + last)


def _comparable(octets: bytes) -> bytes:
    """Escape what is not ASCII, free what needs no escape, and write escapes in capitals."""
    plain = _ESCAPED.sub(_unescaped, octets)
    return _OUTSIDE.sub(_escaped, plain)


def _escaped(octet: re.Match[bytes]) -> bytes:
    return b"%%%02X" % octet[0][0]


def _unescaped(escape: re.Match[bytes]) -> bytes:
    octet = int(escape[1], 16)
    return bytes((octet,)) if octet in _UNRESERVED else b"%%%02X" % octet


def matches(pattern: bytes, path: bytes) -> bool:
    """Return whether *path* begins as *pattern* says; both are comparable.

    A query is compared as it stands and, as in the RFC's table, with its reserved characters
    escaped: ``?to=https://x`` is ``?to=https%3A%2F%2Fx``.
    """
    if _matches(pattern, path):
        return True
    return b"?" in pattern and _matches(_query_escaped(pattern), _query_escaped(path))


def _query_escaped(octets: bytes) -> bytes:
    path, mark, query = octets.partition(b"?")
    return path + mark + _RESERVED.sub(_escaped, query)


def _matches(pattern: bytes, path: bytes) -> bool:
    """Look for the pieces between stars from left to right, which never takes a second try."""
    to_the_end = pattern.endswith(b"$")
    first, *others = pattern.removesuffix(b"$").split(b"*")
    if not path.startswith(first):
        return False
    place = len(first)
    if not others:
        return place == len(path) or not to_the_end
    last = others.pop()
    for piece in others:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    if to_the_end:
        return len(path) - len(last) >= place and path.endswith(last)
    return path.find(last, place) >= 0


def sample(pattern: bytes) -> bytes:
    """Return a path that *pattern* matches: the shortest that it spells."""
    path = pattern.removesuffix(b"$").replace(b"*", b"")
    return path if path.startswith(b"/") else b"/" + path
