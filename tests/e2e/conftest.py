"""A computer for each test, switched off when the test is over."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":  # there are no pseudo-terminals of this kind
    collect_ignore_glob = ["test_*.py"]
else:
    from tests.e2e.computer import Computer

    @pytest.fixture(scope="session")
    def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
        """A cache folder, so that the knowledge of a checkout is compiled once."""
        return tmp_path_factory.mktemp("cache")

    @pytest.fixture
    def new_computer(tmp_path: Path, cache: Path) -> Iterator[Callable[[str], Computer]]:
        """Sets up one more computer under a name of its own."""
        made: list[Computer] = []

        def set_up(name: str) -> Computer:
            made.append(Computer(tmp_path / name, cache))
            return made[-1]

        yield set_up
        for computer in made:
            computer.switch_off()

    @pytest.fixture
    def computer(new_computer: Callable[[str], Computer]) -> Computer:
        """A computer on which the program was never started."""
        return new_computer("computer")
