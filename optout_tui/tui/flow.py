"""Text that hangs under its own indent when it wraps, laid out for a width."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.content import Content

from optout_tui.safety.text import clean

LABEL_WIDTH = 16
NARROW = 50


class Block(NamedTuple):
    """A paragraph: a label to its left (or above it where it is narrow) and an indent."""

    body: Content
    label: Content = Content("")
    indent: int = 0
    bullet: str = ""


GAP = Block(Content(""))


def plain(text: str, style: str = "", *, newlines: bool = False) -> Content:
    """Return outside text as content: cleaned, never read as markup, on one line.

    With *newlines* its own lines stay.
    """
    text = clean(text, newlines=newlines)
    return Content.styled(text, style) if style else Content(text)


def block(text: str | Content, style: str = "", *, indent: int = 0, bullet: str = "") -> Block:
    """Return a paragraph of *text*."""
    body = plain(text, style, newlines=True) if isinstance(text, str) else text
    return Block(body, indent=indent, bullet=bullet)


def field(label: str, text: str | Content, style: str = "") -> Block:
    """Return a paragraph with a muted label beside it."""
    body = plain(text, style, newlines=True) if isinstance(text, str) else text
    return Block(body, plain(label, "$muted"))


def join(parts: Iterable[Content], between: str) -> Content:
    """Return *parts* with a muted *between* among them."""
    return plain(between, "$muted").join(list(parts))


def lay_out(blocks: Sequence[Block], width: int) -> Content:
    """Return all blocks as one content whose lines fit *width* cells."""
    lines: list[Content] = []
    for one in blocks:
        lines.extend(_lines(one, max(width, 10)))
    return Content("\n").join(lines)


def _lines(one: Block, width: int) -> list[Content]:
    if not one.label.plain:
        head = f"{' ' * one.indent}{one.bullet}"
        return _hang(plain(head), one.body, len(head), width)
    if width < NARROW:
        return [one.label, *_hang(Content("  "), one.body, 2, width)]
    label = one.label.pad_right(max(1, LABEL_WIDTH - one.label.cell_length))
    return _hang(label, one.body, label.cell_length, width)


def _hang(head: Content, body: Content, indent: int, width: int) -> list[Content]:
    wrapped = [
        line for part in body.split("\n", allow_blank=True) for line in _wrap(part, width - indent)
    ]
    rest = [line.pad_left(indent) for line in wrapped[1:]]
    return [head + wrapped[0], *rest]


def _wrap(line: Content, width: int) -> list[Content]:
    return [part.rstrip() for part in line.wrap(max(width, 4))] or [line]
