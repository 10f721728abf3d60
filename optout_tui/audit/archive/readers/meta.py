"""What the exports of Instagram, Threads and Facebook share."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from optout_tui.audit.archive.model import Item
from optout_tui.audit.archive.reader import Account
from optout_tui.audit.archive.readers.shared import NO_NAME, private_messages
from optout_tui.audit.archive.text import repaired

ASK_META = "ask Meta for the export again, and choose JSON as its format in place of HTML"


class Exif(msgspec.Struct, gc=False):
    """Where a photo was taken, if it says so."""

    latitude: float | None = None
    longitude: float | None = None


class ExifHolder(msgspec.Struct, gc=False):
    """The technical notes of a photo or a video."""

    exif_data: list[Exif] | Exif = []


class Metadata(msgspec.Struct, gc=False):
    """Either."""

    photo_metadata: ExifHolder | None = None
    video_metadata: ExifHolder | None = None


class Media(msgspec.Struct, gc=False):
    """One photo or video in a post."""

    uri: str = ""
    creation_timestamp: float | None = None
    title: str = ""
    description: str = ""
    media_metadata: Metadata | None = None


class Entry(msgspec.Struct, gc=False):
    """One labelled value of a ``string_map_data``."""

    value: str = ""
    timestamp: float | None = None


class Labelled(msgspec.Struct, gc=False):
    """One labelled value of the newer ``label_values``."""

    label: str = ""
    value: Any = None
    timestamp_value: float | None = None


class Message(msgspec.Struct, gc=False):
    """A private message, of which only the writer and the time are looked at."""

    sender_name: str | None = ""
    timestamp_ms: float | None = None


def own_name(name: str, account: Account) -> None:
    """Remember the person's *name*, also as Meta escapes it: so messages are not repaired."""
    plain = repaired(name)
    account.goes_by(plain)
    account.goes_by(plain.encode("utf-8", "surrogatepass").decode("latin-1"))


def messages(file: str) -> Callable[[list[Message], Account], Iterator[Item]]:
    """Return what makes items of the messages the person wrote; their own name is in *file*."""

    def items(found: list[Message], account: Account) -> Iterator[Item]:
        if found and not account.names:
            account.note(NO_NAME.format(file))
        names = account.names
        own = [(one.timestamp_ms or 0.0) / 1000 for one in found if one.sender_name in names]
        account.by_others += len(found) - len(own)
        return private_messages(own, account)

    return items


def has_position(notes: Metadata | None) -> bool:
    """Return whether the technical notes tell where something was taken."""
    if notes is None:
        return False
    holders = (notes.photo_metadata, notes.video_metadata)
    return any(
        exif.latitude is not None
        for holder in holders
        if holder is not None
        for exif in as_list(holder.exif_data)
    )


def as_list(found: Any) -> list[Any]:
    """Return a list of one where Meta wrote a bare object in its place."""
    return found if isinstance(found, list) else [found]


def labels(entries: dict[str, Entry]) -> dict[str, Entry]:
    """Return *entries* with their labels repaired, in lower case."""
    return {repaired(label).casefold(): entry for label, entry in entries.items()}
