"""Outside text made fit for Markdown: it says what it says and opens nothing."""

import re

from optout_tui.library.records import Source
from optout_tui.safety.links import checked_link
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean

_PIECES = re.compile(r"[ <>\[\]]|[^ <>\[\]]+")
_LINKS_ITSELF = re.compile(
    r"@|//|#\w|www|\S[.\u3002\uff0e\uff61][^\W\d_]{2}|(?:mailto|xmpp|tel):", re.I
)
"""What some reader of Markdown turns into a link without being asked: addresses, hosts,
mentions, issue numbers. A backslash does not stop all of them, code spans do."""

_SPECIAL = frozenset(r"\`*_{}[]|~$^#")
_ENTITIES = {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "\u200c": "&zwnj;",
    "\u200d": "&zwj;",
}
_STARTS_BLOCK = re.compile(r"[-+=:]|\d+[.)]")
_PLAIN_URL = re.compile(r"https://[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+")


def fit(text: str) -> str:
    """Return *text* on one line, escaped so that it opens no link, image, HTML or block.

    Words that a reader might turn into a link by itself stand as code. Lines of a longer
    note are joined with ``/``.
    """
    lines = (" ".join(line.split()) for line in clean(text, newlines=True).splitlines())
    one_line = " / ".join(line for line in lines if line)
    fitted = "".join(_piece(piece) for piece in _PIECES.findall(one_line))
    start = _STARTS_BLOCK.match(fitted)
    return f"{fitted[: start.end() - 1]}\\{fitted[start.end() - 1 :]}" if start else fitted


def link(source: Source) -> str:
    """Return the address of *source*: one that can be followed where it is plain https."""
    try:
        url = checked_link(source.url)
    except Refusal:
        return fit(source.url)
    return f"<{url}>" if _PLAIN_URL.fullmatch(url) else fit(url)


def _piece(piece: str) -> str:
    if _LINKS_ITSELF.search(piece):
        address = piece.rstrip(".,:;!?)") or piece
        return _code(address) + piece[len(address) :]
    return "".join(map(_char, piece))


def _char(char: str) -> str:
    return f"\\{char}" if char in _SPECIAL else _ENTITIES.get(char, char)


def _code(piece: str) -> str:
    longest = max((len(run) for run in re.findall("`+", piece)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if piece[0] == "`" or piece[-1] == "`" else ""
    return f"{fence}{pad}{piece}{pad}{fence}"
