import shutil

import pytest

from optout_tui.library.knowledge import Knowledge
from optout_tui.library.source import KNOWLEDGE


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """All that is known but the guides, which these rooms do not read."""
    folder = tmp_path_factory.mktemp("regions") / "knowledge"
    shutil.copytree(KNOWLEDGE, folder, ignore=shutil.ignore_patterns("platforms"))
    return Knowledge.from_folder(folder)
