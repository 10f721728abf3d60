"""CSV of any size, row by row, with each cell under the name of its column."""

import codecs
import csv
from collections.abc import Iterator

from optout_tui.audit.archive.inflating import Damaged
from optout_tui.audit.archive.reader import Row

MAX_CELL = 8 * 1024 * 1024
_PREAMBLE = "notes"


def rows_of(pieces: Iterator[bytes]) -> Iterator[Row]:
    """Yield the rows below the heading, which may stand under a preamble; raises Damaged.

    LinkedIn begins some files with "Notes:" and a few lines that end with an empty one.
    Columns are named in lower case, and rows may be shorter than the heading.
    """
    csv.field_size_limit(MAX_CELL)
    found = csv.reader(_lines(pieces))
    try:
        heading = _heading(found)
        for row in found:
            if row:
                yield dict(zip(heading, row, strict=False))
    except csv.Error:
        raise Damaged("is no CSV from some line on; what came before it was counted") from None


def _heading(rows: Iterator[list[str]]) -> list[str]:
    is_preamble = False
    for row in rows:
        if row and row[0].strip().casefold().startswith(_PREAMBLE):
            is_preamble = True
        if not any(cell.strip() for cell in row):
            is_preamble = False
        elif not is_preamble:
            return [cell.strip().casefold() for cell in row]
    return []


def _lines(pieces: Iterator[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    held = ""
    for piece in pieces:
        held += decoder.decode(piece)
        *whole, held = held.split("\n")
        for line in whole:
            yield f"{line}\n"
        if len(held) > MAX_CELL:
            raise Damaged("holds a line without an end; what came before it was counted")
    if held:
        yield held
