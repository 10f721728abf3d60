import shutil
from pathlib import Path

import pytest

from optout_tui.library.knowledge import Knowledge
from optout_tui.library.source import KNOWLEDGE


def copy_without_guides(folder: Path) -> Path:
    shutil.copytree(KNOWLEDGE, folder, ignore=shutil.ignore_patterns("platforms"))
    return folder


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """All that is known but the guides, which these rooms do not read."""
    return Knowledge.from_folder(copy_without_guides(tmp_path_factory.mktemp("rights") / "kept"))


@pytest.fixture(scope="session")
def brazil_waits(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The same, but Brazil's law starts only in May 2027."""
    folder = copy_without_guides(tmp_path_factory.mktemp("rights") / "waiting")
    file = folder / "regimes" / "br-lgpd.toml"
    file.write_text(file.read_text("utf-8").replace("2020-09-18", "2027-05-13"), "utf-8")
    return Knowledge.from_folder(folder)
