"""The schemas that are shipped say what the records say."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from optout_tui.checklist.text import write_text
from optout_tui.journey.session import Session
from optout_tui.library.source import KNOWLEDGE
from optout_tui.safety.limits import parse_toml
from tests.schemas import FOLDER, RECORDS, schema

GUIDES = sorted((KNOWLEDGE / "platforms").glob("*.toml"))


def as_json(value: Any) -> Any:
    """A TOML table as an editor's checker sees it: dates are texts."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8")))


@pytest.mark.parametrize("name", RECORDS)
def test_what_is_shipped_is_what_the_records_say(name: str) -> None:
    shipped = (FOLDER / f"{name}.schema.json").read_text("utf-8")
    assert shipped == schema(name), "make them anew with: python -m tests.schemas"


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_every_guide_fits_its_schema(path: Path) -> None:
    table = as_json(parse_toml(path.read_bytes(), path.name))
    assert [error.message for error in validator("guide").iter_errors(table)] == []


def test_a_slip_in_a_guide_is_found() -> None:
    table = as_json(parse_toml(GUIDES[0].read_bytes(), "x"))
    table["routes"][0]["kind"] = "magic"
    table["nmae"] = "x"
    assert len(list(validator("guide").iter_errors(table))) == 2


def test_a_checklist_fits_its_schema_with_fields_of_its_own(session: Session) -> None:
    table = as_json(parse_toml(write_text(session.checklist).encode(), "x")) | {"mine": 1}
    assert [error.message for error in validator("checklist").iter_errors(table)] == []
