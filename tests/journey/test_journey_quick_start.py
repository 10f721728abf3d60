"""The start screen shows every checklist without a look at any guide."""

from pathlib import Path

import pytest

from optout_tui.journey.desk import Desk
from optout_tui.library.knowledge import Knowledge
from tests.conftest import TODAY


def test_a_start_decodes_no_guide(
    tmp_path: Path, small: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(tmp_path, today=TODAY, facts=small)
    desk.create("Personal", "DE", [("photopia", "@anika"), ("chirp", "@anika")])
    [told] = desk.rows()
    asked: list[str] = []
    monkeypatch.setattr(Knowledge, "find_guide", lambda _, name: asked.append(name))
    assert Desk(tmp_path, today=TODAY, facts=small).rows() == [told]
    assert asked == []
    assert told.next is not None
