"""What a person posted on X: posts, long posts, those for a circle, articles.

A long post has its words in ``note-tweet.js`` and its beginning in ``tweets.js``, which do not name
each other: they were made in the same second and begin alike, as public readers of archives found.
A post for a circle lies in ``twitter-circle-tweet.js`` and in ``tweets.js`` too. ``article.js`` is
in public lists of an archive's files, but its records were not seen: they are counted, and dated
where they have a date of a usual name.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import msgspec

from optout_tui.audit.archive.model import Item, Visibility
from optout_tui.audit.archive.reader import Account
from optout_tui.audit.archive.text import seconds_of, seconds_of_tweet


class XMedia(msgspec.Struct, gc=False):
    """A photo, a video or a moving picture in a tweet."""

    type: str = ""


class Entities(msgspec.Struct, gc=False):
    """What hangs on a tweet."""

    media: list[XMedia] = []


class Tweet(msgspec.Struct, gc=False):
    """A tweet; its numbers are text, and its text is escaped for HTML."""

    id_str: str = ""
    created_at: str = ""
    full_text: str = ""
    text: str = ""
    entities: Entities | None = None
    extended_entities: Entities | None = None
    geo: Any = None
    coordinates: Any = None


class Wrapped(Tweet, gc=False):
    """What a tweet is wrapped in since 2019; before, it stands by itself."""

    tweet: Tweet | None = None


class Words(msgspec.Struct, gc=False):
    """The words of a long post."""

    text: str = ""


class Note(msgspec.Struct, rename={"created_at": "createdAt"}, gc=False):
    """A long post, without its pictures."""

    created_at: str = ""
    core: Words | None = None


class WrappedNote(
    msgspec.Struct, rename={"note": "noteTweet", "deleted": "deletedNoteTweet"}, gc=False
):
    """What it is wrapped in; of the deleted ones that is not sure."""

    note: Note | None = None
    deleted: Note | None = None


SHORTEST_LONG = 130
"""A post is cut after 280 characters, of which some scripts count twice."""

MOST_HELD = 32 * 1024 * 1024
_ALIKE = 40
_CIRCLE = "circle"
_MENTIONS = re.compile(r"(?:@\w+\s+)++")
_CREATED = ("createdAt", "created_at", "publishedAt", "published_at")
NOT_HELD = (
    "There are more long posts than can be compared with their beginnings; of some, only the "
    "beginning is counted."
)


class LongPosts:
    """The words of long posts, by the second they were made in and how they begin."""

    def __init__(self) -> None:
        """Begin with none."""
        self._held: dict[tuple[int, str], str] = {}
        self._size = 0

    def add(self, at: float, text: str) -> bool:
        """Remember a long post; False where there are too many of them."""
        self._size += len(text) + 200
        if self._size > MOST_HELD:
            return False
        self._held[int(at), _beginning(text)] = text
        return True

    def whole(self, at: float | None, text: str) -> str:
        """Return the words of the post that begins with *text*; *text* where it is no long one."""
        if at is None or len(text) < SHORTEST_LONG or not self._held:
            return text
        begins = _beginning(text)
        return self._held.get((int(at), begins)) or self._held.get((int(at) - 1, begins)) or text


def _beginning(text: str) -> str:
    return _MENTIONS.sub("", text, count=1)[:_ALIKE] if text[:1] == "@" else text[:_ALIKE]


def _long_posts(account: Account) -> LongPosts:
    if not isinstance(account.last, LongPosts):
        account.last = LongPosts()
    return account.last


def notes(found: list[WrappedNote], account: Account) -> Iterator[Item]:
    """Remember long posts; make no items, as the beginning of each is an item by itself."""
    held = _long_posts(account)
    for one in found:
        note = one.note or one.deleted
        at = seconds_of(note.created_at) if note else None
        if note and note.core and at is not None and not held.add(at, unescape(note.core.text)):
            account.note(NOT_HELD)
    return iter(())


def tweets(visibility: Visibility) -> Any:
    """Return what makes items of tweets whose file says that much about who sees them."""

    def items(found: list[Wrapped], account: Account) -> Iterator[Item]:
        held, has_circle = _long_posts(account), _CIRCLE in account.marks
        for one in found:
            tweet = one.tweet or one
            if not (has_circle and f"{_CIRCLE} {tweet.id_str}" in account.marks):
                yield _item(tweet, visibility, held)

    return items


def circle(found: list[Wrapped], account: Account) -> Iterator[Item]:
    """Yield posts that only a circle could see, and remember them for ``tweets``."""
    for one in found:
        tweet = one.tweet or one
        account.marks.add(_CIRCLE)
        if tweet.id_str and account.marks.add(f"{_CIRCLE} {tweet.id_str}"):
            yield _item(tweet, "not_public", _long_posts(account))


def _item(tweet: Tweet, visibility: Visibility, held: LongPosts) -> Item:
    text = tweet.full_text or tweet.text
    at = seconds_of_tweet(tweet.created_at)
    if text.startswith("RT @"):
        return Item("reposts", at, "", visibility, id=tweet.id_str)
    item = Item("posts", at, held.whole(at, unescape(text)), visibility, id=tweet.id_str)
    more = tweet.extended_entities
    holder = more if more and more.media else tweet.entities
    for medium in holder.media if holder else ():
        if medium.type == "photo":
            item.photos += 1
        else:
            item.videos += 1
    item.positions = int(bool(tweet.geo or tweet.coordinates))
    return item


def articles(found: list[dict[str, Any]], _account: Account) -> Iterator[Item]:
    """Yield articles, whatever else stands in them; X does not say here who sees them."""
    for one in found:
        inner = next((value for value in one.values() if isinstance(value, dict)), {})
        dates = (holder.get(name) for holder in (inner, one) for name in _CREATED)
        when = next((date for date in dates if isinstance(date, str)), "")
        yield Item("articles", seconds_of_tweet(when))
