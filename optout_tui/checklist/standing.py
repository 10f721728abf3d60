"""How far accounts and checklists are: the states, the proofs, the days that matter."""

from datetime import date
from typing import Literal, get_args

import msgspec

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


class Dated(msgspec.Struct, frozen=True):
    """Something that falls on a day: ``reply`` that is due, or time to ``check-again``."""

    on: date
    what: str
    account: str
    company: str
