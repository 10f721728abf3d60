from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from optout_tui.checklist import text
from optout_tui.checklist.formats import FORWARD, brought_forward
from optout_tui.checklist.store import reading
from optout_tui.checklist.store import store as store_module
from optout_tui.checklist.store.backups import backups_in
from optout_tui.checklist.store.store import Store

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def renamed(table: dict[str, Any]) -> dict[str, Any]:
    """What a second format might want: the region under another name, at first."""
    return {"place" if key == "country" else key: value for key, value in table.items()}


def placed(table: dict[str, Any]) -> dict[str, Any]:
    return {"region" if key == "place" else key: value for key, value in table.items()}


FORMATS = {1: renamed, 2: placed}


def test_an_older_table_goes_through_every_format_between() -> None:
    old = {"format": 1, "country": "DE"}
    assert brought_forward(old, FORMATS, 3) == {"format": 1, "region": "DE"}
    assert brought_forward(old, FORMATS, 2) == {"format": 1, "place": "DE"}
    assert old == {"format": 1, "country": "DE"}


@pytest.mark.parametrize(
    "table",
    [
        {"format": 3, "place": "DE"},
        {"format": 9, "country": "DE"},
        {"format": "1", "country": "DE"},
        {"format": True, "country": "DE"},
        {"country": "DE"},
    ],
)
def test_a_newer_table_or_one_without_a_number_comes_back_as_it_is(table: dict[str, Any]) -> None:
    assert brought_forward(table, FORMATS, 3) == table


@pytest.mark.parametrize("version", [-(2**63), 0])
def test_a_number_that_a_hand_typed_takes_no_time(version: int) -> None:
    assert brought_forward({"format": version, "country": "DE"}, FORMATS, 3)["format"] == version


def test_the_first_format_needs_no_bringing_forward() -> None:
    assert dict(FORWARD) == {}


@pytest.fixture
def third(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of the third format."""
    forward = partial(brought_forward, forward=FORMATS, to=3)
    monkeypatch.setattr(text, "brought_forward", forward)
    for module in (text, reading, store_module):
        monkeypatch.setattr(module, "FORMAT", 3)


@pytest.mark.usefixtures("third")
def test_an_older_file_is_shown_in_the_new_format_and_stays_as_it_is_until_it_is_saved(
    tmp_path: Path,
) -> None:
    store = Store(tmp_path)
    made = store.create("Personal", "DE", (), NOW)
    old = made.path.read_text("utf-8").replace("format = 3", "format = 1")
    old = old.replace('region = "DE"', 'country = "DE"')
    made.path.write_text(old, "utf-8")

    stored = store.read("Personal")
    assert (stored.checklist.format, stored.checklist.region, stored.checklist.extra) == (
        1,
        "DE",
        {},
    )
    assert made.path.read_text("utf-8") == old

    saved = store.save(replace(stored.checklist, labels="de"), stored, NOW)
    assert saved.checklist.format == 3
    assert "format = 3\n" in saved.path.read_text("utf-8")
    [backup] = backups_in(store.backup_folder(saved.checklist.id))
    assert backup.pinned
    assert backup.path.read_text("utf-8") == old


@pytest.mark.usefixtures("third")
def test_a_later_save_pins_nothing_more(tmp_path: Path) -> None:
    store = Store(tmp_path)
    stored = store.create("Personal", "DE", (), NOW)
    store.save(replace(stored.checklist, labels="de"), stored, NOW)
    [backup] = backups_in(store.backup_folder(stored.checklist.id))
    assert not backup.pinned
