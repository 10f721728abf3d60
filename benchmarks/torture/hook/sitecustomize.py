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
_what, _, _how = os.environ.get("BAD_DISK", "").partition(" ")


def _slow(descriptor: Any) -> None:
    time.sleep(float(_how))
    _fsync(descriptor)


def _fail(descriptor: Any) -> None:
    switch = Path(_how)
    if switch.exists():
        number = int(switch.read_text(encoding="ascii"))
        raise OSError(number, os.strerror(number))
    _fsync(descriptor)


def _lie(old: Any, *_: Any, **__: Any) -> None:
    Path(old).unlink()


if _what == "lie":
    setattr(os, "replace", _lie)  # noqa: B010 - it is not what it stands for
elif _what:
    _kinds = {"slow": _slow, "fail": _fail, "forget": lambda _: None}
    setattr(os, "fsync", _kinds[_what])  # noqa: B010 - it is not what it stands for
