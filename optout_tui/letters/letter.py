"""What a letter is made of, and what it is."""

from typing import Any, NamedTuple, TypeGuard, get_args

import msgspec

from optout_tui.checklist.kinds import FollowUpKind
from optout_tui.library.kinds import RequestKind
from optout_tui.library.law import RightName
from optout_tui.safety.refusal import Refusal

LetterKind = RequestKind | FollowUpKind
"""What a request can ask for, and what can follow one."""

REQUESTS: tuple[RequestKind, ...] = get_args(RequestKind)
FOLLOW_UPS: tuple[FollowUpKind, ...] = get_args(FollowUpKind)
KINDS: tuple[LetterKind, ...] = (*REQUESTS, *FOLLOW_UPS)

KIND_NAMES: dict[LetterKind, str] = {
    "objection": "Object to AI training",
    "erasure": "Have my data erased from it",
    "restriction": "Have its use restricted",
    "access": "Ask what they hold and use",
    "withdrawal": "Withdraw my consent",
    "optout": "Opt out of sale",
    "reminder": "Remind them",
    "company-complaint": "Complain to the company",
    "appeal": "Appeal to the company",
    "complaint": "Complain to the authority",
}
"""How letters are called where one is chosen."""

DRAFT = "This is a draft. No lawyer has checked it."
"""Said wherever a letter is shown, never in one."""


def is_request(kind: LetterKind) -> TypeGuard[RequestKind]:
    """Return whether a letter of *kind* is a request."""
    return kind in REQUESTS


def is_follow_up(kind: LetterKind) -> TypeGuard[FollowUpKind]:
    """Return whether a letter of *kind* follows a request."""
    return kind in FOLLOW_UPS


class OwnWords(msgspec.Struct, frozen=True, kw_only=True):
    """What only the person can say; each may be empty.

    ``grounds`` are their reasons, ``which`` says what of their data it is about above all,
    ``reach`` where they want the answer.
    """

    grounds: str = ""
    which: str = ""
    reach: str = ""


class Manner(NamedTuple):
    """How a letter is wanted: in a ``language``, or as ``preferred`` where it is there in it.

    ``short`` fits a text box.
    """

    language: str = ""
    preferred: str = ""
    short: bool = False


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter, ready to be copied once ``problem`` is empty.

    ``kind`` may differ from what was wished, where a law has another right for it; ``right``
    and ``regime`` are empty where no right was found and the letter asks politely.
    ``english`` is the same letter in English, empty where it is English already; ``languages``
    are those it can be had in. ``notes`` belong beside the letter, never into it; ``fill_in``
    is what the person has to put in by hand, where the brackets are.
    """

    kind: LetterKind
    right: RightName | None
    regime: str
    law: str
    article: str
    authority: str
    language: str
    languages: tuple[str, ...]
    short: bool
    to: str
    subject: str
    text: str
    english: str
    fill_in: tuple[str, ...]
    notes: tuple[str, ...] = ()
    needs_grounds: bool = False
    problem: str = ""

    def whole(self) -> "Letter":
        """Return the letter itself; raises Refusal where something is missing in it."""
        if self.problem:
            raise Refusal(self.problem)
        return self

    def as_json(self) -> dict[str, Any]:
        """Return all of it as plain values."""
        table: dict[str, Any] = msgspec.to_builtins(self)
        del table["problem"]
        return table
