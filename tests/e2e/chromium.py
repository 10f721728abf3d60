"""Drives a Chromium without a window over a pipe, and notes all it says and asks for.

The protocol is that of the browser's own developer tools: one JSON message after another, each
ended by a zero byte, on descriptor 3 to the browser and 4 from it.
https://chromedevtools.github.io/devtools-protocol/
"""

import base64
import fcntl
import json
import os
import select
import signal
from collections import deque
from pathlib import Path
from typing import Any, Self

PROGRAM = Path("/usr/bin/chromium")
PATIENCE = 60.0
"""Seconds the browser may be silent before it counts as stuck."""

_WORDS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--remote-debugging-pipe",
]

Message = dict[str, Any]


class Chromium:
    """A browser with one page, in a new profile in *folder*; leave it with ``with``."""

    def __init__(self, folder: Path) -> None:
        """Start the browser and hold on to its first page."""
        self.said: list[str] = []
        self.asked_for: list[str] = []
        self._count = 0
        self._session = ""
        self._read = b""
        self._waiting: deque[Message] = deque()
        self._process, self._to, self._from = _start(folder)
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._ask(f"{domain}.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the browser that was started here, and no other."""
        os.close(self._to)
        os.kill(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)
        os.close(self._from)

    def size(self, width: int, height: int) -> None:
        """Show the page in a window of that many CSS pixels, one dot each."""
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )

    def scheme(self, scheme: str) -> None:
        """Let the person prefer ``dark`` or ``light``."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self._ask("Emulation.setEmulatedMedia", features=features)

    def open(self, file: Path) -> None:
        """Load *file* and wait until all of it is there; forget what was said before."""
        self.said.clear()
        self.asked_for.clear()
        self._waiting.clear()
        self._ask("Page.navigate", url=file.as_uri())
        while self._next().get("method") != "Page.loadEventFired":
            pass
        self.run("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")

    def run(self, script: str) -> Any:
        """Return what *script* comes to in the page."""
        found = self._ask(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def picture(self) -> bytes:
        """Return the whole page as a PNG."""
        return self._bytes("Page.captureScreenshot", captureBeyondViewport=True)

    def pdf(self, width: float, height: float, *, own_size: bool) -> bytes:
        """Return the page printed on paper of that many inches, or of the size it wants itself."""
        return self._bytes(
            "Page.printToPDF",
            paperWidth=width,
            paperHeight=height,
            preferCSSPageSize=own_size,
            printBackground=False,
        )

    def _bytes(self, method: str, **words: Any) -> bytes:
        return base64.b64decode(self._ask(method, **words)["data"])

    def _ask(self, method: str, **words: Any) -> Message:
        self._count += 1
        message = {"id": self._count, "method": method, "params": words}
        if self._session:
            message["sessionId"] = self._session
        text = json.dumps(message).encode() + b"\0"
        while text:
            text = text[os.write(self._to, text) :]
        while True:
            answer = self._receive()
            if answer.get("id") == self._count:
                assert "error" not in answer, f"{method}: {answer}"
                result: Message = answer["result"]
                return result
            self._waiting.append(answer)

    def _next(self) -> Message:
        return self._waiting.popleft() if self._waiting else self._receive()

    def _receive(self) -> Message:
        while b"\0" not in self._read:
            ready, _, _ = select.select([self._from], [], [], PATIENCE)
            piece = os.read(self._from, 1 << 20) if ready else b""
            assert piece, "Chromium says nothing any more"
            self._read += piece
        text, _, self._read = self._read.partition(b"\0")
        message: Message = json.loads(text)
        self._note(message)
        return message

    def _note(self, message: Message) -> None:
        params = message.get("params", {})
        match message.get("method"):
            case "Runtime.consoleAPICalled":
                self.said += [str(one.get("value", "")) for one in params["args"]]
            case "Runtime.exceptionThrown":
                self.said.append(params["exceptionDetails"]["text"])
            case "Log.entryAdded":
                self.said.append(params["entry"]["text"])
            case "Network.requestWillBeSent":
                self.asked_for.append(params["request"]["url"])


def _start(folder: Path) -> tuple[int, int, int]:
    """Return the process, where it listens, and where it speaks."""
    hears, we_say = map(_out_of_the_way, os.pipe())
    we_hear, says = map(_out_of_the_way, os.pipe())
    process = os.posix_spawn(
        PROGRAM,
        [str(PROGRAM), *_WORDS, f"--user-data-dir={folder}", "about:blank"],
        {**os.environ, "HOME": str(folder), "TZ": "UTC"},
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_DUP2, 1, 2),
            (os.POSIX_SPAWN_DUP2, hears, 3),
            (os.POSIX_SPAWN_DUP2, says, 4),
        ],
    )
    os.close(hears)
    os.close(says)
    return process, we_say, we_hear


def _out_of_the_way(number: int) -> int:
    """Return a copy of a descriptor that is neither 3 nor 4; the first one is closed."""
    copy = fcntl.fcntl(number, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(number)
    return copy
