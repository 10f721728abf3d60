"""Threads, which comes inside Instagram's export and has a switch of its own."""

from optout_tui.audit.archive.reader import Part, Reader, inside, listed, named
from optout_tui.audit.archive.readers.instagram import Post, Profile, posts, set_private
from optout_tui.audit.archive.readers.meta import ASK_META

PARTS = (
    Part(
        named(r"threads/threads_and_replies(?:_\d+)?\.json"),
        {("text_post_app_text_posts",): listed(Post, posts("not_recorded"))},
    ),
    Part(
        named(r"(?:personal|account)_information/personal_information\.json"),
        {("text_post_app_text_post_app_profile",): listed(Profile, set_private)},
    ),
)

READER = Reader(
    "threads",
    "Threads",
    (("2023", inside(r"threads/threads_and_replies(?:_\d+)?\.json$")),),
    PARTS,
    named(r"threads/threads_and_replies(?:_\d+)?\.html"),
    ASK_META,
    ("Threads' export does not record who can see a post. Replies count as posts.",),
)
