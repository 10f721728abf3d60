import shutil
from pathlib import Path

import pytest

from optout_tui.contentcheck.context import Context
from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.load import load_guide
from optout_tui.library.source import KNOWLEDGE
from tests.contentcheck.sample import GUIDE, another


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """Our own regions and law, with three small guides that keep every rule, one a rival's."""
    folder = tmp_path_factory.mktemp("contentcheck") / "knowledge"
    shutil.copytree(KNOWLEDGE, folder, ignore=shutil.ignore_patterns("platforms"))
    (folder / "platforms").mkdir()
    claim = "what you write in letters to your friends about the weather and the food"
    guides = {
        "sample": GUIDE,
        "sister": another("sister", "Sample Ltd"),
        "rival": another("rival", "Rival Ltd", ('uses = ["posts"]', f'uses = ["{claim}"]')),
    }
    for name, text in guides.items():
        (folder / "platforms" / f"{name}.toml").write_text(text, "utf-8")
    return Knowledge.from_folder(folder)


@pytest.fixture(scope="session")
def context(knowledge: Knowledge) -> Context:
    """What the sample is held against; of a release nothing is known."""
    return Context(knowledge)


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
