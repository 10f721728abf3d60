import pytest

from optout_tui.library.compiled import KNOWLEDGE
from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge

GUIDES = sorted(path.stem for path in (KNOWLEDGE / "platforms").glob("*.toml"))


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """Everything in the folder, read anew."""
    return Knowledge.from_folder(KNOWLEDGE)


@pytest.fixture(params=GUIDES)
def guide(request: pytest.FixtureRequest, knowledge: Knowledge) -> Guide:
    """Each of our guides."""
    return knowledge.guide(request.param)
