"""What an audit finds: items as they stream by, and the report they add up to."""

from collections.abc import Callable
from typing import Literal, NamedTuple, get_args

import msgspec

Kind = Literal[
    "posts", "photos", "videos", "stories", "reposts", "articles", "profile_photos",
    "comments", "chats", "chat_messages", "messages",
]  # fmt: skip
Visibility = Literal["public", "not_public", "not_recorded"]
TrainingSetting = Literal["on", "off"]

KINDS: tuple[Kind, ...] = get_args(Kind)

ALWAYS: tuple[Kind, ...] = ("posts", "comments", "photos", "videos", "chats")
"""Kinds that a report names even where there is none."""

MADE: tuple[Kind, ...] = (
    "posts", "photos", "videos", "stories", "reposts", "articles", "profile_photos", "comments",
    "chats",
)  # fmt: skip
"""Kinds that ``by_year`` counts: what a person made, without private messages."""

VISIBILITIES: tuple[Visibility, ...] = ("public", "not_public", "not_recorded")

SEEN: tuple[Kind, ...] = ("posts", "photos", "videos")
"""Kinds whose visibility is told."""


class Item(msgspec.Struct, gc=False):
    """One thing a person made, as far as it is counted.

    ``at`` is in seconds since 1970 (UTC), None where the export does not say; ``photos`` and
    ``videos`` hang on it; ``positions`` and ``tags`` are places and people found in it.
    ``id`` tells it apart where its text does not. Private messages are counted by the year,
    ``count`` of them at once.
    """

    kind: Kind
    at: float | None = None
    text: str = ""
    visibility: Visibility = "not_recorded"
    photos: int = 0
    videos: int = 0
    positions: int = 0
    tags: int = 0
    id: str = ""
    count: int = 1


class Problem(NamedTuple):
    """What could not be read: the member's name, or the file's, and the reason; both cleaned."""

    member: str
    reason: str


class PrivacyChange(NamedTuple):
    """The account was made private, or public, on that ISO day."""

    on: str
    private: bool


class Progress(NamedTuple):
    """How far an audit is: of what will be read, in bytes as they are unpacked."""

    bytes_done: int
    bytes_total: int
    members_done: int
    members_total: int


OnProgress = Callable[[Progress], None]
IsCancelled = Callable[[], bool]


class Cancelled(Exception):
    """The person stopped the audit; nothing is left behind."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What the exports of one platform hold, as counts; never the content itself.

    ``by_year`` counts items of ``MADE`` once each, by the year they were made in (UTC): a photo
    that hangs on a post counts with its post. ``visibility`` counts posts, photos and videos,
    its three figures add up to them. ``media_files`` is counted from the directories alone.
    ``shared_chats`` are AI chats that anyone with the link can read, ``rated`` answers that were
    rated, ``repeated`` what stood in several exports and was counted once.
    ``records_training`` says whether exports of that platform can hold the choice at all.
    ``account_private`` and ``training_setting`` are None where the export does not record them.
    """

    platform: str
    name: str
    layout: str
    parts: int
    items: dict[Kind, int]
    by_year: dict[str, int]
    by_kind: dict[Kind, dict[str, int]]
    oldest: str | None
    newest: str | None
    words: int
    positions: int
    tags: int
    media_files: dict[str, int]
    visibility: dict[Visibility, int]
    account_private: bool | None = None
    privacy_history: tuple[PrivacyChange, ...] = ()
    training_setting: TrainingSetting | None = None
    training_choices: dict[str, bool] = {}
    records_training: bool = False
    shared_chats: int = 0
    rated: int = 0
    repeated: int = 0
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    problems_left_out: int = 0

    @property
    def total(self) -> int:
        """How many things were counted."""
        return sum(self.items.values())


class Audit(msgspec.Struct, frozen=True):
    """The reports of all platforms that the files held, the one with most items first."""

    reports: tuple[Report, ...]
