import tomllib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optout_tui.checklist.model import Checklist
from optout_tui.checklist.text import read_text, write_text
from optout_tui.export.render import render
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import has_controls

from .conftest import Plant


def test_the_toml_is_the_checklist_itself(
    any_checklist: Checklist, knowledge: Knowledge, today: date
) -> None:
    text = render(any_checklist, knowledge, today, "toml")
    assert text == write_text(any_checklist)
    assert read_text(text.encode(), "x.toml") == any_checklist


@settings(deadline=None, max_examples=40)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
def test_hidden_characters_are_spelt_out_and_read_back_exactly(
    knowledge: Knowledge, today: date, plant: Plant, text: str
) -> None:
    planted = plant(text)
    written = render(planted, knowledge, today, "toml")
    assert not [char for char in written if has_controls(char) and char != "\n"]
    assert tomllib.loads(written) == tomllib.loads(write_text(planted))


def test_half_a_character_is_refused(knowledge: Knowledge, today: date, plant: Plant) -> None:
    with pytest.raises(Refusal, match="half a character"):
        render(plant("\ud83d"), knowledge, today, "toml")
