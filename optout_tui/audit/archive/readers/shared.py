"""What several readers do in the same way."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from math import inf

from optout_tui.audit.archive.model import Item, Kind
from optout_tui.audit.archive.reader import Account, List, Row
from optout_tui.audit.archive.text import seconds_of
from optout_tui.audit.archive.years import STARTS, UNDATED, place_of

_DATES = ("date", "created_at")
NO_NAME = (
    "Your export does not say whose it is ({} is missing or names nobody), so it cannot be told "
    "which private messages are yours; none is counted."
)


def cell(row: Row, *names: str) -> str:
    """Return the cell under the first of *names* that the row has; empty where it has none."""
    return next((row[name].strip() for name in names if row.get(name)), "")


def folded(words: Iterable[str]) -> frozenset[str]:
    """Return *words* as they are compared."""
    return frozenset(word.casefold() for word in words)


def rows_as(
    kind: Kind, *text: str, name: str = "", tidied: Callable[[str], str] = str
) -> Callable[[Iterable[Row], Account], Iterator[Item]]:
    """Return what makes an item of that kind of each row of a table that says no audience.

    Its text stands in the columns *text*, *tidied* one by one, and what tells it apart in the
    column *name*.
    """

    def items(rows: Iterable[Row], _account: Account) -> Iterator[Item]:
        for row in rows:
            said = " ".join(filter(None, (tidied(cell(row, column)) for column in text)))
            yield Item(kind, seconds_of(cell(row, *_DATES)), said, id=cell(row, name))

    return items


def same_name(name: str) -> str:
    """Return *name* as it is compared where a table tells who wrote."""
    return " ".join(name.split()).casefold()


def message_rows(
    file: str, *writer: str, is_sent: Callable[[Row], bool | None] = lambda _row: None
) -> Callable[[Iterable[Row], Account], Iterator[Item]]:
    """Return what makes a private message of each row that the person wrote.

    Who wrote stands in the first of the columns *writer*, the person's own name in *file*; or
    *is_sent* tells from the row alone, if the row says it.
    """

    def items(rows: Iterable[Row], account: Account) -> Iterator[Item]:
        for row in rows:
            is_own = is_sent(row)
            if is_own is None:
                is_own = same_name(cell(row, *writer)) in account.names
                if not account.names:
                    account.note(NO_NAME.format(file))
            account.by_others += not is_own
            if is_own:
                yield Item("messages", seconds_of(cell(row, *_DATES)), visibility="not_public")

    return items


def private_messages(times: Iterable[float], account: Account) -> Iterator[Item]:
    """Yield private messages that were written at *times*, those of a year at once.

    Times are in seconds since 1970; one that cannot be right is no date. Where several files may
    repeat each other, each message stands by itself.
    """
    if account.is_in_several:
        yield from (Item("messages", at or None, visibility="not_public") for at in times)
        return
    found = sorted(times)
    begin = 0
    while begin < len(found):
        place = place_of(found[begin])
        after = inf if found[begin] >= STARTS[-1] else STARTS[place]
        end = bisect_left(found, after, begin)
        at = found[begin] if place != UNDATED else None
        yield Item("messages", at, visibility="not_public", count=end - begin)
        begin = end


def under(found: List, *keys: str) -> dict[tuple[str, ...], List]:
    """Return where a list may stand: as the file itself, or under one of *keys*."""
    return {(): found} | {(key,): found for key in keys}
