"""Records of what is known about one platform: a guide, its routes, their steps."""

from datetime import date
from typing import Annotated, Literal, get_args

import msgspec

from optout_tui.library.kinds import Device, RequestKind
from optout_tui.library.records import (
    Confidence,
    Identifier,
    Label,
    Link,
    Name,
    Note,
    PartialDate,
    Record,
    Source,
    Text,
)

Kind = Literal["objection", "setting", "request", "limit", "none"]
Stage = Literal["settings", "privacy-center", "portal", "proof"]
Default = Literal["on", "off", "none", "unclear"]
Effect = Literal["future only", "past and future", "unclear", "reduces exposure", "nothing needed"]
EvidenceKind = Literal["mail", "receipt", "screenshot", "check"]

KINDS: tuple[Kind, ...] = get_args(Kind)
DEFAULTS: tuple[Default, ...] = get_args(Default)
STAGES: tuple[Stage, ...] = ("settings", "privacy-center", "portal", "proof")

RegionKey = Annotated[str, msgspec.Meta(pattern=r"^(\*|[A-Z]{2,4}(-[A-Z0-9]{1,3})?)$")]
"""A country, a part of one, a group such as EEA, or ``*`` for everywhere else."""

Language = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
"""A language of menus, as a code such as ``de`` or ``pt-BR``."""

Ids = Annotated[tuple[Identifier, ...], msgspec.Meta(max_length=100)]
SourceIds = Annotated[tuple[Identifier, ...], msgspec.Meta(min_length=1, max_length=100)]
RegionKeys = Annotated[tuple[RegionKey, ...], msgspec.Meta(max_length=300)]
Texts = Annotated[tuple[Text, ...], msgspec.Meta(max_length=50)]
Menu = Annotated[tuple[Label, ...], msgspec.Meta(max_length=20)]
SeenLabel = Annotated[str, msgspec.Meta(max_length=200)]
SeenMenu = Annotated[tuple[SeenLabel, ...], msgspec.Meta(max_length=20)]
Period = Annotated[str, msgspec.Meta(pattern=r"^P\d{1,2}[MYD]$")]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A year, a month or a day in ISO form."""

Host = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", max_length=253)]


class Handle(Record, frozen=True, kw_only=True):
    """How an account of this platform is told from another: what to ask for, if anything."""

    label: Name
    example: Annotated[str, msgspec.Meta(max_length=60)] = ""
    required: bool = True


class TrainingIn(Record, frozen=True, kw_only=True):
    """The default in some regions, where it differs from the guide's own."""

    regions: Annotated[tuple[RegionKey, ...], msgspec.Meta(min_length=1, max_length=300)]
    default: Default
    sources: SourceIds
    since: PartialDate = ""
    note: Note = ""
    confidence: Confidence = "high"


class Training(Record, frozen=True, kw_only=True):
    """What the platform trains on: facts shown before any step."""

    default: Default
    uses: Texts
    not_used: Texts
    sources: SourceIds
    since: PartialDate = ""
    note: Note = ""
    confidence: Confidence = "high"
    regions: Annotated[tuple[TrainingIn, ...], msgspec.Meta(max_length=300)] = ()


class Way(Record, frozen=True, kw_only=True):
    """One way through a step on one device: labels to tap, or links with fallbacks in order.

    ``menu_in`` maps a language code to the labels seen in that language, one for each
    label of ``menu``, empty where it was never seen.
    """

    device: Device
    menu: Menu = ()
    menu_in: Annotated[dict[Language, SeenMenu], msgspec.Meta(max_length=50)] = {}  # noqa: RUF012 - msgspec makes a new one each time
    links: Annotated[tuple[Link, ...], msgspec.Meta(max_length=10)] = ()
    note: Note = ""


class Trouble(Record, frozen=True, kw_only=True):
    """Something known to go wrong at a step: what you see, what to do.

    ``route`` names the route to follow instead, where that is the cure.
    """

    id: Identifier
    sign: Text
    cure: Text
    route: Annotated[str, msgspec.Meta(max_length=60)] = ""
    sources: Ids = ()


class Step(Record, frozen=True, kw_only=True):
    """One thing to do, with an id that never changes meaning.

    ``sends`` is the kind of request that ticking it records; ``evidence`` the kind of
    proof it leaves in the person's hands; ``was`` its former ids.
    """

    id: Identifier
    stage: Stage
    title: Name
    sources: SourceIds
    text: Note = ""
    minutes: Annotated[int, msgspec.Meta(ge=0, le=60)] = 1
    confidence: Confidence | None = None
    sends: RequestKind | None = None
    evidence: EvidenceKind | None = None
    ways: Annotated[tuple[Way, ...], msgspec.Meta(max_length=10)] = ()
    troubles: Annotated[tuple[Trouble, ...], msgspec.Meta(max_length=50)] = ()
    was: Ids = ()

    @property
    def leaves_proof(self) -> bool:
        """Whether whoever did it holds something to show; a check is for the program to make."""
        return self.evidence not in (None, "check")


class Again(Record, frozen=True, kw_only=True):
    """When to look again: after a period (ISO 8601, such as ``P6M``) and on events."""

    after: Period
    events: Texts = ()


class Change(Record, frozen=True, kw_only=True):
    """Something that changed on the platform, or in what is known of it, in our own words."""

    on: Day
    text: Text
    sources: SourceIds


class Route(Record, frozen=True, kw_only=True):
    """One way through a guide for some regions.

    ``own_offer`` says that the company itself lets people object here, whatever the law gives.
    """

    id: Identifier
    kind: Kind
    title: Name
    regions: RegionKeys
    effect: Effect
    confidence: Confidence
    checked: date
    again: Again
    sources: SourceIds
    also: Ids = ()
    own_offer: bool = False
    note: Note = ""
    undone_by: Texts = ()
    not_covered: Texts = ()
    steps: Annotated[tuple[Step, ...], msgspec.Meta(max_length=100)] = ()

    @property
    def minutes(self) -> int:
        """Minutes all steps take together, as the guide estimates them."""
        return sum(step.minutes for step in self.steps)


class Guide(Record, frozen=True, kw_only=True):
    """Everything known about one platform. Lists show the lowest ``rank`` first.

    ``hosts`` are the only ones its links may lead to, those below each of them included;
    ``history`` is what changed, the oldest first.
    """

    id: Identifier
    name: Name
    company: Name
    handle: Handle
    rank: Annotated[int, msgspec.Meta(ge=0, le=10_000)] = 100
    hosts: Annotated[tuple[Host, ...], msgspec.Meta(max_length=30)] = ()
    training: Training
    history: Annotated[tuple[Change, ...], msgspec.Meta(max_length=100)] = ()
    routes: Annotated[tuple[Route, ...], msgspec.Meta(min_length=1, max_length=100)]
    sources: Annotated[tuple[Source, ...], msgspec.Meta(min_length=1, max_length=500)]
    retired: Annotated[tuple[Identifier, ...], msgspec.Meta(max_length=500)] = ()

    def route(self, route_id: str) -> Route | None:
        """Return the route of that id, or None."""
        return next((route for route in self.routes if route.id == route_id), None)

    def source(self, source_id: str) -> Source:
        """Return the source of that id; the loader has made sure that it is there."""
        return next(source for source in self.sources if source.id == source_id)

    @property
    def checked(self) -> date:
        """The oldest day on which one of its routes was checked."""
        return min(route.checked for route in self.routes)
