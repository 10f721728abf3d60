"""Makes the disk slow, failing or lying for the Python program that finds this file.

Python imports ``sitecustomize`` by itself before a program begins. The variable ``BAD_DISK`` says
what happens: ``slow SECONDS`` lets every fsync take so long, ``fail FILE`` lets it fail with the
error number that stands in that file, as long as there is one, ``forget`` lets it do nothing, and
``lie`` lets nothing be put in the place of what was there.
"""

import os
import time
from pathlib import Path
from typing import Any

_fsync = os.fsync


def _slow(seconds: str) -> None:
    def fsync(descriptor: int) -> None:
        time.sleep(float(seconds))
        _fsync(descriptor)

    os.fsync = fsync


def _fail(file: str) -> None:
    def fsync(descriptor: int) -> None:
        if os.path.exists(file):  # noqa: PTH110 - a path would import more than this needs
            number = int(Path(file).read_text(encoding="ascii"))
            raise OSError(number, os.strerror(number))
        _fsync(descriptor)

    os.fsync = fsync


def _forget(_: str) -> None:
    os.fsync = lambda _: None


def _lie(_: str) -> None:
    def replace(old: Any, *_: Any, **__: Any) -> None:
        os.unlink(old)

    os.replace = replace


_what, _, _how = os.environ.get("BAD_DISK", "").partition(" ")
if _what:
    {"slow": _slow, "fail": _fail, "forget": _forget, "lie": _lie}[_what](_how)
