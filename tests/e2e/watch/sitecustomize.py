"""Watches the Python program that finds this file: what it asks of the network and of the disk.

Python imports ``sitecustomize`` by itself before a program begins. Each line written to the file
``WATCH_LOG`` is a kind (``network``, ``write`` or ``process``), a tab, and what it was.
"""

import os
import socket
import sys
from typing import Any

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_INTERNET = (socket.AF_INET, socket.AF_INET6)
_SENDING = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}
_ASKING = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
_MAKING = {"os.mkdir": 0, "os.rename": 1, "os.link": 1, "os.symlink": 1, "os.truncate": 0}
"""The calls that make or fill a file, and which of their arguments is its path."""
_STARTING = {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.startfile"}


def _kind_of(event: str, args: tuple[Any, ...]) -> str:
    if event in _ASKING or (event in _SENDING and args[0].family in _INTERNET):
        return "network"
    if event in _STARTING:
        return "process"
    if event == "open" and isinstance(args[0], str | bytes | os.PathLike) and args[2] & _WRITES:
        return "write"
    return "write" if event in _MAKING else ""


def _watch(event: str, args: tuple[Any, ...]) -> None:
    kind = _kind_of(event, args)
    if not kind:
        return
    said = f"{event} {args[1:]}"
    if kind == "write":
        said = os.path.abspath(os.fsdecode(args[_MAKING.get(event, 0)]))  # noqa: PTH100
    os.write(_LOG, f"{kind}\t{said}\n".encode())
    if kind == "network":
        raise PermissionError("nothing may leave this computer")


if "WATCH_LOG" in os.environ:
    _LOG = os.open(os.environ["WATCH_LOG"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    sys.addaudithook(_watch)
