"""What a look at a website finds: signals, and what is doubtful in them."""

from typing import NamedTuple

MAX_DOUBTS = 200
"""More than these nobody reads; a file that gives rise to more is told so."""

MAX_SHOWN = 200


class Signal(NamedTuple):
    """Something a site says beside the rules of robots.txt.

    ``kind`` is an id of the table of signals, ``where`` a file with its line, a header or a tag;
    ``agents`` are the crawlers it is said to, none meaning whoever reads it.
    """

    kind: str
    value: str
    where: str
    agents: tuple[str, ...] = ()


class Doubt(NamedTuple):
    """Something that will not be read as it was meant, with its line in robots.txt or None."""

    line: int | None
    reason: str


def cut(text: str) -> str:
    """Return *text* no longer than a screen can hold."""
    return f"{text[:MAX_SHOWN]}…" if len(text) > MAX_SHOWN else text


def said(text: str) -> str:
    """Return outside *text* in quotation marks, cut, to stand in a sentence."""
    return f"“{cut(text)}”"
