"""Instagram's export as it was until early 2021: a few files at the top, dates as text."""

from collections.abc import Iterator
from typing import Any

import msgspec

from optout_tui.audit.archive.json_stream import EACH
from optout_tui.audit.archive.model import Item, Kind
from optout_tui.audit.archive.reader import Account, Part, listed, named
from optout_tui.audit.archive.readers.meta import own_name
from optout_tui.audit.archive.readers.shared import NO_NAME, private_messages
from optout_tui.audit.archive.text import repaired, seconds_of


class OldMedia(msgspec.Struct, gc=False):
    """A picture as it stood in ``media.json`` until early 2021."""

    caption: str = ""
    taken_at: str = ""
    path: str = ""
    location: str = ""


class OldProfile(msgspec.Struct, gc=False):
    """The account as it stood in ``profile.json`` until early 2021."""

    private_account: bool | None = None
    username: str = ""


class OldMessage(msgspec.Struct, gc=False):
    """A private message, of which only the writer and the time are looked at."""

    sender: str | None = ""
    created_at: str | None = ""


def _old_media(kind: Kind, *, is_video_list: bool = False) -> Any:
    def items(found: list[OldMedia], account: Account) -> Iterator[Item]:
        for one in found:
            mark = (kind, one.taken_at, one.caption)
            at, positions = seconds_of(one.taken_at), int(bool(one.location))
            if kind == "posts" and account.last == mark:  # a further picture of the same post
                yield Item("videos" if is_video_list else "photos", positions=positions)
                continue
            account.last = mark
            photos = 0 if is_video_list else 1
            text = repaired(one.caption)
            yield Item(kind, at, text, "not_recorded", photos, 1 - photos, positions)

    return items


def _old_comments(comments: list[list[Any]], _account: Account) -> Iterator[Item]:
    for comment in comments:
        when, text = (*map(str, comment[:2]), "", "")[:2]
        yield Item("comments", seconds_of(when), repaired(text))


def _old_profile(profiles: list[OldProfile], account: Account) -> Iterator[Item]:
    for profile in profiles:
        account.private = profile.private_account
        own_name(profile.username, account)
    return iter(())


def _old_messages(found: list[OldMessage], account: Account) -> Iterator[Item]:
    if found and not account.names:
        account.note(NO_NAME.format("profile.json"))
    own = [one for one in found if one.sender in account.names]
    account.by_others += len(found) - len(own)
    return private_messages((seconds_of(one.created_at or "") or 0.0 for one in own), account)


PARTS = (
    Part(
        named(r"media(?:_\d+)?\.json"),
        {
            ("photos",): listed(OldMedia, _old_media("posts")),
            ("videos",): listed(OldMedia, _old_media("posts", is_video_list=True)),
            ("stories",): listed(OldMedia, _old_media("stories")),
            ("profile",): listed(OldMedia, _old_media("profile_photos")),
        },
    ),
    Part(named(r"comments\.json"), {("media_comments",): listed(list[Any], _old_comments)}),
    Part(named(r"profile\.json"), {(): listed(OldProfile, _old_profile)}),
    Part(named(r"messages\.json"), {(EACH, "conversation"): listed(OldMessage, _old_messages)}),
)
