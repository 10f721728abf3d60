"""Instagram, in the five layouts its exports have had since 2018."""

from collections.abc import Iterator
from typing import Any

import msgspec

from optout_tui.audit.archive.members import media_kind
from optout_tui.audit.archive.model import Item, Kind, Visibility
from optout_tui.audit.archive.reader import Account, Part, Reader, inside, listed, named
from optout_tui.audit.archive.readers import instagram_2018
from optout_tui.audit.archive.readers.meta import (
    ASK_META,
    Entry,
    Labelled,
    Media,
    Message,
    Metadata,
    as_list,
    has_position,
    labels,
    messages,
    own_name,
)
from optout_tui.audit.archive.readers.shared import under
from optout_tui.audit.archive.text import repaired

PRIVATE_ACCOUNT = frozenset(
    {
        "private account", "privates konto", "privatkonto", "privéaccount", "compte privé",
        "cuenta privada", "account privato", "profilo privato", "conta privada",
    }
)  # fmt: skip
_NAME = frozenset(
    {
        "name", "username", "benutzername", "naam", "gebruikersnaam", "nom", "nom d’utilisateur",
        "nom d'utilisateur", "nombre", "nombre de usuario", "nome", "nome utente",
        "nome de usuário", "nome de utilizador",
    }
)  # fmt: skip
_COMMENT = frozenset(
    {
        "comment", "kommentar", "opmerking", "reactie", "commentaire", "comentario",
        "commento", "comentário",
    }
)  # fmt: skip


class Post(msgspec.Struct, gc=False):
    """A post, a story, a reel: with one picture the caption is that picture's title."""

    media: list[Media] | Media = []
    title: str = ""
    creation_timestamp: float | None = None
    media_metadata: Metadata | None = None


class Comment(msgspec.Struct, gc=False):
    """A comment, in the older or the newer wrapping."""

    string_map_data: dict[str, Entry] = {}
    label_values: list[Labelled] = []
    timestamp: float | None = None


class Profile(msgspec.Struct, gc=False):
    """The account, or a change of it."""

    string_map_data: dict[str, Entry] = {}
    title: str = ""


def posts(visibility: Visibility, kind: Kind = "posts") -> Any:
    """Return what makes items of posts whose export says that much about who sees them.

    What has no file is text alone: so Threads writes its posts.
    """

    def items(found: list[Post], _account: Account) -> Iterator[Item]:
        for post in found:
            text, at = post.title, post.creation_timestamp
            photos = videos = 0
            positions = int(has_position(post.media_metadata))
            for one in as_list(post.media):
                text = text or one.title
                at = at or one.creation_timestamp
                if media_kind(one.uri) == "videos":
                    videos += 1
                elif one.uri:
                    photos += 1
                positions += has_position(one.media_metadata)
            text = text if text.isascii() else repaired(text)
            yield Item(kind, at, text, visibility, photos, videos, positions)

    return items


def _one_video(found: list[Post], account: Account) -> Iterator[Item]:
    """Yield reels and the like: the post is the video."""
    for item in posts("not_recorded", "videos")(found, account):
        item.videos = max(item.videos - 1, 0)
        yield item


def comment_text(comment: Comment) -> str:
    """Return what a comment says: by its label, or the first value where no label is known."""
    entries = comment.string_map_data
    if entry := entries.get("Comment"):
        return repaired(entry.value)
    said = [(label, one.value) for label, one in labels(entries).items() if one.value]
    said += [
        (repaired(one.label).casefold(), one.value)
        for one in comment.label_values
        if isinstance(one.value, str) and one.value
    ]
    known = next((value for label, value in said if label in _COMMENT), None)
    return repaired(known if known is not None else said[0][1] if said else "")


def _time_of(comment: Comment) -> float | None:
    if entry := comment.string_map_data.get("Time"):
        return entry.timestamp
    if comment.timestamp is not None:
        return comment.timestamp
    times = [one.timestamp for one in comment.string_map_data.values()]
    times += [one.timestamp_value for one in comment.label_values]
    return next((one for one in times if one), None)


def _comments(comments: list[Comment], _account: Account) -> Iterator[Item]:
    for comment in comments:
        yield Item("comments", _time_of(comment), comment_text(comment))


def switch_of(profile: Profile) -> bool | None:
    """Return whether a profile says that the account is private; None where it does not."""
    for label, entry in labels(profile.string_map_data).items():
        if label in PRIVATE_ACCOUNT:
            return {"true": True, "false": False}.get(entry.value.strip().casefold())
    return None


