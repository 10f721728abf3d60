"""From a parsed TOML table to a typed record, with the exact place of every error."""

import datetime as dt
from typing import Any, TypeVar

import msgspec

from optout_tui.safety.limits import BadFile

T = TypeVar("T")


def plain_dates(value: Any) -> Any:
    """Return *value* with TOML dates as ISO text, which is what records are read from."""
    match value:
        case dict():
            return {key: plain_dates(item) for key, item in value.items()}
        case list():
            return [plain_dates(item) for item in value]
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
        case _:
            return value


def convert(table: dict[str, Any], kind: type[T], file: str) -> T:
    """Return *table* as a record of type *kind*.

    Raises BadFile naming *file* and the path of the first field that does not fit.
    """
    try:
        return msgspec.convert(plain_dates(table), kind)
    except msgspec.ValidationError as error:
        raise BadFile(file, *reason_and_place(error)) from None


def reason_and_place(error: msgspec.ValidationError) -> tuple[str, str]:
    """Return what does not fit, and the path of the field, such as ``routes[0].steps[2].id``."""
    reason, _, where = str(error).partition(" - at `")
    place = where.rstrip("`").removeprefix("$").removeprefix(".").replace("[...]", "")
    reason = reason.replace("`", "")
    return reason[:1].lower() + reason[1:], place
