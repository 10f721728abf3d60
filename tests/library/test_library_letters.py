"""Letters travel with all other knowledge: compiled, digested, refused where they are no text."""

import shutil
from pathlib import Path

import pytest

from optout_tui.library import load
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.source import KNOWLEDGE, digest_of
from optout_tui.safety.limits import BadFile
from tests.conftest import SMALL


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the small knowledge with our letters in it, to be changed."""
    folder = shutil.copytree(SMALL, tmp_path / "knowledge")
    shutil.copytree(KNOWLEDGE / "letters", folder / "letters")
    return folder


def test_letters_are_the_same_compiled_as_in_their_files() -> None:
    ours = Knowledge.from_folder(KNOWLEDGE).letters
    assert ours == load.load_letters(KNOWLEDGE)
    files = {path.stem: path.read_text("utf-8") for path in (KNOWLEDGE / "letters").glob("*.j2")}
    assert ours.texts == files


def test_without_letters_there_are_none() -> None:
    assert Knowledge.from_folder(SMALL).letters.texts == {}


def test_another_text_has_another_digest(copy: Path) -> None:
    before = digest_of(copy)
    text = copy / "letters" / "gdpr.en.j2"
    text.write_bytes(text.read_bytes().replace(b"object", b"ubject", 1))
    assert digest_of(copy) != before


def test_what_is_no_text_is_refused_by_name(copy: Path) -> None:
    (copy / "letters" / "gdpr.en.j2").write_bytes(b"\xff")
    with pytest.raises(BadFile, match=r"gdpr\.en\.j2: byte 0: not UTF-8 text"):
        load.load_letters(copy)


def test_a_table_that_names_no_right_is_refused(copy: Path) -> None:
    (copy / "letters" / "letters.toml").write_text('[grounds]\ngdpr = ["complain"]\n', "utf-8")
    with pytest.raises(BadFile, match=r"letters\.toml: grounds"):
        load.load_letters(copy)
