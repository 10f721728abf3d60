"""TikTok: one JSON file, whose roots were renamed more than once."""

from collections.abc import Iterator
from typing import Any

import msgspec

from optout_tui.audit.archive.model import Item, Visibility
from optout_tui.audit.archive.reader import Account, Part, Reader, listed, named
from optout_tui.audit.archive.text import seconds_of


class Video(
    msgspec.Struct,
    rename={
        "date": "Date", "link": "Link", "title": "Title", "place": "Location", "who": "WhoCanView",
    },
    gc=False,
):  # fmt: skip
    """A video or a row of photos."""

    date: str | None = None
    link: str | None = None
    title: str | None = None
    place: str | None = None
    who: str | None = None


class Comment(msgspec.Struct, gc=False):
    """A comment; its keys began with capitals in some years."""

    date: str | None = None
    comment: str | None = None
    date_: str | None = msgspec.field(default=None, name="Date")
    comment_: str | None = msgspec.field(default=None, name="Comment")


class SettingsMap(msgspec.Struct, rename={"private": "Private Account"}, gc=False):
    """The switches of the account."""

    private: str | None = None


_PUBLIC = frozenset({"public", "everyone", "public to everyone", "public_to_everyone"})
_NOT_PUBLIC = frozenset(
    {
        "private", "only me", "only you", "self only", "self_only", "friends", "followers",
        "mutual_follow_friends", "follower_of_creator", "friends only", "followers only",
    }
)  # fmt: skip


def state_of(who: str | None) -> Visibility:
    """Return the state that TikTok's words for an audience mean; other words say nothing."""
    words = (who or "").strip().casefold()
    if words in _PUBLIC:
        return "public"
    return "not_public" if words in _NOT_PUBLIC else "not_recorded"


def _videos(found: list[Video], _account: Account) -> Iterator[Item]:
    for one in found:
        yield _video(one, state_of(one.who))


def _deleted(found: list[Video], _account: Account) -> Iterator[Item]:
    for one in found:
        yield _video(one, "not_public")


def _video(one: Video, state: Visibility) -> Item:
    place = (one.place or "").strip().casefold() not in ("", "n/a", "none")
    at = seconds_of(one.date or "")
    return Item("videos", at, one.title or "", state, positions=int(place), id=one.link or "")


def _comments(found: list[Comment], _account: Account) -> Iterator[Item]:
    for one in found:
        at = seconds_of(one.date or one.date_ or "")
        yield Item("comments", at, one.comment or one.comment_ or "")


def _settings(found: list[SettingsMap], account: Account) -> Iterator[Item]:
    for one in found:
        word = (one.private or "").strip().casefold()
        account.private = {"enabled": True, "disabled": False}.get(word, account.private)
    return iter(())


_VIDEOS = listed(Video, _videos)
_DELETED = listed(Video, _deleted)
_COMMENTS = listed(Comment, _comments)
_SETTINGS = listed(SettingsMap, _settings)


def _lists() -> dict[tuple[str, ...], Any]:
    found: dict[tuple[str, ...], Any] = {}
    for root in ("Video", "Post"):
        for inner in ("Videos", "Posts"):
            found[root, inner, "VideoList"] = _VIDEOS
        found[root, "RecentlyDeletedPosts", "PostList"] = _DELETED
    for root in ("Comment", "Comments"):
        found[root, "Comments", "CommentsList"] = _COMMENTS
    for root in ("App Settings", "Profile And Settings"):
        found[root, "Settings", "SettingsMap"] = _SETTINGS
    nested = {
        (before, *path): one
        for before in ("Activity", "Your Activity")
        for path, one in found.items()
        if path[0] in ("Video", "Post", "Comment")
    }
    return found | nested


PARTS = (Part(named(r"user_data(?:_tiktok)?\.json"), _lists()),)

READER = Reader(
    "tiktok",
    "TikTok",
    (("2020", named(r"user_data(?:_tiktok)?\.json")),),
    PARTS,
    named(r"(?:Activity|Your Activity|Post|Posts|Video|Comment)/[^/]*\.txt"),
    "ask TikTok for the data again, and choose JSON as its format in place of TXT",
)
