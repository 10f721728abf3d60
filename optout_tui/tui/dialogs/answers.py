"""What the dialogs answer with."""

from datetime import date
from typing import NamedTuple

from optout_tui.checklist.model import About, Reason, ReplyKind, WrittenKind
from optout_tui.journey.requests import Dispatch
from optout_tui.library.guides import EvidenceKind

Posted = Dispatch
"""When, by which channel and under which reference something was sent."""


class Held(NamedTuple):
    """What a person holds; ``answer`` where it is the company's answer to a request."""

    kind: EvidenceKind
    reference: str
    note: str
    answer: ReplyKind | None
    request: str


class Given(NamedTuple):
    """What came back to which request, when, in which words, and why or about what."""

    kind: ReplyKind
    on: date
    words: str
    request: str
    reason: Reason | None
    about: About | None


class Followed(NamedTuple):
    """What was sent about which request, when and how."""

    kind: WrittenKind
    how: Dispatch
    request: str
