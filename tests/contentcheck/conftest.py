import shutil
from pathlib import Path

import pytest

from optout_tui.library.compiled import KNOWLEDGE
from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.load import load_guide
from tests.contentcheck.sample import GUIDE


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """Our own regions and law, with one small guide that keeps every rule."""
    folder = tmp_path_factory.mktemp("contentcheck") / "knowledge"
    shutil.copytree(KNOWLEDGE, folder, ignore=shutil.ignore_patterns("platforms"))
    (folder / "platforms").mkdir()
    (folder / "platforms" / "sample.toml").write_text(GUIDE, "utf-8")
    return Knowledge.from_folder(folder)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A guide file that keeps every rule."""
    file = tmp_path / "sample.toml"
    file.write_text(GUIDE, "utf-8")
    return file


@pytest.fixture
def guide(sample: Path) -> Guide:
    """A guide that keeps every rule."""
    return load_guide(sample)
