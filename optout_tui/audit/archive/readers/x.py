"""X, from the archive of 2016 to that of today, with all its parts.

Each file is a script that sets one value, "window.YTD.tweets.part0 = [...]"; what is large goes on
in further files of the same name, with "-part1" and so on.
"""

from typing import Any

from optout_tui.audit.archive.json_stream import EACH
from optout_tui.audit.archive.reader import Part, Reader, listed, named
from optout_tui.audit.archive.readers.x_account import (
    Manifest,
    WrappedDirect,
    WrappedGrok,
    WrappedOwner,
    WrappedProtected,
    directs,
    grok,
    manifest,
    owner,
    protected,
)
from optout_tui.audit.archive.readers.x_posts import (
    Wrapped,
    WrappedNote,
    articles,
    circle,
    notes,
    tweets,
)


def _script(name: str, record: Any, items: Any, *path: str) -> Part:
    """Return the part that a file of that name is, and those in which it goes on."""
    files = named(rf"{name}(?:-part\d+)?\.js")
    return Part(files, {path: listed(record, items)}, after=b"=")


_WRITTEN, _DELETED = tweets("not_recorded"), tweets("not_public")
_MESSAGES = EACH, "dmConversation", "messages"

PARTS = (
    _script("manifest", Manifest, manifest),
    _script("account", WrappedOwner, owner),
    _script("protected-history", WrappedProtected, protected),
    _script("(?:deleted-)?note-tweets?", WrappedNote, notes),
    _script("twitter-circle-tweets?", Wrapped, circle),
    _script("tweets?", Wrapped, _WRITTEN),
    _script(r"js/tweets/\d{4}_\d{2}", Wrapped, _WRITTEN),
    _script("community-tweets?", Wrapped, _WRITTEN),
    _script("deleted-tweets?", Wrapped, _DELETED),
    _script("articles?", dict[str, Any], articles),
    _script("direct-messages(?:-group)?", WrappedDirect, directs, *_MESSAGES),
    _script("grok-chat-item", WrappedGrok, grok),
)

READER = Reader(
    "x",
    "X",
    (
        ("2022", named(r"data/tweets(?:-part\d+)?\.js")),
        ("2022", named(r"tweets(?:-part\d+)?\.js")),
        ("2022", named(r"(?:note|community|twitter-circle)-tweets?(?:-part\d+)?\.js")),
        ("2019", named(r"tweet(?:-part\d+)?\.js")),
        ("2016", named(r"js/tweets/\d{4}_\d{2}\.js")),
        ("2019", named(r"data/(?:manifest|account|protected-history|grok-chat-item)\.js")),
        ("2019", named(r"direct-messages(?:-group)?(?:-part\d+)?\.js")),
    ),
    PARTS,
    notes=(
        "X's archive does not record who can see a post. It records only changes of the last six "
        "months to “Protect your posts”; an account is public from the start. Replies count as "
        "posts, reposts stand apart; of direct messages only those you wrote.",
    ),
)
