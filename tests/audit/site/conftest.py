from collections.abc import Iterator

import pytest

from tests.local_site import LocalSite, local_site


@pytest.fixture
def site() -> Iterator[LocalSite]:
    """A website on this computer."""
    with local_site() as running:
        yield running
