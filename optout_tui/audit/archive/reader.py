"""What a reader of one platform is made of: which members it knows, and what it makes of them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from optout_tui.audit.archive.json_shapes import Path, Shape
from optout_tui.audit.archive.marks import Marks
from optout_tui.audit.archive.model import Item, PrivacyChange, TrainingSetting
from optout_tui.audit.archive.years import time_of

MOST_NOTES, MOST_CHANGES = 20, 1000
MOST_NAMES, LONGEST_NAME = 100, 1000
_NONE = re.compile(r"(?!)")
Row = Mapping[str, str]
Items = Iterable[Item]


@dataclass
class Account:
    """What an export says of the account as a whole; None where it does not say."""

    private: bool | None = None
    privacy_history: list[PrivacyChange] = field(default_factory=list)
    training: TrainingSetting | None = None
    training_choices: dict[str, bool] = field(default_factory=dict)
    shared_chats: Marks = field(default_factory=Marks)
    rated: int = 0
    expected: dict[str, int] = field(default_factory=dict)
    """How many records a manifest promises for a member, by the name it gives it."""

    notes: list[str] = field(default_factory=list)
    last: Any = None
    """What a reader remembers of the record before."""

    marks: Marks = field(default_factory=Marks)
    """What a reader remembers of all records before."""

    names: set[str] = field(default_factory=set)
    """What the person goes by as the writer of a message: their names, or their number."""

    by_others: int = 0
    """How many private messages were seen that somebody else wrote."""

    is_in_several: bool = False
    """Whether the export came in several files, which may repeat each other."""

    def goes_by(self, name: str) -> None:
        """Remember a name of the person's own."""
        if name and len(name) <= LONGEST_NAME and len(self.names) < MOST_NAMES:
            self.names.add(name)

    def note(self, text: str) -> None:
        """Have *text* told with the report, once however often it is said."""
        if text not in self.notes and len(self.notes) < MOST_NOTES:
            self.notes.append(text)

    def became(self, at: float | None, *, private: bool) -> None:
        """Remember that the account was made private, or public, at that time, if it is one."""
        on = time_of(at)
        if on and len(self.privacy_history) < MOST_CHANGES:
            self.privacy_history.append(PrivacyChange(on, private))


class List(NamedTuple):
    """A list in a JSON file: what its records are decoded into and what is made of them."""

    shape: Shape
    items: Callable[[list[Any], Account], Items]


class Part(NamedTuple):
    """Members of one sort: how their names end, and how they are read.

    Either ``lists`` for JSON, by the keys that lead to each list, or ``rows`` for CSV, or
    ``page`` for a page of HTML, which is given its name and its text.
    """

    names: re.Pattern[str]
    lists: Mapping[Path, List] = {}
    rows: Callable[[Iterator[Row], Account], Items] | None = None
    after: bytes = b""
    page: Callable[[str, str], Items] | None = None


class Reader(NamedTuple):
    """One platform: its marks by layout, newest first, its parts, and what to tell of it."""

    platform: str
    name: str
    layouts: Sequence[tuple[str, re.Pattern[str]]]
    parts: Sequence[Part]
    other_formats: re.Pattern[str] = _NONE
    """Members in a format that cannot be counted, such as HTML."""

    ask_for: str = ""
    """How to ask for the format that can be read."""

    notes: Sequence[str] = ()
    setting: bool = False
    """Whether its exports can record the choice about training."""


def named(pattern: str) -> re.Pattern[str]:
    """Return what finds names that end so, at the beginning of a name or of a folder's part."""
    return re.compile(rf"(?:^|/)(?:{pattern})$", re.IGNORECASE)


def inside(pattern: str) -> re.Pattern[str]:
    """Return what finds names that hold this, from the beginning of a folder's part on."""
    return re.compile(rf"(?:^|/)(?:{pattern})", re.IGNORECASE)


def listed(record: Any, items: Callable[[list[Any], Account], Items]) -> List:
    """Return a list of *record*, of which *items* makes the items."""
    return List(Shape(record), items)
