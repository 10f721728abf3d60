"""What every piece of knowledge is made of: dated sources and graded words."""

from collections.abc import Container, Iterator
from datetime import date
from typing import Annotated, Any, Literal

import msgspec

Tier = Literal["official", "regulator", "court", "press", "user"]
Confidence = Literal["high", "medium", "low"]

Identifier = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Label = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Link = Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
Note = Annotated[str, msgspec.Meta(max_length=2000)]
"""Text that need not be there. Every text has an end: a screen must hold it."""

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
    publisher: Label
    url: Link
    tier: Tier
    read: date
    dated: PartialDate = ""
    note: Note = ""


def source_json(source: Source) -> dict[str, Any]:
    """Return *source* as every command and export says it in JSON."""
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "tier": source.tier,
        "dated": source.dated,
        "read": source.read.isoformat(),
        "note": source.note,
    }


def as_table(record: Record) -> dict[str, Any]:
    """Return *record* as the TOML it could have come from: without what need not be said."""
    return {
        field.encode_name: _said(value)
        for field in msgspec.structs.fields(record)
        if (value := getattr(record, field.name)) != _unsaid(field)
    }


def _unsaid(field: msgspec.structs.FieldInfo) -> Any:
    """Return what a field holds where nothing is said of it."""
    factory = field.default_factory
    return field.default if factory is msgspec.NODEFAULT else factory()


def _said(value: Any) -> Any:
    if isinstance(value, Record):
        return as_table(value)
    if isinstance(value, dict):
        return {key: _said(item) for key, item in value.items()}
    return [_said(item) for item in value] if isinstance(value, tuple) else value


def texts_in(
    value: Any, held: Container[str] = (), where: str = "", field: str = ""
) -> Iterator[tuple[str, str, str]]:
    """Yield every text below *value* with its place and its field.

    Of what lies below a field that is *held*, that field is given.
    """
    match value:
        case str():
            yield where, field, value
        case dict():
            for key, item in value.items():
                place = f"{where}.{key}" if where else key
                yield from texts_in(item, held, place, field if field in held else key)
        case list() | tuple():
            for n, item in enumerate(value):
                yield from texts_in(item, held, f"{where}[{n}]", field)
