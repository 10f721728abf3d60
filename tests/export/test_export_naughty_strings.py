import json
import re
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import Checklist
from optout_tui.export.render import FORMATS, render
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.text import has_controls

from .conftest import Plant

STRINGS = Path("/work/shared/blns/blns.json")


@pytest.fixture(scope="module")
def naughty(plant: Plant) -> Checklist:
    """One checklist that says every string of the list, wherever text can be said."""
    if not STRINGS.exists():
        pytest.skip("the list of naughty strings is not here")
    said = [plant(text) for text in json.loads(STRINGS.read_text("utf-8"))]
    return replace(said[0], accounts=tuple(one.accounts[0] for one in said))


@pytest.mark.parametrize("redact", [False, True], ids=["whole", "redacted"])
@pytest.mark.parametrize("fmt", FORMATS)
def test_every_naughty_string_goes_through_and_drives_nothing(
    knowledge: Knowledge,
    today: date,
    naughty: Checklist,
    fmt: str,
    redact: bool,
) -> None:
    written = render(naughty, knowledge, today, fmt, redact=redact)
    written.encode()
    assert not {char for char in written if has_controls(char)} - {"\n", "\t", "\r"}
    if fmt == "html":
        assert "<script" not in written
    if fmt == "md":
        assert not re.search(r"(?<!\\)\]\(|(?<!\\)<(?!https://)", written)
