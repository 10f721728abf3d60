"""What an exported document is made of: one typed report, the same for every format."""

from datetime import date, datetime
from itertools import groupby

import msgspec

from optout_tui.checklist.model import Counted, Event, Evidence, StepState
from optout_tui.checklist.standing import Proof, RequestState, State
from optout_tui.guides.seen import Part
from optout_tui.library.guides import Change, Default, Effect, Kind, Stage
from optout_tui.library.kinds import Device, RequestKind
from optout_tui.library.records import Confidence, Source


class WayLine(msgspec.Struct, frozen=True, kw_only=True):
    """The labels to tap on one device, in English and as they stand on the person's own screen.

    ``seen`` holds one label for each of ``menu``, "" where it was never seen in the person's
    language; it is empty where none was, and where that language is English.
    """

    device: Device
    menu: tuple[str, ...]
    seen: tuple[str, ...]


class StepLine(msgspec.Struct, frozen=True, kw_only=True):
    """One step and what the person said of it; ``at`` in UTC, None where nothing was said.

    ``sign`` says in the guide's words what went wrong, where ``trouble`` names it.
    ``stage`` is None for a step no guide knows any more. ``parts`` are what of the step is
    other than on the day it was ticked, ``since`` what is known to have changed after it.
    """

    id: str
    stage: Stage | None
    title: str
    state: StepState
    at: datetime | None = None
    note: str = ""
    trouble: str = ""
    sign: str = ""
    changed: bool = False
    parts: tuple[Part, ...] = ()
    since: tuple[Change, ...] = ()
    ways: tuple[WayLine, ...] = ()


class RequestLine(msgspec.Struct, frozen=True, kw_only=True):
    """Something sent to the company; ``due`` and ``latest`` are None where no law sets them.

    ``rule`` says in words when the answer is due, ``law`` where that stands; both are empty
    where no law gives such a right. ``time`` says what else there is to know of the days: why
    there is none, or why a notice of more time does not count.
    """

    id: str
    kind: RequestKind
    sent: date
    received: date
    channel: str
    reference: str
    due: date | None
    latest: date | None
    rule: str
    law: str
    time: str
    state: RequestState
    events: tuple[Event, ...]


class Training(msgspec.Struct, frozen=True, kw_only=True):
    """What happens there if nobody acts, and how sure that is.

    ``since`` is a year, a month or a day of ISO form, or empty.
    """

    default: Default
    since: str
    uses: tuple[str, ...]
    note: str
    confidence: Confidence


class RouteLine(msgspec.Struct, frozen=True, kw_only=True):
    """The way that was followed, and what it does and does not do.

    ``old`` is true where it was not checked lately on the day of the document.
    """

    id: str
    kind: Kind
    title: str
    effect: Effect
    confidence: Confidence
    checked: date
    old: bool
    note: str
    not_covered: tuple[str, ...]
    undone_by: tuple[str, ...]


class AccountReport(msgspec.Struct, frozen=True, kw_only=True):
    """One account. ``training`` and ``route`` are None where no guide is known.

    ``yours`` is true where the guide is the person's own.
    ``steps`` are those of the route; ``other_steps`` were ticked on a route the account no
    longer follows. ``sources`` are only those that the route, its steps, the default, the
    troubles met and the clocks of its requests rest on.
    """

    id: str
    platform: str
    platform_name: str
    company: str
    handle: str
    owner: str
    applies: str
    state: State
    proof: Proof
    training: Training | None
    route: RouteLine | None
    steps: tuple[StepLine, ...]
    other_steps: tuple[StepLine, ...]
    requests: tuple[RequestLine, ...]
    evidence: tuple[Evidence, ...]
    audits: tuple[Counted, ...]
    check_again: date | None
    check_again_after: tuple[str, ...]
    sources: tuple[Source, ...]
    yours: bool

    @property
    def stages(self) -> list[tuple[Stage, list[StepLine]]]:
        """The steps of the route, stage by stage."""
        grouped = groupby(self.steps, key=lambda line: line.stage)
        return [(stage, list(lines)) for stage, lines in grouped if stage]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything an exported document says, but for the format's own words.

    ``language`` is the code of that of the menus on the person's devices.
    ``own_sources`` are those of a person's own guides: their addresses are told, not linked.
    """

    name: str
    region: str
    region_name: str
    language: str
    exported: date
    revision: int
    state: State
    program: str
    summary: str
    redacted: bool
    not_done: tuple[str, ...]
    accounts: tuple[AccountReport, ...]
    own_sources: frozenset[Source]

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of every account, each one once, in the order of the accounts."""
        return tuple(dict.fromkeys(s for account in self.accounts for s in account.sources))
