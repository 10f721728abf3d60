"""Pages of HTML, read whole: an export has one for each thing it shows."""

from collections.abc import Iterator

from optout_tui.audit.archive.inflating import Damaged

MAX_PAGE = 4 * 1024 * 1024


def page_of(pieces: Iterator[bytes]) -> str:
    """Return the text of a page; raises Damaged where it is longer than any page is."""
    held = bytearray()
    for piece in pieces:
        held += piece
        if len(held) > MAX_PAGE:
            raise Damaged("is longer than a page is; it was not counted")
    return held.decode("utf-8-sig", "replace")
