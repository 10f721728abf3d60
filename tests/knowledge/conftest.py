import pytest

from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.source import KNOWLEDGE

GUIDES = sorted(path.stem for path in (KNOWLEDGE / "platforms").glob("*.toml"))


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """Everything in the folder, read anew."""
    return Knowledge.from_folder(KNOWLEDGE)


@pytest.fixture(params=GUIDES)
def guide(request: pytest.FixtureRequest, knowledge: Knowledge) -> Guide:
    """Each of our guides."""
    return knowledge.guide(request.param)
