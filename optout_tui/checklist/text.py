"""A checklist as TOML text and back, with every field the program does not know."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from optout_tui.checklist.formats import brought_forward
from optout_tui.checklist.model import FORMAT, Checklist, Kept
from optout_tui.checklist.toml import to_toml
from optout_tui.checklist.wholeness import meant, with_end, without_end
from optout_tui.library.convert import reason_and_place
from optout_tui.safety.limits import BadFile, parse_toml


class NewerFormat(BadFile):
    """A checklist of a later program in which something stands that cannot even be shown."""


class _Misspelt(Exception):
    """A key of no field, so close to that of one that reading on would leave something out."""

    def __init__(self, where: str, name: str) -> None:
        self.where = where
        self.reason = f"not a field; damaged, or misspelt for “{name}”"
        super().__init__(self.reason)


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
    table = brought_forward(without_end(parse_toml(content, file), file))
    try:
        checklist = msgspec.convert(_set_aside(table, Checklist), Checklist)
    except (msgspec.ValidationError, _Misspelt) as error:
        version = table.get("format")
        if isinstance(version, int) and version > FORMAT:
            reason = f"format {version} is newer than this program, which cannot show it"
            raise NewerFormat(file, reason, "format") from None
        raise BadFile(file, *_reason_and_place(error)) from None
    _check_ids(checklist, file)
    _check_moments(checklist, file)
    return checklist


def write_text(checklist: Checklist) -> str:
    """Return *checklist* as TOML. Raises ValueError where a text cannot be encoded."""
    return to_toml(_flatten(checklist))


def write_file(checklist: Checklist) -> bytes:
    """Return *checklist* as a file that shows when it was cut. Raises as ``write_text`` does."""
    return to_toml(with_end(_flatten(checklist))).encode()


def _reason_and_place(error: "msgspec.ValidationError | _Misspelt") -> tuple[str, str]:
    if isinstance(error, _Misspelt):
        return error.reason, error.where
    return reason_and_place(error)


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


def _check_moments(checklist: Checklist, file: str) -> None:
    """At the ends of time some moments have no UTC: they could be neither shown nor saved."""
    for where, moment in _moments(checklist):
        try:
            moment.astimezone(UTC)
        except OverflowError:
            raise BadFile(file, "lies before the first year or after the last", where) from None


def _moments(checklist: Checklist) -> Iterator[tuple[str, datetime]]:
    yield "created", checklist.created
    yield "updated", checklist.updated
    for n, account in enumerate(checklist.accounts):
        for m, mark in enumerate(account.steps):
            yield f"accounts[{n}].steps[{m}].at", mark.at
        for m, held in enumerate(account.evidence):
            yield f"accounts[{n}].evidence[{m}].at", held.at
        for m, counted in enumerate(account.audits):
            yield f"accounts[{n}].audits[{m}].at", counted.at


@cache
def _hints(kind: type[Kept]) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _fields(kind: type[Kept]) -> tuple[tuple[str, Any], ...]:
    """Return every field that has a place of its own, with its default."""
    fields = msgspec.structs.fields(kind)
    return tuple((field.name, _default(field)) for field in fields if field.name != "extra")


def _default(field: msgspec.structs.FieldInfo) -> Any:
    made = field.default_factory
    return field.default if made is msgspec.NODEFAULT else made()


def _record_type(hint: Any) -> type[Kept] | None:
    """Return the record type that a field's annotation holds, alone, optional or in a tuple."""
    if get_origin(hint) in (tuple, UnionType):
        return next((kind for arg in get_args(hint) if (kind := _record_type(arg))), None)
    return hint if isinstance(hint, type) and issubclass(hint, Kept) else None


@cache
def _keys(kind: type[Kept]) -> tuple[str, ...]:
    """Return all keys of a record, those of records in it behind a dot."""
    found = []
    for key, hint in _hints(kind).items():
        inner = _record_type(hint)
        found += [key, *(f"{key}.{one}" for one in _keys(inner))] if inner else [key]
    return tuple(found)


def _set_aside(value: Any, kind: type[Kept], where: str = "") -> Any:
    """Return the table with all unknown keys of each record moved into its ``extra``."""
    if not isinstance(value, dict):
        return value
    hints = _hints(kind)
    known: dict[str, Any] = {"extra": {}}
    for key, item in value.items():
        place = f"{where}.{key}" if where else key
        if key == "extra" or key not in hints:
            _check_spelling(key, item, value, kind, place)
            known["extra"][key] = item
            continue
        inner = _record_type(hints[key])
        if inner is None:
            known[key] = item
        elif isinstance(item, list):
            known[key] = [_set_aside(one, inner, f"{place}[{n}]") for n, one in enumerate(item)]
        else:
            known[key] = _set_aside(item, inner, place)
    return known


def _check_spelling(key: str, item: Any, table: Any, kind: type[Kept], where: str) -> None:
    name = meant(key, item, _keys(kind))
    if name is not None and (name not in table or isinstance(table[name], list)):
        raise _Misspelt(where, name)


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
