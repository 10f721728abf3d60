"""Records of regions and of the law there: who belongs where, which right, which clock."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from optout_tui.library.guides import RegionKey
from optout_tui.library.kinds import RequestKind
from optout_tui.library.records import (
    Confidence,
    Identifier,
    Note,
    PartialDate,
    Record,
    Source,
    Text,
)

Reach = Literal["yes", "partly", "no", "untested"]
RightName = Literal["object", "erase", "restrict", "access", "withdraw", "opt_out"]

RIGHT_NAMES: tuple[RightName, ...] = (
    "object",
    "erase",
    "restrict",
    "access",
    "withdraw",
    "opt_out",
)
RIGHT_FOR: dict[RequestKind, RightName] = {
    "objection": "object",
    "erasure": "erase",
    "restriction": "restrict",
    "access": "access",
    "withdrawal": "withdraw",
    "optout": "opt_out",
}


class Region(Record, frozen=True, kw_only=True):
    """A country, or a part of one where the law differs.

    ``native`` holds its names in its own languages, ``also`` further names people type.
    """

    name: Text
    native: tuple[Text, ...] = ()
    also: tuple[Text, ...] = ()


class RegionNote(Record, frozen=True, kw_only=True):
    """What must be said of the law somewhere, beside or instead of a statutory right.

    ``regions`` may name groups, or ``*`` for wherever nothing else is said; ``not_in`` takes
    out parts that have an entry of their own. Only a note that claims nothing of the law
    goes without a source.
    """

    regions: Annotated[tuple[RegionKey, ...], msgspec.Meta(min_length=1)]
    not_in: tuple[RegionKey, ...] = ()
    text: Text
    confidence: Confidence
    checked: date
    sources: tuple[Source, ...]


class RegionTable(Record, frozen=True, kw_only=True):
    """Every region: ``groups`` such as EEA may name other groups, ``regions`` is by code."""

    groups: dict[str, tuple[str, ...]]
    regions: dict[str, Region]
    notes: tuple[RegionNote, ...] = ()


class Clock(Record, frozen=True, kw_only=True):
    """The rule that turns "received on" into "due on".

    ``days``: n calendar days after receipt, ``working-days``: n days that are neither
    weekend nor holiday, ``months``: the same date n months on, the month's last day where
    it has none, ``hours``: the day in which the last of n hours falls, counted from the end
    of the day of receipt. ``roll`` moves an end on a weekend or holiday to the next working
    day. ``extension`` is added, in the same unit, for the latest lawful date. ``holidays``
    names the calendar of the place whose holidays count; without one only weekends do.

    ``pause`` says what a question about identity or meaning does: the clock stands still
    until it is answered (``stop``), begins again with the answer (``restart``) or runs on
    (``none``). Where that is not known it is taken to stand still, so that nobody is called
    late too soon. ``doubt`` says what is not sure about the rule.
    """

    unit: Literal["days", "working-days", "months", "hours"]
    count: Annotated[int, msgspec.Meta(ge=1, le=365)]
    words: Text
    extension: Annotated[int, msgspec.Meta(ge=0, le=365)] = 0
    roll: bool = False
    holidays: str = ""
    pause: Literal["stop", "restart", "none"] = "stop"
    doubt: Note = ""
    sources: Annotated[tuple[Identifier, ...], msgspec.Meta(min_length=1)]


class Right(Record, frozen=True, kw_only=True):
    """One right a law gives. ``clock`` is empty where the law names no period.

    ``note`` says what a request under it must hold or must not expect.
    """

    article: Text
    sources: Annotated[tuple[Identifier, ...], msgspec.Meta(min_length=1)]
    clock: str = ""
    note: str = ""


class Rights(Record, frozen=True, kw_only=True):
    """The rights of one law; None where it gives none."""

    object: Right | None = None
    erase: Right | None = None
    restrict: Right | None = None
    access: Right | None = None
    withdraw: Right | None = None
    opt_out: Right | None = None

    def named(self, name: RightName) -> Right | None:
        """Return the right of that name, or None."""
        right: Right | None = getattr(self, name)
        return right


class InternalStep(Record, frozen=True, kw_only=True):
    """What must come before the authority: a complaint to the company itself, or an appeal.

    ``clock`` names the clock of the company's answer to it, empty where no period is known.
    """

    kind: Literal["company-complaint", "appeal"]
    words: Text
    clock: str = ""


class Regime(Record, frozen=True, kw_only=True):
    """A body of law that gives rights in some regions.

    ``summary`` says in one sentence what a person can do, ``limits`` what they must not
    expect, ``doubts`` what we could not settle. ``cost`` and ``identity`` say what a company
    may ask for; empty where that was not found. ``confirm_within`` names the clock within
    which it must confirm that a request arrived, where there is such a duty. ``authority`` is
    an id of the table of authorities, empty where each region has its own.

    ``complain_from`` and ``complain_by`` are words, the second empty where no last day is
    known. ``complain_within`` names the clock that runs from the company's last word until
    the authority takes no more complaints, ``complain_at_latest`` the one that runs from the
    day the request arrived, whatever the company says; the earlier end counts.

    ``beside`` names the laws that hold in the same places at the same time, ``based_on`` the
    shared law that this one was filled up from when it was loaded.
    """

    id: Identifier
    law: Text
    title: Text
    regions: Annotated[tuple[RegionKey, ...], msgspec.Meta(min_length=1)]
    in_force_from: date
    public_posts: Reach
    summary: Text
    rights: Rights
    clocks: dict[str, Clock] = {}  # noqa: RUF012 - msgspec makes a new one each time
    confidence: Confidence
    checked: date
    sources: Annotated[tuple[Source, ...], msgspec.Meta(min_length=1)]
    limits: tuple[Text, ...] = ()
    doubts: tuple[Text, ...] = ()
    cost: Note = ""
    identity: Note = ""
    confirm_within: str = ""
    authority: str = ""
    internal_step: InternalStep | None = None
    complain_from: str = ""
    complain_by: str = ""
    complain_within: str = ""
    complain_at_latest: str = ""
    beside: tuple[Identifier, ...] = ()
    based_on: str = ""


class Office(Record, frozen=True, kw_only=True):
    """One of several offices that share an authority's work by place, such as a German Land's.

    Its fields are those of an :class:`Authority`.
    """

    place: Text
    url: Text
    name: Note = ""
    form: Note = ""
    email: Note = ""
    dated: PartialDate = ""


class Authority(Record, frozen=True, kw_only=True):
    """Whom to complain to: ``regions`` says for whom.

    ``url`` and ``form`` are empty where no site and no complaint form is known: never a guess.
    ``languages`` are those it takes complaints in, as ISO 639 codes, empty where not known;
    ``dated`` is when the record in ``source`` last changed, ``checked`` the day we read it.
    """

    id: Identifier
    name: Text
    english: str = ""
    regions: Annotated[tuple[RegionKey, ...], msgspec.Meta(min_length=1)]
    url: str = ""
    form: str = ""
    email: str = ""
    languages: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    note: str = ""
    dated: PartialDate = ""
    checked: date
    source: Text


class AuthorityTable(Record, frozen=True, kw_only=True):
    """All authorities."""

    authorities: tuple[Authority, ...]


class HolidayTable(Record, frozen=True, kw_only=True):
    """The public holidays of one place over the years the table spans, both included.

    A clock that needs a day outside these years gives no date rather than a guess.
    """

    place: Text
    first_year: int
    last_year: int
    days: tuple[date, ...]
    source: Text
