"""Every platform whose export can be read."""

from optout_tui.audit.archive.reader import Reader
from optout_tui.audit.archive.readers import (
    chatgpt,
    facebook,
    grok,
    instagram,
    linkedin,
    reddit,
    threads,
    tiktok,
    x,
    youtube,
)

READERS: tuple[Reader, ...] = (
    instagram.READER,
    threads.READER,
    facebook.READER,
    x.READER,
    chatgpt.READER,
    grok.READER,
    tiktok.READER,
    youtube.READER,
    linkedin.READER,
    reddit.READER,
)
