"""Records of regions and of the law there: who belongs where, which right, which clock."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from optout_tui.library.guides import RegionKey, RequestKind
from optout_tui.library.records import (
    Confidence,
    Identifier,
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
    it has none. ``roll`` moves an end on a weekend or holiday to the next working day.
    ``extension`` is added, in the same unit, for the latest lawful date. ``holidays`` names
    the calendar of the place whose holidays count; without one only weekends do.
    """

    unit: Literal["days", "working-days", "months"]
    count: Annotated[int, msgspec.Meta(ge=1, le=365)]
    words: Text
    extension: Annotated[int, msgspec.Meta(ge=0, le=365)] = 0
    roll: bool = False
    holidays: str = ""
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


class Regime(Record, frozen=True, kw_only=True):
    """A body of law that gives rights in some regions.

    ``summary`` says in one sentence what a person can do, ``limits`` what they must not
    expect. ``authority`` is an id of the table of authorities, empty where each region has
    its own. ``complain_from`` and ``complain_by`` are words, the second empty where no last
    day is known. ``company_complaint`` names the clock of a complaint that must go to the
    company first, ``complain_within`` the clock that runs from the company's last word until
    the authority takes no more complaints; both empty where the law has no such step.
    """

    id: Identifier
    law: Text
    title: Text
    regions: Annotated[tuple[RegionKey, ...], msgspec.Meta(min_length=1)]
    in_force_from: date
    public_posts: Reach
    summary: Text
    rights: Rights
    clocks: dict[str, Clock]
    confidence: Confidence
    checked: date
    sources: Annotated[tuple[Source, ...], msgspec.Meta(min_length=1)]
    limits: tuple[Text, ...] = ()
    authority: str = ""
    complain_from: str = ""
    complain_by: str = ""
    company_complaint: str = ""
    complain_within: str = ""


class Office(Record, frozen=True, kw_only=True):
    """One of several offices that share an authority's work by place, such as a German Land's."""

    place: Text
    url: Text


class Authority(Record, frozen=True, kw_only=True):
    """Whom to complain to: ``regions`` says for whom, ``form`` is empty where none is known.

    ``languages`` are those it takes complaints in, as ISO 639 codes, empty where not known;
    ``dated`` is when the record in ``source`` last changed, ``checked`` the day we read it.
    """

    id: Identifier
    name: Text
    english: str = ""
    regions: Annotated[tuple[RegionKey, ...], msgspec.Meta(min_length=1)]
    url: Text
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
