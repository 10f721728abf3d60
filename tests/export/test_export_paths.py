"""Where an export goes: a typed path, and a folder to begin in."""

from pathlib import Path

import pytest

from optout_tui.export.file import MAX_PATH, folder, typed_path
from optout_tui.safety.refusal import Refusal


def test_a_home_is_known_by_its_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert typed_path(" ~/out.md ") == tmp_path / "out.md"
    assert typed_path("out.md") == Path("out.md")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "needs a name"),
        ("a\x1bb", "control characters"),
        ("x" * (MAX_PATH + 1), "longer than"),
        ("~no-such-user/x", "nobody here is called ~no-such-user"),
    ],
)
def test_what_can_be_no_path_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        typed_path(typed)


def test_where_the_folder_is_gone_it_is_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert folder() == Path.cwd()

    def gone() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", gone)
    assert folder() == Path.home()
