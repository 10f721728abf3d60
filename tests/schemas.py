"""Makes the JSON Schemas from the typed records: ``python -m tests.schemas``.

Editors that know JSON Schema then complete and check guides, bodies of law and checklists.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

import optout_tui
from optout_tui.checklist.model import Checklist
from optout_tui.library.guides import Guide
from optout_tui.library.law import Regime

FOLDER = Path(optout_tui.__file__).parent / "schemas"

RECORDS: dict[str, tuple[type[Any], str]] = {
    "guide": (Guide, "A guide of optout-tui: one platform"),
    "regime": (Regime, "A body of law of optout-tui"),
    "checklist": (Checklist, "A checklist of optout-tui, format 1"),
}


def schema(name: str) -> str:
    """Return the schema of that name as text."""
    record, title = RECORDS[name]
    made = _without_extra(msgspec.json.schema(record))
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return json.dumps(head | made, indent=1, ensure_ascii=False) + "\n"


def _without_extra(value: Any) -> Any:
    """What is kept of unknown fields is no field of its own in the file."""
    if isinstance(value, list):
        return [_without_extra(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _without_extra(item) for key, item in value.items()}
    if isinstance(kept.get("properties"), dict):
        kept["properties"].pop("extra", None)
    if isinstance(said := kept.get("description"), str):
        kept["description"] = " ".join(said.replace("``", "`").split())
    return kept


def main() -> None:
    """Write every schema."""
    FOLDER.mkdir(exist_ok=True)
    for name in RECORDS:
        (FOLDER / f"{name}.schema.json").write_text(schema(name), encoding="utf-8")


if __name__ == "__main__":
    main()
