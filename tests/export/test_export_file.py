import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from optout_tui.export.file import default_name, write_export
from optout_tui.safety.refusal import Refusal

DAY = date(2026, 11, 22)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_an_export_is_for_its_owner_only_and_kept_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "Personal.csv"
    write_export(path, "é\r\n")
    assert path.read_bytes() == "é\r\n".encode()
    assert mode(path) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_file_is_refused_with_the_cure(tmp_path: Path) -> None:
    path = tmp_path / "Personal.md"
    path.write_text("mine")
    with pytest.raises(Refusal, match=r'Personal\.md" already exists; .*--force'):
        write_export(path, "new")
    assert path.read_text() == "mine"


def test_force_replaces_it_whole_and_takes_it_from_others(tmp_path: Path) -> None:
    path = tmp_path / "Personal.md"
    path.write_text("mine")
    path.chmod(0o644)
    write_export(path, "new", force=True)
    assert path.read_text() == "new"
    assert mode(path) == 0o600


def test_force_follows_a_link_and_leaves_it_a_link(tmp_path: Path) -> None:
    real, path = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("mine")
    path.symlink_to(real)
    write_export(path, "new", force=True)
    assert path.is_symlink()
    assert real.read_text() == "new"


@pytest.mark.parametrize("force", [False, True])
def test_only_a_plain_file_is_ever_replaced(tmp_path: Path, force: bool) -> None:
    dangling = tmp_path / "dangling.md"
    dangling.symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, dangling, tmp_path / "pipe", Path("/dev/null")):
        with pytest.raises(Refusal, match="is not a file"):
            write_export(path, "new", force=force)
    assert dangling.is_symlink()
    assert not Path("/dev/null").is_file()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r'there is no folder ".*missing"'):
        write_export(tmp_path / "missing" / "x.md", "new")


def test_a_name_too_long_for_the_system_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"[Nn]ame too long"):
        write_export(tmp_path / ("x" * 300), "new")


def test_a_file_that_cannot_be_closed_to_others_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "theirs.md"
    path.write_text("theirs")

    def not_ours(self: Path, mode: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", not_ours)
    with pytest.raises(Refusal, match="Operation not permitted; name another file"):
        write_export(path, "new", force=True)
    assert path.read_text() == "theirs"


def test_a_failed_write_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal, match="No space left on device"):
        write_export(tmp_path / "x.md", "new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "close"])
def test_a_failed_replacement_leaves_the_old_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "Personal.md"
    path.write_text("mine")

    def fail(*given: object, **more: object) -> None:
        if call == "close":
            close(given[0])
        raise OSError(5, "Input/output error")

    close: Any = os.close
    monkeypatch.setattr(os, call, fail)
    monkeypatch.setattr(Path, "replace", fail if call == "replace" else Path.replace)
    with pytest.raises(Refusal, match="Input/output error"):
        write_export(path, "new", force=True)
    monkeypatch.undo()
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_what_came_in_between_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program puts a file there after the look and before the writing."""
    path = tmp_path / "Personal.md"
    monkeypatch.setattr("optout_tui.export.file._mode_of", lambda _path: None)
    path.write_text("theirs")
    with pytest.raises(Refusal, match="already exists"):
        write_export(path, "new")
    assert path.read_text() == "theirs"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Personal", "Personal 2026-11-22.md"),
        ("Studio Nörd", "Studio Nörd 2026-11-22.md"),
        ("a/b", "Checklist 2026-11-22.md"),
        ("..", "Checklist 2026-11-22.md"),
        ("x\x1b[2J", "Checklist 2026-11-22.md"),
    ],
)
def test_the_proposed_name_is_one_every_system_takes(name: str, wanted: str) -> None:
    assert default_name(name, DAY, "md") == wanted
