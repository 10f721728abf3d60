"""Reddit: a flat ZIP of some forty tables as CSV.

``user_preferences.csv`` holds settings by name. No public source was found that names one about
training, so none is read from it.
"""

import re

from optout_tui.audit.archive.reader import Part, Reader, named
from optout_tui.audit.archive.readers.shared import message_rows, rows_as

PARTS = (
    Part(named(r"posts\.csv"), rows=rows_as("posts", "title", "body", name="id")),
    Part(named(r"comments\.csv"), rows=rows_as("comments", "body", name="id")),
    Part(named(r"(?:chat_history|messages_archive|messages)\.csv"), rows=message_rows),
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
