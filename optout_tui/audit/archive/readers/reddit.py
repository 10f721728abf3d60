"""Reddit: a flat ZIP of some forty tables as CSV."""

import re
from collections.abc import Iterable, Iterator

from optout_tui.audit.archive.model import Item
from optout_tui.audit.archive.reader import Account, Part, Reader, Row, named
from optout_tui.audit.archive.readers.csv_export import cell
from optout_tui.audit.archive.text import seconds_of


def _posts(rows: Iterable[Row], _account: Account) -> Iterator[Item]:
    for row in rows:
        text = f"{cell(row, 'title')} {cell(row, 'body')}".strip()
        yield Item("posts", seconds_of(cell(row, "date")), text, id=cell(row, "id"))


def _comments(rows: Iterable[Row], _account: Account) -> Iterator[Item]:
    for row in rows:
        at = seconds_of(cell(row, "date"))
        yield Item("comments", at, cell(row, "body"), id=cell(row, "id"))


def _messages(rows: Iterable[Row], _account: Account) -> Iterator[Item]:
    for row in rows:
        at = seconds_of(cell(row, "date", "created_at"))
        yield Item("messages", at, visibility="not_public")


PARTS = (
    Part(named(r"posts\.csv"), rows=_posts),
    Part(named(r"comments\.csv"), rows=_comments),
    Part(named(r"(?:chat_history|messages_archive|messages)\.csv"), rows=_messages),
)

READER = Reader(
    "reddit",
    "Reddit",
    (
        ("2021", named(r"(?:post|comment)_(?:headers|votes)\.csv")),
        ("2021", named(r"(?:user_preferences|subscribed_subreddits|account_gender)\.csv")),
        ("2021", re.compile(r"^(?!.*youtube).*posts\.csv$", re.IGNORECASE)),
    ),
    PARTS,
    named(r"(?!)"),
    "",
    (
        "Reddit's export does not record who can see a post; a community may be private, which it "
        "does not mark either.",
    ),
)
