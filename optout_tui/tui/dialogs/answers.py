"""What the dialogs answer with."""

from datetime import date
from typing import NamedTuple

from optout_tui.checklist.model import ReplyKind
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


class Given(NamedTuple):
    """What came back, when, and in which words."""

    kind: ReplyKind
    on: date
    words: str
