"""What all rooms share: a small world that changes with no guide, a desk in it, steady chance."""

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.library.knowledge import Knowledge

TODAY = date(2026, 11, 22)
"""A Sunday; every fixture lives on this day."""

SMALL = Path(__file__).parent / "knowledge_small"

if sys.platform == "win32":  # what they torture with needs what Windows lacks
    collect_ignore_glob = ["safety/test_torture_*.py"]

settings.register_profile("steady", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def small() -> Knowledge:
    """Two platforms, one route of each kind, two laws: nothing here changes with the world."""
    return Knowledge.from_folder(SMALL)


@pytest.fixture
def desk(tmp_path: Path, small: Knowledge) -> Desk:
    """An empty data folder on 22 November 2026."""
    return Desk(tmp_path / "data", today=TODAY, facts=small)


@pytest.fixture
def session(desk: Desk) -> Session:
    """A person in Germany with one account, whose objection route has four steps."""
    return desk.create("Personal", "DE", [("photopia", "@anika")])
