import json
from datetime import date
from pathlib import Path

import pytest

from optout_tui.export.render import FORMATS, render
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.text import has_controls

from .conftest import Plant

STRINGS = Path("/work/shared/blns/blns.json")


@pytest.mark.skipif(not STRINGS.exists(), reason="the list of naughty strings is not here")
@pytest.mark.parametrize("fmt", FORMATS)
def test_every_naughty_string_goes_through_and_drives_nothing(
    knowledge: Knowledge, today: date, plant: Plant, fmt: str
) -> None:
    kept = {"\n", "\t", "\r"} if fmt == "csv" else {"\n", "\t"}
    for text in json.loads(STRINGS.read_text("utf-8")):
        for redact in (False, True):
            written = render(plant(text), knowledge, today, fmt, redact=redact)
            written.encode()
            hidden = {char for char in written if has_controls(char)} - kept
            assert not hidden, (text, hidden)
            if fmt == "html":
                assert "<script" not in written
