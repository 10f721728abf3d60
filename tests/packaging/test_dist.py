"""The sdist and the wheel: the same bytes twice, nothing in them that is not meant for people."""

import zipfile
from collections.abc import Iterator
from email.parser import Parser
from pathlib import Path

import pytest

from tests.packaging import dist

pytest.importorskip("hatchling", reason="only development has hatchling")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The sdist and the wheel, once for all tests."""
    return dist.build(dist.PROJECT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def wheel(built: list[Path]) -> Iterator[zipfile.ZipFile]:
    """The wheel, opened."""
    with zipfile.ZipFile(next(path for path in built if path.suffix == ".whl")) as archive:
        yield archive


def test_the_sdist_builds_the_same_bytes(built: list[Path], tmp_path: Path) -> None:
    sdist = next(path for path in built if path.suffix == ".gz")
    (tmp_path / "sdist").mkdir()
    again = dist.build(dist.unpacked(sdist, tmp_path / "sdist"), tmp_path / "again")
    assert dist.differences(built, again) == []


def test_the_wheel_is_small_and_holds_no_tests(built: list[Path]) -> None:
    wheel = next(path for path in built if path.suffix == ".whl")
    assert dist.complaints(wheel) == []
    assert wheel.stat().st_size < 0.9 * dist.MAX_WHEEL, "there is no room left to grow"


def test_the_wheel_carries_the_knowledge_once(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert "optout_tui/library/knowledge.bin" in names
    assert not [name for name in names if name.startswith("optout_tui/knowledge/")]
    assert not [name for name in names if name.endswith("wheel_hook.py")]
    assert "optout_tui/cli/completions/_optout-tui" in names
    assert [name for name in names if name.endswith("data/share/man/man1/optout-tui.1")]


def test_the_metadata_is_whole(wheel: zipfile.ZipFile) -> None:
    [name] = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    told = Parser().parsestr(wheel.read(name).decode())
    assert (told["Name"], told["License-Expression"]) == ("optout-tui", "MIT")
    assert told["License-File"] == "LICENSE"
    assert name.replace("METADATA", "licenses/LICENSE") in wheel.namelist()
    assert told["Requires-Python"] == ">=3.11"
    assert told["Description-Content-Type"] == "text/markdown"
    assert str(told.get_payload()).startswith("# OptOut")
    assert told["Summary"]
    assert told["Keywords"]
    assert len(told.get_all("Classifier", [])) > 8


def test_what_is_wrong_is_found(tmp_path: Path) -> None:
    wheel = tmp_path / "big.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tests/test_it.py", b"0" * (dist.MAX_WHEEL + 1))
    assert len(dist.complaints(wheel)) == 2
    other = tmp_path / "other" / "big.whl"
    other.parent.mkdir()
    other.write_bytes(b"")
    assert dist.differences([wheel], [other]) == ["big.whl differs from one build to the next"]
