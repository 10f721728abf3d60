"""X, from the archive of 2016 to that of today, with all its parts."""

from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from typing import Any

import msgspec

from optout_tui.audit.archive.model import Item, Kind, PrivacyChange, Visibility
from optout_tui.audit.archive.reader import Account, Part, Reader, inside, listed, named
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


class Sender(msgspec.Struct, gc=False):
    """Who says something in a chat with Grok."""

    name: str = ""


class GrokMessage(msgspec.Struct, rename={"chat": "chatId", "created_at": "createdAt"}, gc=False):
    """One message of a chat with Grok."""

    chat: str = ""
    created_at: str = ""
    sender: Sender | None = None
    message: str = ""


class WrappedGrok(msgspec.Struct, rename={"item": "grokChatItem"}, gc=False):
    """What it is wrapped in."""

    item: GrokMessage | None = None


class Protected(msgspec.Struct, rename={"at": "protectedAt"}, gc=False):
    """A change of who may see the account, of the last six months."""

    at: str = ""
    action: str = ""


class WrappedProtected(msgspec.Struct, rename={"change": "protectedHistory"}, gc=False):
    """What it is wrapped in."""

    change: Protected | None = None


class ManifestFile(msgspec.Struct, rename={"name": "fileName"}, gc=False):
    """A file the archive should hold, and how many records."""

    name: str = ""
    count: int = 0


class DataType(msgspec.Struct, gc=False):
    """A sort of data and its files."""

    files: list[ManifestFile] = []


class ArchiveInfo(msgspec.Struct, rename={"is_partial": "isPartialArchive"}, gc=False):
    """What the archive says of itself."""

    is_partial: bool = False


class Manifest(msgspec.Struct, rename={"info": "archiveInfo", "types": "dataTypes"}, gc=False):
    """``manifest.js``."""

    info: ArchiveInfo | None = None
    types: dict[str, DataType] = {}


_COUNTED = ("tweets", "tweet", "deletedTweets", "communityTweet", "grokChatItem")


def _tweets(visibility: Visibility) -> Any:
    def items(found: list[Wrapped], _account: Account) -> Iterator[Item]:
        for one in found:
            tweet = one.tweet or one
            text = tweet.full_text or tweet.text
            is_repost = text.startswith("RT @")
            at = seconds_of_tweet(tweet.created_at)
            kind: Kind = "reposts" if is_repost else "posts"
            item = Item(kind, at, "" if is_repost else unescape(text), visibility, id=tweet.id_str)
            if not is_repost:
                _hang(tweet, item)
            yield item

    return items


def _hang(tweet: Tweet, item: Item) -> None:
    more = tweet.extended_entities
    holder = more if more and more.media else tweet.entities
    for medium in holder.media if holder else ():
        if medium.type == "photo":
            item.photos += 1
        else:
            item.videos += 1
    item.positions = int(bool(tweet.geo or tweet.coordinates))


def _grok(found: list[WrappedGrok], account: Account) -> Iterator[Item]:
    """Yield a chat where a new one begins, and what the person typed in it."""
    seen = account.last if isinstance(account.last, set) else set()
    account.last = seen
    for one in found:
        if one.item is None:
            continue
        at = seconds_of(one.item.created_at)
        if one.item.chat not in seen:
            seen.add(one.item.chat)
            yield Item("chats", at, visibility="not_public", id=one.item.chat)
        if one.item.sender is None or one.item.sender.name.casefold() == "user":
            yield Item("chat_messages", at, one.item.message, "not_public")


def _protected(found: list[WrappedProtected], account: Account) -> Iterator[Item]:
    for one in found:
        if one.change is None or one.change.action not in ("Protect", "Unprotect"):
            continue
        at = seconds_of(one.change.at)
        if at is not None:
            on = datetime.fromtimestamp(at, UTC).isoformat()
            account.privacy_history.append(PrivacyChange(on, one.change.action == "Protect"))
    if account.privacy_history:
        account.private = max(account.privacy_history).private
    return iter(())


def _manifest(found: list[Manifest], account: Account) -> Iterator[Item]:
    for one in found:
        if one.info and one.info.is_partial:
            account.notes.append("X says that this archive is partial.")
        for name, kind in one.types.items():
            if name in _COUNTED:
                for file in kind.files:
                    account.expected[file.name.rpartition("/")[2]] = file.count
    return iter(())


_WRITTEN = listed(Wrapped, _tweets("not_recorded"))
_DELETED = listed(Wrapped, _tweets("not_public"))

PARTS = (
    Part(named(r"manifest\.js"), {(): listed(Manifest, _manifest)}, after=b"="),
    Part(named(r"tweets?(?:-part\d+)?\.js"), {(): _WRITTEN}, after=b"="),
    Part(named(r"js/tweets/\d{4}_\d{2}\.js"), {(): _WRITTEN}, after=b"="),
    Part(named(r"community-tweets?(?:-part\d+)?\.js"), {(): _WRITTEN}, after=b"="),
    Part(named(r"deleted-tweets?(?:-part\d+)?\.js"), {(): _DELETED}, after=b"="),
    Part(named(r"grok-chat-item(?:-part\d+)?\.js"), {(): listed(WrappedGrok, _grok)}, after=b"="),
    Part(
        named(r"protected-history(?:-part\d+)?\.js"),
        {(): listed(WrappedProtected, _protected)},
        after=b"=",
    ),
)

READER = Reader(
    "x",
    "X",
    (
        ("2022", named(r"data/tweets(?:-part\d+)?\.js")),
        ("2022", named(r"tweets(?:-part\d+)?\.js")),
        ("2019", named(r"tweet(?:-part\d+)?\.js")),
        ("2016", named(r"js/tweets/\d{4}_\d{2}\.js")),
        ("2019", named(r"data/(?:manifest|account|protected-history|grok-chat-item)\.js")),
    ),
    PARTS,
    inside(r"(?!)"),
    "",
    (
        "X's archive does not record who can see a post. It records only changes of the last six "
        "months to “Protect your posts”; an account is public from the start. Replies count as "
        "posts, reposts stand apart.",
    ),
)
