"""Reddit: a flat ZIP of some forty tables as CSV.

``user_preferences.csv`` holds settings by name. No public source was found that names one about
training, so none is read from it.
"""

import re
from collections.abc import Iterable, Iterator

from optout_tui.audit.archive.model import Item
from optout_tui.audit.archive.reader import Account, Part, Reader, Row, named
from optout_tui.audit.archive.readers.shared import cell, message_rows, rows_as, same_name


def _statistics(rows: Iterable[Row], account: Account) -> Iterator[Item]:
    """Take the account's name; make no items."""
    for row in rows:
        if cell(row, "statistic").casefold() == "account name":
            account.goes_by(same_name(cell(row, "value")))
    return iter(())


_MESSAGES = message_rows("statistics.csv", "username", "from")

PARTS = (
    Part(named(r"statistics\.csv"), rows=_statistics),
    Part(named(r"posts\.csv"), rows=rows_as("posts", "title", "body", name="id")),
    Part(named(r"comments\.csv"), rows=rows_as("comments", "body", name="id")),
    Part(named(r"(?:chat_history|messages_archive|messages)\.csv"), rows=_MESSAGES),
)

READER = Reader(
    "reddit",
    "Reddit",
    (
        ("2021", named(r"(?:post|comment)_(?:headers|votes)\.csv")),
        ("2021", named(r"(?:user_preferences|subscribed_subreddits|account_gender)\.csv")),
        ("2021", re.compile(r"^(?!.*youtube)(?:.*/)?posts\.csv$", re.IGNORECASE)),
    ),
    PARTS,
    notes=(
        "Reddit's export does not record who can see a post; a community may be private, which it "
        "does not mark either.",
    ),
)
