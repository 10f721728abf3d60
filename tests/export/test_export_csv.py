import csv
import io
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optout_tui.checklist.model import Checklist
from optout_tui.export.csv_ import COLUMNS
from optout_tui.export.render import render
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.text import clean, has_controls

from .conftest import Plant


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_there_is_one_row_a_step(finished: Checklist, knowledge: Knowledge, today: date) -> None:
    table = rows(render(finished, knowledge, today, "csv"))
    assert [row["step"] for row in table] == ["open-menu", "open-form", "send", "keep-mail", ""]
    assert [row["platform"] for row in table] == ["Fotogram"] * 4 + ["Plauder"]
    assert table[2]["at"] == "2026-11-10T11:00:00Z"
    assert table[0]["requests"] == (
        "objection by form, sent 2026-11-10, received 2026-11-11, due 2026-12-11, "
        "latest 2027-02-11, granted, reference Case 4711, granted 2026-11-12 (a short mail)"
    )
    assert table[0]["evidence"] == "mail, 2026-11-12T12:00:00Z, Message 99, in the Legal folder"
    assert table[0]["not_covered"] == "models that are already trained | photos other people post"
    assert (
        "Fotogram Privacy Policy, Foto Inc. (official, dated 2026-07-23, read 2026-11-10)"
        in (table[0]["sources"])
    )


def test_a_tick_on_another_route_is_a_row_that_says_so(
    limited: Checklist, knowledge: Knowledge, today: date
) -> None:
    table = rows(render(limited, knowledge, today, "csv"))
    assert [(row["step"], row["on_route"]) for row in table] == [
        ("private-account", "yes"),
        ("old-posts", "yes"),
        ("open-menu", "no"),
    ]


def test_an_empty_checklist_still_tells_its_day_and_region(
    empty: Checklist, knowledge: Knowledge, today: date
) -> None:
    (row,) = rows(render(empty, knowledge, today, "csv"))
    assert (row["checklist"], row["exported"], row["region_name"]) == (
        "Nobody yet", "2026-11-22", "Germany",
    )  # fmt: skip
    assert row["platform"] == ""


def test_the_file_is_as_rfc_4180_wants_it(
    any_checklist: Checklist, knowledge: Knowledge, today: date
) -> None:
    text = render(any_checklist, knowledge, today, "csv")
    assert text.startswith(",".join(COLUMNS) + "\r\n")
    assert text.endswith("\r\n")
    assert all(None not in row and None not in row.values() for row in rows(text))


@pytest.mark.parametrize(
    "start",
    ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝", "＋", "－", "＠"],
)
def test_no_cell_can_be_taken_for_a_formula(
    knowledge: Knowledge, today: date, plant: Plant, start: str
) -> None:
    text = f"{start}cmd|' /C calc'!A0"
    table = rows(render(plant(text), knowledge, today, "csv"))
    assert {row["handle"] for row in table} == {f"'{clean(text, newlines=True)}"}
    assert all(row["note"] in ("", row["handle"]) for row in table)


@settings(deadline=None, max_examples=40)
@given(text=st.text(max_size=12))
def test_any_text_keeps_its_cell_and_no_hidden_character_gets_through(
    knowledge: Knowledge, today: date, plant: Plant, text: str
) -> None:
    written = render(plant(text), knowledge, today, "csv")
    assert not [char for char in written if has_controls(char) and char not in "\r\n\t"]
    for row in rows(written):
        assert row["handle"].removeprefix("'") == clean(text, newlines=True).removeprefix("'")
        assert not [v for v in row.values() if re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", v)]
