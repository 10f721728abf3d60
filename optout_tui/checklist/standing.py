"""How far accounts and checklists are: the states, the proofs, the days that matter."""

from datetime import date
from typing import Literal, get_args

import msgspec

from optout_tui.checklist.kinds import FollowUpKind
from optout_tui.library.kinds import RequestKind

State = Literal[
    "not started",
    "in progress",
    "problem",
    "refused",
    "overdue",
    "waiting",
    "reduced",
    "nothing to do",
    "done",
]
Proof = Literal["none", "self-attested", "platform-confirmed", "machine-verified"]
RequestState = Literal["waiting", "overdue", "granted", "refused"]
What = Literal["reply", "remind", "complain-from", "complain-by", "check-again"]
"""What a day is for; several on one day are listed in this order."""

STATES: tuple[State, ...] = get_args(State)
"""From the least to the most advanced; a checklist is as far as its least advanced account."""

FINISHED: frozenset[State] = frozenset({"reduced", "nothing to do", "done"})


def state_of(states: tuple[State, ...]) -> State:
    """Return the least advanced of *states*; a checklist without accounts is not started."""
    return min(states, key=STATES.index, default="not started")


class Standing(msgspec.Struct, frozen=True):
    """One account's state; ``waiting`` turns into ``overdue`` after ``latest``."""

    state: State
    latest: date | None = None

    def on(self, today: date) -> State:
        """Return the state on that day."""
        return "overdue" if self.latest and today > self.latest else self.state


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """Something that falls on a day: an answer that is due, a time to write, to look again.

    ``label`` is the account as people say it. ``request`` is the id of the request it is
    about and ``kind`` what was asked for, both empty for ``check-again``; ``latest`` is the
    last lawful day of a ``reply``. ``letter`` is what to write then, empty for nothing.
    """

    on: date
    what: What
    account: str
    label: str
    company: str
    request: str = ""
    kind: RequestKind | None = None
    latest: date | None = None
    letter: FollowUpKind | None = None
