"""Facebook, by how names end: folders changed three times and are nested wrongly at times."""

from collections.abc import Iterator
from typing import Any

import msgspec

from optout_tui.audit.archive.members import media_kind
from optout_tui.audit.archive.model import Item, Kind, Visibility
from optout_tui.audit.archive.reader import Account, Part, Reader, inside, listed, named
from optout_tui.audit.archive.readers.facebook_settings import Setting, settings
from optout_tui.audit.archive.readers.meta import (
    ASK_META,
    Labelled,
    Media,
    Message,
    as_list,
    has_position,
    messages,
    own_name,
)
from optout_tui.audit.archive.readers.shared import under
from optout_tui.audit.archive.text import repaired


class Piece(msgspec.Struct, gc=False):
    """What a post says, or one thing that hangs on it."""

    post: str = ""
    media: Media | None = None
    place: Any = None


class Attachment(msgspec.Struct, gc=False):
    """What hangs on a post."""

    data: list[Piece] | Piece = []


class Post(msgspec.Struct, gc=False):
    """A post; ``timestamp`` is its only date, in seconds."""

    timestamp: float | None = None
    data: list[Piece] | Piece = []
    attachments: list[Attachment] | Attachment = []
    tags: list[Any] | None = None
    label_values: list[Labelled] = []


class Said(msgspec.Struct, gc=False):
    """The words of a comment, and when."""

    timestamp: float | None = None
    comment: str = ""


class CommentData(msgspec.Struct, gc=False):
    """What a comment is wrapped in."""

    comment: Said | None = None


class Comment(msgspec.Struct, gc=False):
    """A comment on somebody's post."""

    timestamp: float | None = None
    data: list[CommentData] | CommentData = []


class Conversation(msgspec.Struct, gc=False):
    """A conversation with Meta AI, as labelled values."""

    timestamp: float | None = None
    label_values: list[Labelled] = []


class Profile(msgspec.Struct, gc=False):
    """The account; its name stands by itself, or is the full one of several."""

    name: dict[str, Any] | str | None = None


def _profile(found: list[Profile], account: Account) -> Iterator[Item]:
    for one in found:
        name = one.name.get("full_name") if isinstance(one.name, dict) else one.name
        if isinstance(name, str):
            own_name(name, account)
    return iter(())


def _posts(visibility: Visibility, kind: Kind = "posts") -> Any:
    """Return what makes items of posts whose export says that much about who sees them."""

    def items(found: list[Post], account: Account) -> Iterator[Item]:
        for post in found:
            item = Item(kind, post.timestamp, _text_of(post), visibility)
            item.tags = len(post.tags or ())
            for attachment in as_list(post.attachments):
                for piece in as_list(attachment.data):
                    _hang(piece, item)
                    if kind == "posts" and piece.media and piece.media.uri:
                        account.marks.add(piece.media.uri)
            yield item

    return items


def _text_of(post: Post) -> str:
    said = next((one.post for one in as_list(post.data) if one.post), "")
    if not said:
        values = (one.value for one in post.label_values)
        said = next((one for one in values if isinstance(one, str) and one), "")
    return repaired(said)


def _hang(piece: Piece, item: Item) -> None:
    if piece.media is None:
        item.positions += piece.place is not None
        return
    if media_kind(piece.media.uri) == "videos":
        item.videos += 1
    else:
        item.photos += 1
    item.positions += has_position(piece.media.media_metadata)


def _media(kind: Kind) -> Any:
    """Return what makes items of photos and videos outside of posts.

    An album also names the photos that hang on a post; those were counted with the post.
    """

    def items(found: list[Media], account: Account) -> Iterator[Item]:
        for one in found:
            if one.uri in account.marks:
                continue
            text = repaired(one.description or one.title)
            positions = int(has_position(one.media_metadata))
            yield Item(kind, one.creation_timestamp, text, positions=positions, id=one.uri)

    return items