def set_private(profiles: list[Profile], account: Account) -> Iterator[Item]:
    """Take the switch of the account; make no items."""
    for profile in profiles:
        found = switch_of(profile)
        account.private = account.private if found is None else found
    return iter(())


def _profile(profiles: list[Profile], account: Account) -> Iterator[Item]:
    """Take the switch, and the names that messages call the person by; make no items."""
    for profile in profiles:
        for label, entry in labels(profile.string_map_data).items():
            if label in _NAME:
                own_name(entry.value, account)
    return set_private(profiles, account)


def _history(changes: list[Profile], account: Account) -> Iterator[Item]:
    for change in changes:
        times = (entry.timestamp for entry in change.string_map_data.values() if entry.timestamp)
        title = change.title.casefold()
        if ("private" in title) != ("public" in title):
            account.became(next(times, None), private="private" in title)
    return iter(())


_POSTS = listed(Post, posts("not_recorded"))
_REELS = listed(Post, _one_video)
_STORIES = listed(Post, posts("not_recorded", "stories"))
_PROFILE_PHOTOS = listed(Post, posts("not_recorded", "profile_photos"))
_HIDDEN = listed(Post, posts("not_public"))
_COMMENTS = listed(Comment, _comments)
_HISTORY = listed(Profile, _history)


CONTENT = "(?:content|media)/"
_ACCOUNT = "personal_information.json"

PARTS = (
    Part(
        named(r"(?:personal|account)_information/personal_information\.json"),
        {("profile_user",): listed(Profile, _profile)},
    ),
    Part(named(CONTENT + r"posts(?:_\d+)?\.json"), under(_POSTS, "ig_posts")),
    Part(named(CONTENT + r"stories(?:_\d+)?\.json"), under(_STORIES, "ig_stories")),
    Part(named(CONTENT + r"reels(?:_\d+)?\.json"), under(_REELS, "ig_reels_media")),
    Part(named(CONTENT + r"igtv_videos(?:_\d+)?\.json"), under(_REELS, "ig_igtv_media")),
    Part(
        named(CONTENT + r"archived_posts(?:_\d+)?\.json"), under(_HIDDEN, "ig_archived_post_media")
    ),
    Part(
        named(CONTENT + r"recently_deleted_content(?:_\d+)?\.json"),
        under(_HIDDEN, "ig_recently_deleted_media"),
    ),
    Part(named(CONTENT + r"other_content(?:_\d+)?\.json"), under(_POSTS, "ig_other_media")),
    Part(
        named(CONTENT + r"profile_photos(?:_\d+)?\.json"),
        under(_PROFILE_PHOTOS, "ig_profile_picture"),
    ),
    Part(
        named(r"comments/post_comments(?:_\d+)?\.json"),
        under(_COMMENTS, "comments_media_comments"),
    ),
    Part(
        named(r"comments/reels_comments(?:_\d+)?\.json"),
        under(_COMMENTS, "comments_reels_comments"),
    ),
    Part(named(r"comments/hype(?:_\d+)?\.json"), under(_COMMENTS, "comments_story_comments")),
    Part(
        named(r"messages/(?:inbox|message_requests)/[^/]+/message_\d+\.json"),
        {("messages",): listed(Message, messages(_ACCOUNT))},
    ),
    Part(
        named(r"(?:profile|account)_privacy_changes\.json"),
        under(_HISTORY, "account_history_account_privacy_history"),
    ),
    *instagram_2018.PARTS,
)

READER = Reader(
    "instagram",
    "Instagram",
    (
        ("2025-03", inside(r"your_instagram_activity/media/posts_\d+\.\w+$")),
        ("2023-12", inside(r"your_instagram_activity/")),
        ("2022", inside(r"personal_information/personal_information\.\w+$")),
        ("2021-05", inside(r"content/(?:posts_\d+|stories|reels|profile_photos)\.\w+$")),
        ("2021-05", inside(r"account_information/personal_information\.\w+$")),
        ("2018", named(r"media\.json")),
    ),
    PARTS,
    inside(r"(?:your_instagram_activity/.+|content/(?:posts_\d+|stories|reels))\.html$"),
    ASK_META,
    (
        "Instagram's export does not record who can see a post. A story is gone after a day, "
        "unless it was kept as a highlight.",
    ),
)
