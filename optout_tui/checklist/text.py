"""A checklist as TOML text and back, with every field the program does not know."""

from datetime import UTC, datetime
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from optout_tui.checklist.model import FORMAT, Checklist, Kept
from optout_tui.checklist.toml import to_toml
from optout_tui.library.convert import reason_and_place
from optout_tui.safety.limits import BadFile, parse_toml


class NewerFormat(BadFile):
    """A checklist written by a later program: it can be looked at there, not changed here."""


class _Zulu(datetime):
    """A moment that the TOML writer spells with T and Z."""

    def __str__(self) -> str:
        return self.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def read_text(content: bytes, file: str) -> Checklist:
    """Return the checklist that *content* spells; *file* is only named in errors.

    Raises BadFile with the place of the first thing that does not fit, and NewerFormat
    for a file of a later format.
    """
    table = parse_toml(content, file)
    version = table.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise NewerFormat(file, f"format {version} is newer than this program", "format")
    try:
        checklist = msgspec.convert(_set_aside(table, Checklist), Checklist)
    except msgspec.ValidationError as error:
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


def _record_type(hint: Any) -> type[Kept] | None:
    """Return the record type that a field's annotation holds, alone, optional or in a tuple."""
    if get_origin(hint) in (tuple, UnionType):
        return next((kind for arg in get_args(hint) if (kind := _record_type(arg))), None)
    return hint if isinstance(hint, type) and issubclass(hint, Kept) else None


def _set_aside(value: Any, kind: type[Kept]) -> Any:
    """Return the table with all unknown keys of each record moved into its ``extra``."""
    if not isinstance(value, dict):
        return value
    hints = get_type_hints(kind)
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
            fields = ((field.name, field.default) for field in msgspec.structs.fields(value))
            table = {
                name: _flatten(item)
                for name, default in fields
                if name != "extra" and (item := getattr(value, name)) not in (default, None)
            }
            return table | value.extra
        case tuple():
            return [_flatten(item) for item in value]
        case datetime():
            moment = value.astimezone(UTC)
            return _Zulu(*moment.timetuple()[:6], tzinfo=UTC)
        case _:
            return value
