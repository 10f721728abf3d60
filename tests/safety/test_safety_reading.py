import os
from pathlib import Path

import pytest

from optout_tui.safety.limits import MAX_REASON, BadFile, read_bytes


def reason(path: Path, limit: int = 2048) -> str:
    with pytest.raises(BadFile) as refused:
        read_bytes(path, limit)
    return str(refused.value)


def test_a_file_is_read_up_to_its_limit_and_no_further(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"\r\n" * 1024)
    assert read_bytes(file, 2048) == b"\r\n" * 1024
    file.write_bytes(b"x" * 2049)
    assert reason(file) == "a.toml: larger than 2 KiB"


def test_a_link_leads_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"a = 1")
    (tmp_path / "b.toml").symlink_to("a.toml")
    assert read_bytes(tmp_path / "b.toml", 10) == b"a = 1"


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "device").symlink_to("/dev/zero")
    (tmp_path / "link to a pipe").symlink_to("pipe")
    for name in ("folder", "pipe", "device", "link to a pipe"):
        assert reason(tmp_path / name) == f"{name}: is not a file"


def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"a = 1")
    before = file.stat()
    file.unlink()
    os.mkfifo(file)
    monkeypatch.setattr(Path, "stat", lambda _: before)
    assert reason(file) == "a.toml: is not a file"


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to("loop")
    assert reason(tmp_path / "none") == "none: No such file or directory"
    assert reason(tmp_path / "dangling") == "dangling: No such file or directory"
    assert "symbolic links" in reason(tmp_path / "loop")
    assert "name too long" in reason(tmp_path / ("x" * 300))


def test_a_long_reason_is_cut() -> None:
    error = BadFile("a.toml", "b" * 100_000, "c" * 100_000)
    assert (error.where, error.reason) == ("c" * MAX_REASON + "…", "b" * MAX_REASON + "…")
    assert str(error) == f"a.toml: {error.where}: {error.reason}"
