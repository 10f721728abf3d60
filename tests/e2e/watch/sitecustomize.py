"""Watches the Python program that finds this file: what it asks of the network and of the disk.

Python imports ``sitecustomize`` by itself before a program begins. Each line written to the file
``WATCH_LOG`` is a kind (``network``, ``write`` or ``process``), a tab, and what it was.
"""

import os
import socket
import sys
from collections.abc import Iterator
from typing import Any

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_SENDING = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}
_ASKING = {
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "socket.getnameinfo",
    "urllib.Request",
    "http.client.connect",
}
_STARTING = {
    "subprocess.Popen",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "pty.spawn",
    "webbrowser.open",
}
_CHANGING = {
    "open": ((0, None),),
    "os.chmod": ((0, 2),),
    "os.chown": ((0, 3),),
    "os.link": ((1, 3),),
    "os.mkdir": ((0, 2),),
    "os.remove": ((0, 1),),
    "os.rename": ((0, 2), (1, 3)),
    "os.rmdir": ((0, 1),),
    "os.setxattr": ((0, None),),
    "os.symlink": ((1, 2),),
    "os.truncate": ((0, None),),
    "os.utime": ((0, 3),),
    "sqlite3.connect": ((0, None),),
}
"""The calls that make, fill, move or take away a file; which of their arguments are paths, and
which the folders that those begin at."""


def _kind_of(event: str, args: tuple[Any, ...]) -> str:
    is_own_pair = event == "socket.__new__" and args[1] == getattr(socket, "AF_UNIX", None)
    if event in _ASKING | _SENDING or (event == "socket.__new__" and not is_own_pair):
        return "network"
    if event in _STARTING:
        return "process"
    if event == "open" and not args[2] & _WRITES:
        return ""
    return "write" if event in _CHANGING else ""


def _said(kind: str, event: str, args: tuple[Any, ...]) -> Iterator[str]:
    if kind != "write":
        yield f"{event} {args[1:]}"
        return
    for path, folder in _CHANGING[event]:
        if isinstance(args[path], str | bytes | os.PathLike):
            begin = args[folder] if folder is not None else -1
            yield _whole(os.fsdecode(args[path]), begin)


def _whole(path: str, folder: int) -> str:
    """The whole path, also where it begins at an open folder."""
    begin = os.readlink(f"/proc/self/fd/{folder}") if folder >= 0 else os.getcwd()  # noqa: PTH109, PTH115
    return os.path.normpath(os.path.join(begin, path))  # noqa: PTH118


def _watch(event: str, args: tuple[Any, ...]) -> None:
    kind = _kind_of(event, args)
    if not kind:
        return
    for said in _said(kind, event, args):
        os.write(_LOG, f"{kind}\t{said}\n".encode("utf-8", "backslashreplace"))
    if kind == "network":
        raise PermissionError("nothing may leave this computer")


if "WATCH_LOG" in os.environ:
    _LOG = os.open(os.environ["WATCH_LOG"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    sys.addaudithook(_watch)
