"""What was uploaded to LinkedIn, which tells it in sentences of its own.

``Rich_Media.csv`` holds ``Date/Time,Media Description,Media Link``; the time is "You uploaded a
feed photo on October 18, 2025 at 5:17 PM (GMT)". Other programs that read it found it
incomplete, and a photo's minute to be that of its post.
"""

import re
from collections.abc import Iterable, Iterator

from optout_tui.audit.archive.model import Item
from optout_tui.audit.archive.reader import Account, Row
from optout_tui.audit.archive.readers.shared import cell
from optout_tui.audit.archive.text import month_of, seconds_of

_UPLOAD = re.compile(
    r"You uploaded an? ([a-z ]{1,40}) on ([A-Z][a-z]+) (\d{1,2}), (\d{4})"
    r" at (\d{1,2}):(\d\d) ?([AP]M)"
)
_MINUTE = 60
_NOON = 12
UNKNOWN = "Rich_Media.csv tells of uploads in words that we do not know; they are not counted."


def uploads(rows: Iterable[Row], account: Account) -> Iterator[Item]:
    """Yield the photos and videos that were uploaded; documents are neither.

    The minutes are kept, so that a post's photo is not counted again with the post.
    """
    for row in rows:
        found = _UPLOAD.match(cell(row, "date/time", "date"))
        if found is None:
            account.note(UNKNOWN)
            continue
        what, at, text = found[1], _time_of(found), cell(row, "media description")
        if at is not None:
            account.marks.add(f"upload {at // _MINUTE:.0f}")
        if what in ("profile photo", "background photo"):
            yield Item("profile_photos", at, text)
        elif what.endswith("photo"):
            yield Item("photos", at, text)
        elif what.endswith("video"):
            yield Item("videos", at, text)


def uploaded_about(at: float | None, account: Account) -> bool:
    """Return whether something was uploaded in the minute of *at*, or in the one before it."""
    minute = -1 if at is None else at // _MINUTE
    return any(f"upload {one:.0f}" in account.marks for one in (minute, minute - 1))


def _time_of(found: re.Match[str]) -> float | None:
    month, day, year, hour, minute, half = found.groups()[1:]
    hours = int(hour) % _NOON + (_NOON if half == "PM" else 0)
    return seconds_of(f"{year}-{month_of(month):02}-{day:0>2}T{hours:02}:{minute}")
