"""What every piece of knowledge is made of: dated sources and graded words."""

from datetime import date
from typing import Annotated, Literal

import msgspec

Tier = Literal["official", "regulator", "court", "press", "user"]
Confidence = Literal["high", "medium", "low"]

Identifier = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
PartialDate = Annotated[str, msgspec.Meta(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]
"""A year, a month or a day in ISO form; empty when the source bears no date."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all knowledge: immutable, and a misspelt field is an error."""


class Source(Record, frozen=True, kw_only=True):
    """Where a claim comes from.

    ``dated`` is the day the text bears, ``read`` the day we read it (in whatever copy
    ``note`` names); ``tier`` says how strong it is.
    """

    id: Identifier
    title: Text
    publisher: Text
    url: Text
    tier: Tier
    read: date
    dated: PartialDate = ""
    note: str = ""
