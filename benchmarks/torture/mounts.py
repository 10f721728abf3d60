"""Small file systems to be filled or cut off from their power; only root can mount them."""

import contextlib
import fcntl
import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

IMAGE_BYTES = 16 << 20
SHUTDOWN, WITHOUT_THE_JOURNAL = 0x8004587D, 2
TRIES = 100


class CannotMountError(Exception):
    """There is no way to mount anything here; the text says why."""


def check_can_mount(*tools: str) -> None:
    """Raise CannotMountError where mounting needs something that is not there."""
    if sys.platform != "linux":
        raise CannotMountError("only on Linux")
    if os.geteuid() != 0:
        raise CannotMountError("only root can mount")
    for tool in ("mount", "umount", *tools):
        if shutil.which(tool) is None:
            raise CannotMountError(f"{tool} is not there")


@contextlib.contextmanager
def tiny_memory(folder: Path, size: int) -> Iterator[None]:
    """Mount a file system of *size* bytes at *folder*, which a few files fill."""
    with _mounted("-t", "tmpfs", "-o", f"size={size}", "tmpfs", at=folder):
        yield


class Image:
    """A small disk in a file, of which nothing outlasts the power but what was flushed to it."""

    def __init__(self, folder: Path) -> None:
        """Make the disk in *folder*; it is mounted at ``place``."""
        self.file, self.place = folder / "disk.img", folder / "disk"
        self.place.mkdir()
        with self.file.open("wb") as stream:
            stream.truncate(IMAGE_BYTES)
        _run("mkfs.ext4", "-q", "-F", self.file)

    @contextlib.contextmanager
    def mounted(self) -> Iterator[None]:
        """Mount it so that nothing is flushed by itself, and unmount it whatever happens."""
        options = "loop,commit=600,noauto_da_alloc"
        try:
            with _mounted("-t", "ext4", "-o", options, self.file, at=self.place):
                yield
        finally:
            self._let_go()

    def cut_the_power(self) -> None:
        """Let the disk forget all that was not flushed to it; nothing works on it any more."""
        descriptor = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, SHUTDOWN, struct.pack("I", WITHOUT_THE_JOURNAL))
        finally:
            os.close(descriptor)

    def _let_go(self) -> None:
        """Free the loop devices that still hold the file: normally there are none."""
        left = _run("losetup", "-j", self.file).splitlines()
        for line in left:
            with contextlib.suppress(CannotMountError):
                _run("losetup", "-d", line.partition(":")[0])


@contextlib.contextmanager
def _mounted(*words: str | Path, at: Path) -> Iterator[None]:
    _run("mount", *words, at)
    try:
        yield
    finally:
        _unmount(at)


def _unmount(place: Path) -> None:
    """Unmount *place*; a program that was killed may hold it for a moment longer."""
    for _ in range(TRIES):
        with contextlib.suppress(CannotMountError):
            _run("umount", place)
            return
        time.sleep(0.05)
    _run("umount", "-l", place)


def _run(*words: str | Path) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip()
        raise CannotMountError(said.splitlines()[0] if said else f"{words[0]} failed")
    return done.stdout
