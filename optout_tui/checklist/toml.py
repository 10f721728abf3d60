"""TOML laid out for people: every record under a heading of its own, never squeezed on a line.

The library writes the values and the keys; it would fold small tables into one line.
"""

from collections.abc import Iterator, Mapping
from typing import Any

Table = Mapping[str, Any]


def to_toml(table: Table) -> str:
    """Return *table* as TOML text. Raises TypeError or ValueError for what TOML cannot say."""
    return "".join(_lines(table, "")).lstrip("\n")


def _lines(table: Table, path: str) -> Iterator[str]:
    import tomli_w  # reading, which is far more frequent, does not need it

    nested = {key: value for key, value in table.items() if _is_nested(value)}
    yield tomli_w.dumps({key: value for key, value in table.items() if key not in nested})
    for key, value in nested.items():
        name = f"{path}{_key(key)}"
        if isinstance(value, Mapping):
            yield f"\n[{name}]\n"
            yield from _lines(value, f"{name}.")
            continue
        for item in value:
            yield f"\n[[{name}]]\n"
            yield from _lines(item, f"{name}.")


def _is_nested(value: Any) -> bool:
    if isinstance(value, Mapping):
        return True
    is_list = isinstance(value, list | tuple) and len(value) > 0
    return is_list and all(isinstance(item, Mapping) for item in value)


def _key(key: str) -> str:
    import tomli_w  # it knows which keys need quotation marks

    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")
