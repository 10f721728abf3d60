"""LinkedIn: tables as CSV, read by the names of their columns, which grow over time."""

from collections.abc import Iterable, Iterator

from optout_tui.audit.archive.model import Item, Visibility
from optout_tui.audit.archive.reader import Account, Part, Reader, Row, named
from optout_tui.audit.archive.readers.csv_export import cell
from optout_tui.audit.archive.text import seconds_of

_PUBLIC = frozenset({"public", "anyone", "everyone"})
_NOT_PUBLIC = frozenset(
    {"connections", "connections_only", "connections-only", "logged_in", "group", "private"}
)
"""``MEMBER_NETWORK`` stands on most posts, and LinkedIn does not say whom it lets in."""


def state_of(word: str) -> Visibility:
    """Return the state that LinkedIn's word for an audience means; other words say nothing."""
    word = word.casefold()
    if word in _PUBLIC:
        return "public"
    return "not_public" if word in _NOT_PUBLIC else "not_recorded"


def _shares(rows: Iterable[Row], _account: Account) -> Iterator[Item]:
    for row in rows:
        at, link = seconds_of(cell(row, "date")), cell(row, "sharelink")
        text, state = _unquoted(cell(row, "sharecommentary")), state_of(cell(row, "visibility"))
        photos = int(bool(cell(row, "mediaurl")))
        yield Item("posts", at, text, state, photos, id=link)


def _unquoted(text: str) -> str:
    """Return *text* without the quotation marks that LinkedIn puts round each of its lines."""
    return text.replace('"\n"', "\n").strip('"')


def _comments(rows: Iterable[Row], _account: Account) -> Iterator[Item]:
    for row in rows:
        at, text = seconds_of(cell(row, "date")), _unquoted(cell(row, "message", "comment"))
        yield Item("comments", at, text, id=cell(row, "link"))


def _messages(rows: Iterable[Row], _account: Account) -> Iterator[Item]:
    for row in rows:
        at = seconds_of(cell(row, "date"))
        yield Item("messages", at, visibility="not_public")


PARTS = (
    Part(named(r"shares(?:_\d+)?\.csv"), rows=_shares),
    Part(named(r"comments(?:_\d+)?\.csv"), rows=_comments),
    Part(named(r"messages(?:_\d+)?\.csv"), rows=_messages),
)

READER = Reader(
    "linkedin",
    "LinkedIn",
    (
        ("2018", named(r"shares(?:_\d+)?\.csv")),
        ("2018", named(r"rich_media\.csv")),
        ("2018", named(r"(?:connections|member_follows|endorsement_received_info|profile)\.csv")),
    ),
    PARTS,
    named(r"(?!)"),
    "",
    (
        "LinkedIn marks most posts MEMBER_NETWORK and does not say whom that lets in; they count "
        "as not recorded.",
    ),
)
