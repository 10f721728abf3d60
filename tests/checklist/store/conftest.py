from pathlib import Path

import pytest

from optout_tui.checklist.store.reading import Stored
from optout_tui.checklist.store.store import Store
from tests.checklist.store.kept import ANIKA, NOW


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A data folder in which nothing lies yet."""
    return Store(tmp_path / "data")


@pytest.fixture
def first(store: Store) -> Stored:
    """A checklist as it was created."""
    return store.create("Personal", "DE", (ANIKA,), NOW)
