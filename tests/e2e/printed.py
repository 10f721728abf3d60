"""What stands on each printed page, in the order in which it was drawn, and what sticks out."""

import re
from dataclasses import dataclass
from itertools import accumulate

import pypdfium2

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
MARGIN_TOP, MARGIN_SIDE, MARGIN_BOTTOM = 18 * MM, 17 * MM, 20 * MM
"""As the style sheet of the export has them, in points."""

_LINE_END_HYPHENS = {"\x02", "\ufffe", "\xad"}
_LEFTWARDS = re.compile("[\u0590-\u08ff]+")
_HAIR = 1.5
"""Points a stroke may stand out of its line."""


@dataclass(frozen=True)
class Sheet:
    """One page: its size in points, its text without spaces, its foot, and what sticks out."""

    size: tuple[float, float]
    text: str
    foot: str
    outside: str


def sheets(pdf: bytes) -> list[Sheet]:
    """Return every page of *pdf*."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_sheet(page) for page in document]
    finally:
        document.close()


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    width, height = page.get_size()
    share = min(1, width / A4[0], height / A4[1])  # on smaller paper all of it is drawn smaller
    above, beside, below = (share * one for one in (MARGIN_TOP, MARGIN_SIDE, MARGIN_BOTTOM))
    found = page.get_textpage()
    text, foot, outside = [], [], []
    for index in range(found.count_chars()):
        char = chr(pypdfium2.raw.FPDFText_GetUnicode(found, index))
        char = "-" if char in _LINE_END_HYPHENS else char
        if char.isspace() or char == "\0":
            continue
        left, bottom, right, top = found.get_charbox(index)
        if top < below:
            foot.append(char)
            continue
        text.append(char)
        upright = bottom >= below - _HAIR and top <= height - above + _HAIR
        if not upright or left < beside - _HAIR or right > width - beside + _HAIR:
            outside.append(char)
    line = _without_direction("".join(text))
    return Sheet((width, height), line, "".join(foot), "".join(outside))


def breaks(pages: list[Sheet], text: str, heads: list[str]) -> list[int]:
    """Return how far *text* has come at the end of each of *pages*.

    Every character of it must stand on the pages once, in its order; only the *heads* of tables
    may come again at the top of a page. Raises AssertionError where that is not so.
    """
    text = _without_direction(text)
    lengths: list[int] = []
    for number, page in enumerate(pages, start=1):
        at = sum(lengths)
        again = next((head for head in heads if page.text.startswith(head)), "")
        own = next(
            (one for one in (page.text, page.text.removeprefix(again)) if text.startswith(one, at)),
            None,
        )
        assert own is not None, f"page {number}: {page.text[:300]} | {text[at : at + 300]}"
        lengths.append(len(own))
    assert sum(lengths) == len(text), f"not printed: {text[sum(lengths) :][:300]}"
    return list(accumulate(lengths))


def _without_direction(text: str) -> str:
    """Return *text* with the letters of each run from right to left sorted.

    A PDF holds some of them as they are read and some as they are drawn.
    """
    return _LEFTWARDS.sub(lambda run: "".join(sorted(run[0])), text)