def _comments(found: list[Comment], _account: Account) -> Iterator[Item]:
    for one in found:
        said = next((data.comment for data in as_list(one.data) if data.comment), None)
        at = one.timestamp if one.timestamp is not None or said is None else said.timestamp
        yield Item("comments", at, repaired(said.comment) if said else "")


def _conversations(found: list[Conversation], _account: Account) -> Iterator[Item]:
    for one in found:
        at = one.timestamp
        if at is None:
            times = (value.timestamp_value for value in one.label_values)
            at = next((time for time in times if time), None)
        yield Item("chats", at, visibility="not_public")


_POSTS = listed(Post, _posts("not_recorded"))
_HIDDEN = listed(Post, _posts("not_public"))
_COMMENTS = listed(Comment, _comments)
_PHOTOS = listed(Media, _media("photos"))
_VIDEOS = listed(Media, _media("videos"))
_TRAINS = r"(?:_\d+)?\.json"
_ACCOUNT = "profile_information.json"

PARTS = (
    Part(
        named(r"profile_information/profile_information\.json"),
        dict.fromkeys((("profile_v2",), ("profile",)), listed(Profile, _profile)),
    ),
    Part(
        named(rf"posts/your_posts(?:__check_ins__photos_and_videos)?{_TRAINS}"),
        under(_POSTS, "status_updates", "posts_v2"),
    ),
    Part(named(rf"posts/posts_on_other_pages_and_profiles{_TRAINS}"), under(_POSTS)),
    Part(
        named(rf"groups/(?:your_posts_in_groups|group_posts_and_comments){_TRAINS}"),
        under(_POSTS, "group_posts_v2"),
    ),
    Part(
        named(rf"comments_and_reactions/comments{_TRAINS}"),
        under(_COMMENTS, "comments_v2", "comments"),
    ),
    Part(named(rf"groups/your_comments_in_groups{_TRAINS}"), under(_COMMENTS, "group_comments_v2")),
    Part(
        named(rf"(?:short_videos|reels)/[^/]*{_TRAINS}"),
        {("lasso_videos_v2",): listed(Post, _posts("not_recorded"))},
    ),
    Part(
        named(rf"stories/[^/]*{_TRAINS}"),
        {("archived_stories_v2",): listed(Post, _posts("not_public", "stories"))},
    ),
    Part(named(rf"(?:posts/)?[^/]*trash[^/]*{_TRAINS}"), {("trash_v2",): _HIDDEN}),
    Part(
        named(rf"posts/your_uncategorized_photos{_TRAINS}"),
        under(_PHOTOS, "other_photos_v2", "other_photos"),
    ),
    Part(named(rf"posts/your_videos{_TRAINS}"), under(_VIDEOS, "videos_v2", "videos")),
    Part(named(r"posts/album/\d+\.json"), {("photos",): _PHOTOS}),
    Part(
        named(
            r"messages/(?:inbox|e2ee_cutover|archived_threads|message_requests|filtered_threads)/[^/]+/message_\d+\.json"
        ),
        {("messages",): listed(Message, messages(_ACCOUNT))},
    ),
    Part(named(r"privacy_settings\.json"), {("label_values",): listed(Setting, settings)}),
    Part(
        named(rf"messages/ai_conversations{_TRAINS}"), under(listed(Conversation, _conversations))
    ),
)

READER = Reader(
    "facebook",
    "Facebook",
    (
        ("2024", inside(r"your_facebook_activity/")),
        ("2022", inside(r"your_activity_across_facebook/")),
        ("2022", inside(r"this_profile.s_activity_across_facebook/")),
        ("2018", inside(r"posts/your_(?:posts|videos|uncategorized_photos)")),
        ("2018", inside(r"comments_and_reactions/comments\.")),
    ),
    PARTS,
    inside(r"(?:your_facebook_activity/.+|posts/your_posts[^/]*)\.html$"),
    ASK_META,
    (
        "Facebook's export does not record who can see a post; its “post audiences” are lists of "
        "friends, not posts.",
    ),
)
