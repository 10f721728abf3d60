import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from optout_tui.checklist.store.whole import NotSaved, create_whole, write_whole
from tests.checklist.store.kept import failing

Broken = Callable[[str, int], None]
"""Lets a function of ``os`` fail with an error number."""

STAGES = {
    "the disk takes only its first byte": ("write", errno.EFBIG),
    "its mode cannot be set": ("fchmod", errno.EPERM),
    "the file cannot be flushed": ("fsync", errno.EIO),
    "the new file cannot be made": ("open", errno.EACCES),
    "the new file cannot be put in place": ("replace", errno.EROFS),
    "the folder cannot be flushed": ("fsync of the folder", errno.EIO),
    "the folder cannot be opened": ("open of the folder", errno.EACCES),
}


def is_folder(descriptor: int) -> bool:
    return stat.S_ISDIR(os.fstat(descriptor).st_mode)


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def full() -> Iterator[Callable[[], None]]:
    """Returns what lets the disk be full after the first byte of any file."""
    resource = pytest.importorskip("resource", reason="only Unix limits files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch, full: Callable[[], None]) -> Broken:
    """Returns what lets one stage of writing fail."""
    real_open, real_fsync = os.open, os.fsync

    def break_(stage: str, number: int) -> None:
        fail = failing(number)
        match stage:
            case "write":
                full()
            case "open":
                monkeypatch.setattr(os, "open", fail)
            case "open of the folder":
                monkeypatch.setattr(
                    os,
                    "open",
                    lambda path, flags, *mode: (
                        fail() if flags & os.O_DIRECTORY else real_open(path, flags, *mode)
                    ),
                )
            case "fsync of the folder":
                monkeypatch.setattr(
                    os, "fsync", lambda fd: fail() if is_folder(fd) else real_fsync(fd)
                )
            case "replace":
                monkeypatch.setattr(Path, "replace", fail)
                monkeypatch.setattr(os, "link", fail)
            case _:
                monkeypatch.setattr(os, stage, fail)

    return break_


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.toml"
    path.write_bytes(b"old")
    return path


def test_a_file_is_replaced_whole(old: Path) -> None:
    write_whole(old, b"new")
    assert old.read_bytes() == b"new"
    assert names(old.parent) == ["old.toml"]


@pytest.mark.parametrize("stage", STAGES)
def test_the_old_file_stays_byte_for_byte_when(stage: str, old: Path, breaking: Broken) -> None:
    breaking(*STAGES[stage])
    with pytest.raises(NotSaved) as refused:
        write_whole(old, b"new")
    assert str(refused.value) == f"old.toml: {os.strerror(STAGES[stage][1])}"
    assert old.read_bytes() == b"old"
    assert names(old.parent) == ["old.toml"]


@pytest.mark.parametrize("write", [write_whole, create_whole])
@pytest.mark.parametrize("stage", STAGES)
def test_nothing_is_left_behind_where_nothing_was_when(
    stage: str, write: Callable[[Path, bytes], None], tmp_path: Path, breaking: Broken
) -> None:
    breaking(*STAGES[stage])
    with pytest.raises(NotSaved):
        write(tmp_path / "new.toml", b"new")
    assert names(tmp_path) == []


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_that_cannot_flush_folders_is_no_reason_to_stop(
    number: int, old: Path, breaking: Broken
) -> None:
    breaking("fsync of the folder", number)
    write_whole(old, b"new")
    create_whole(old.with_name("fresh.toml"), b"fresh")
    assert old.read_bytes() == b"new"
    assert old.with_name("fresh.toml").read_bytes() == b"fresh"


def test_a_system_without_folder_descriptors_writes_as_well(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "O_DIRECTORY")
    monkeypatch.delattr(os, "fchmod")
    write_whole(old, b"new")
    assert old.read_bytes() == b"new"


def test_the_file_is_flushed_before_it_is_put_in_place_and_the_folder_after(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    real_fsync, real_replace = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        order.append("folder" if is_folder(descriptor) else "file")
        real_fsync(descriptor)

    def replace(self: Path, target: Path) -> Path:
        order.append("in place")
        return real_replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    write_whole(old, b"new")
    assert order == ["file", "in place", "folder"]


@pytest.mark.parametrize("write", [write_whole, create_whole])
def test_a_new_file_is_for_its_owner_only(
    write: Callable[[Path, bytes], None], tmp_path: Path
) -> None:
    write(tmp_path / "new.toml", b"new")
    assert (tmp_path / "new.toml").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_a_file_keeps_its_mode(mode: int, old: Path) -> None:
    old.chmod(mode)
    write_whole(old, b"new")
    assert old.stat().st_mode & 0o777 == mode


def test_a_link_stays_and_its_real_file_is_replaced_in_its_own_folder(
    old: Path, tmp_path: Path
) -> None:
    links = tmp_path / "links"
    links.mkdir()
    (links / "link.toml").symlink_to(old)
    write_whole(links / "link.toml", b"new")
    assert (links / "link.toml").readlink() == old
    assert old.read_bytes() == b"new"
    assert names(links) == ["link.toml"]


def test_an_interrupted_write_leaves_nothing_behind(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(old, b"new")
    assert old.read_bytes() == b"old"
    assert names(old.parent) == ["old.toml"]


def test_what_is_there_is_not_created_again(old: Path) -> None:
    with pytest.raises(NotSaved) as refused:
        create_whole(old, b"new")
    assert str(refused.value) == "old.toml: already exists"
    assert old.read_bytes() == b"old"
    assert names(old.parent) == ["old.toml"]


@pytest.fixture
def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system without hard links."""
    monkeypatch.setattr(os, "link", failing(errno.EPERM))


@pytest.mark.usefixtures("no_links")
def test_where_links_are_not_to_be_had_a_file_is_created_all_the_same(tmp_path: Path) -> None:
    create_whole(tmp_path / "new.toml", b"new")
    assert (tmp_path / "new.toml").read_bytes() == b"new"
    assert names(tmp_path) == ["new.toml"]


@pytest.mark.usefixtures("no_links")
def test_where_links_are_not_to_be_had_nothing_is_created_over_a_file(old: Path) -> None:
    with pytest.raises(NotSaved, match=r"^old.toml: already exists$"):
        create_whole(old, b"new")
    assert old.read_bytes() == b"old"
