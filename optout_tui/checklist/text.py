"""A checklist as TOML text and back, with every field the program does not know."""

from datetime import UTC, datetime
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from optout_tui.checklist.formats import brought_forward
from optout_tui.checklist.model import FORMAT, Checklist, Kept
from optout_tui.checklist.toml import to_toml
from optout_tui.library.convert import reason_and_place
from optout_tui.safety.limits import BadFile, parse_toml


class NewerFormat(BadFile):
    """A checklist of a later program in which something stands that cannot even be shown."""


class _Zulu(datetime):
    """A moment that the TOML writer spells with T and Z."""

    def __str__(self) -> str:
        return self.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def read_text(content: bytes, file: str) -> Checklist:
    """Return the checklist that *content* spells; *file* is only named in errors.

    An older format is brought forward; ``format`` says what the file has. Raises BadFile
    with the place of the first thing that does not fit, and NewerFormat where that is so
    because the file is of a later format.
    """
    table = brought_forward(parse_toml(content, file))
    try:
        checklist = msgspec.convert(_set_aside(table, Checklist), Checklist)
    except msgspec.ValidationError as error:
        version = table.get("format")
        if isinstance(version, int) and version > FORMAT:
            reason = f"format {version} is newer than this program, which cannot show it"
            raise NewerFormat(file, reason, "format") from None
        raise BadFile(file, *reason_and_place(error)) from None
    _check_ids(checklist, file)
    return checklist


def write_text(checklist: Checklist) -> str:
    """Return *checklist* as TOML. Raises ValueError where a text cannot be encoded."""
    return to_toml(_flatten(checklist))


def _check_ids(checklist: Checklist, file: str) -> None:
    """Two things of one id would make every later change guess which was meant."""
    seen: set[str] = set()
    for n, account in enumerate(checklist.accounts):
        if account.id in seen:
            raise BadFile(file, f'account "{account.id}" is there twice', f"accounts[{n}].id")
        seen.add(account.id)
        for field, ids in (
            ("steps", [mark.id for mark in account.steps]),
            ("requests", [request.id for request in account.requests]),
        ):
            for m, name in enumerate(ids):
                if name in ids[:m]:
                    where = f"accounts[{n}].{field}[{m}].id"
                    raise BadFile(file, f'"{name}" is there twice', where)


@cache
def _hints(kind: type[Kept]) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _fields(kind: type[Kept]) -> tuple[tuple[str, Any], ...]:
    """Return every field that has a place of its own, with its default."""
    fields = msgspec.structs.fields(kind)
    return tuple((field.name, field.default) for field in fields if field.name != "extra")


def _record_type(hint: Any) -> type[Kept] | None:
    """Return the record type that a field's annotation holds, alone, optional or in a tuple."""
    if get_origin(hint) in (tuple, UnionType):
        return next((kind for arg in get_args(hint) if (kind := _record_type(arg))), None)
    return hint if isinstance(hint, type) and issubclass(hint, Kept) else None


def _set_aside(value: Any, kind: type[Kept]) -> Any:
    """Return the table with all unknown keys of each record moved into its ``extra``."""
    if not isinstance(value, dict):
        return value
    hints = _hints(kind)
    known: dict[str, Any] = {"extra": {}}
    for key, item in value.items():
        if key == "extra" or key not in hints:
            known["extra"][key] = item
            continue
        inner = _record_type(hints[key])
        if inner is None:
            known[key] = item
        elif isinstance(item, list):
            known[key] = [_set_aside(one, inner) for one in item]
        else:
            known[key] = _set_aside(item, inner)
    return known


def _flatten(value: Any) -> Any:
    """Return a record as a plain table: defaults left out, ``extra`` put back."""
    match value:
        case Kept():
            table = {
                name: _flatten(item)
                for name, default in _fields(type(value))
                if (item := getattr(value, name)) not in (default, None)
            }
            return table | value.extra
        case tuple():
            return [_flatten(item) for item in value]
        case datetime():
            moment = value.astimezone(UTC)
            return _Zulu(*moment.timetuple()[:6], tzinfo=UTC)
        case _:
            return value
