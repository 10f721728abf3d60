"""A person's or brand's saved progress, format 1. Fields the program does not know are kept."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec

from optout_tui.checklist.kinds import FollowUpKind
from optout_tui.library.guides import EvidenceKind
from optout_tui.library.kinds import RequestKind

FORMAT = 1

StepState = Literal["todo", "done", "skipped", "problem"]
Channel = Literal["form", "email", "letter"]
ReplyKind = Literal["granted", "refused", "extension", "question"]
WrittenKind = FollowUpKind | Literal["answer"]
"""What a person writes about a request: a letter of ours, or an answer to a question."""

EventKind = Literal[
    "granted",
    "refused",
    "extension",
    "question",
    "answer",
    "reminder",
    "company-complaint",
    "appeal",
    "complaint",
]
About = Literal["identity", "form", "address", "language"]
Reason = Literal[
    "suspected_fraud",
    "insuf_verification",
    "no_match",
    "claim_not_covered",
    "outside_jurisdiction",
    "too_many_requests",
    "other",
]
"""Why a request was refused, by the codes of the Data Rights Protocol 0.9.4, section 3.02."""

Moment = Annotated[datetime, msgspec.Meta(tz=True)]

Count = Annotated[int, msgspec.Meta(ge=0)]

MAX_HANDLE = 200
MAX_NOTE = 2000


class Kept(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of all that is saved; ``extra`` holds what a newer program or a person added."""

    extra: dict[str, Any] = {}


class StepMark(Kept, frozen=True, kw_only=True):
    """What a person said of one step, at a moment in UTC.

    ``seen`` is a short hash of what the step said that day. A mark of state ``todo`` exists
    only to carry a note.
    """

    id: str
    state: StepState
    at: Moment
    seen: str = ""
    trouble: str = ""
    note: str = ""


class Event(Kept, frozen=True, kw_only=True):
    """Something that happened to a request after it was sent; dated, never edited away.

    An ``answer`` is the person's own to a ``question``. ``reason`` is a :data:`Reason` where
    this program wrote it.
    """

    kind: EventKind
    on: date
    reason: str = ""
    about: str = ""
    channel: str = ""
    reference: str = ""
    note: str = ""


class Request(Kept, frozen=True, kw_only=True):
    """Something sent to a company: the day, the way, a reference; its clock starts there."""

    id: str
    kind: RequestKind
    sent: date
    received: date
    channel: Channel = "form"
    reference: str = ""
    events: tuple[Event, ...] = ()


class Evidence(Kept, frozen=True, kw_only=True):
    """What the person holds, by reference or as a file with its SHA-256."""

    kind: EvidenceKind
    at: Moment
    reference: str = ""
    file: str = ""
    sha256: str = ""
    note: str = ""
    passed: bool = False


class Counted(Kept, frozen=True, kw_only=True):
    """What an audit of the account's own data export counted, at a moment in UTC; no content.

    ``items`` is how many there are of each kind, ``by_year`` how many were made in each. The
    three states count posts, photos and videos. ``oldest`` and ``newest`` are days in UTC;
    ``account_private`` and ``training`` are None where the export does not record them.
    """

    at: Moment
    items: dict[str, Count] = {}
    by_year: dict[str, Count] = {}
    public: Count = 0
    not_public: Count = 0
    not_recorded: Count = 0
    oldest: date | None = None
    newest: date | None = None
    words: Count = 0
    positions: Count = 0
    tags: Count = 0
    shared_chats: Count = 0
    account_private: bool | None = None
    training: Literal["on", "off"] | None = None


class Account(Kept, frozen=True, kw_only=True):
    """One login on one platform. ``id`` is fixed when made; renaming the handle keeps it."""

    id: str
    platform: str
    handle: str = ""
    route: str
    owner: str = ""
    steps: tuple[StepMark, ...] = ()
    requests: tuple[Request, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    audits: tuple[Counted, ...] = ()


class Here(Kept, frozen=True, kw_only=True):
    """The account and the step at which the person stopped."""

    account: str
    step: str = ""


class Checklist(Kept, frozen=True, kw_only=True):
    """One person's or brand's saved progress: a region and accounts.

    ``parent`` is the digest of the content this revision was made from.
    """

    format: Annotated[int, msgspec.Meta(ge=1)]
    id: str
    name: str
    revision: Annotated[int, msgspec.Meta(ge=0)]
    parent: str = ""
    created: Moment
    updated: Moment
    region: str
    labels: str = "en"
    here: Here | None = None
    accounts: tuple[Account, ...] = ()

    def account(self, account_id: str) -> Account | None:
        """Return the account of that id, or None."""
        return next((account for account in self.accounts if account.id == account_id), None)
