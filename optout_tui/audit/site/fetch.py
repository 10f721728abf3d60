"""The one door to the network: an address that the person was shown and said yes to.

Nothing else of the program opens a connection. No cookies, no proxy, no key from the environment;
every host is looked up once and the connection goes to the very address that was checked, so that
no second look-up can lead elsewhere.
"""

import socket
import time
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from optout_tui.audit.site.addresses import is_public, origin, path_of
from optout_tui.safety.refusal import Refusal, shown
from optout_tui.safety.text import clean

if TYPE_CHECKING:
    from ssl import SSLContext

    import httpx

MAX_REDIRECTS = 5
"""As many as RFC 9309 (2.3.1.2) asks for and Google follows."""

STEP_SECONDS = 10.0
WHOLE_SECONDS = 30.0
MAX_ADDRESSES = 3
AGENT = "optout-tui"
TOO_LATE = "no whole answer in time"

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MAX_TOLD = 120

Resolve = Callable[[str, int], list[str]]
"""From a host and a port to its IP addresses; raises OSError."""


class Answer(NamedTuple):
    """What came from an address: ``url`` is where redirects ended, ``status`` 0 without an answer.

    ``problem`` says why nothing came, or not all. ``body`` is never longer than was asked for.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    problem: str = ""


class PrivateHost(Refusal):
    """An address in one's own network or computer, which nobody allowed."""

    def __init__(self, host: str, address: str) -> None:
        """Name the host and where it leads."""
        where = host if host == address else f"{host} ({address})"
        super().__init__(f"{where} is not on the open internet; add --allow-private if you mean it")


def resolve_host(host: str, port: int) -> list[str]:
    """Return the IP addresses of *host*, each once; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Door:
    """Fetches addresses, one at a time. The person has said yes to each before."""

    def __init__(
        self,
        *,
        allow_private: bool = False,
        resolve: Resolve = resolve_host,
        transport: "httpx.BaseTransport | None" = None,
        clock: Callable[[], float] = time.monotonic,
        trust: "SSLContext | None" = None,
    ) -> None:
        """Open nothing yet; *transport* stands in for the network, *trust* for the known CAs."""
        self._allow_private = allow_private
        self._resolve = resolve
        self._transport = transport
        self._clock = clock
        self._trust = trust

    def get(self, url: str, limit: int) -> Answer:
        """Return what *url* answers, at most *limit* bytes, after at most five redirects.

        Raises PrivateHost where *url* itself leads into one's own network; a redirect there ends
        with a problem.
        """
        until = self._clock() + WHOLE_SECONDS
        answer = self._ask(url, limit, until)
        for _ in range(MAX_REDIRECTS):
            if (onward := _onward(answer)) is None:
                return answer
            try:
                target = origin(onward) + path_of(onward)
                answer = self._ask(target, limit, until)
            except Refusal as reason:
                return Answer(answer.url, 0, problem=f"leads on, and was not followed: {reason}")
        if _onward(answer) is not None:
            return answer._replace(problem=f"leads on more than {MAX_REDIRECTS} times", body=b"")
        return answer

    def _ask(self, url: str, limit: int, until: float) -> Answer:
        """Return the answer of *url* alone; raises PrivateHost."""
        import httpx  # a fifth of a second, for the few commands that fetch

        problem = ""
        for address in self._addresses(url):
            if self._clock() > until:
                return Answer(url, 0, problem=TOO_LATE)
            try:
                return self._ask_at(url, address, limit, until)
            except httpx.TimeoutException:
                problem = TOO_LATE
            except httpx.ConnectError as error:
                problem = f"cannot be reached: {_told(error)}"
            except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
                return Answer(url, 0, problem=f"no whole answer: {_told(error)}")
        return Answer(url, 0, problem=problem or "its host cannot be found")

    def _addresses(self, url: str) -> list[str]:
        """Return where to connect to, every address of the host having been looked at."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        try:
            found = self._resolve(host, port)
        except (OSError, UnicodeError):
            return []
        for address in found:
            if not self._allow_private and not is_public(address):
                raise PrivateHost(host, address)
        return found[:MAX_ADDRESSES]

    def _ask_at(self, url: str, address: str, limit: int, until: float) -> Answer:
        import httpx

        parts = urlsplit(url)
        place = f"[{address}]" if ":" in address else address
        port = f":{parts.port}" if parts.port else ""
        headers = {"Host": parts.netloc, "User-Agent": AGENT, "Accept-Encoding": "identity"}
        with (
            httpx.Client(
                headers=headers,
                timeout=STEP_SECONDS,
                trust_env=False,
                verify=self._ssl(),
                transport=self._transport,
            ) as client,
            client.stream(
                "GET",
                f"{parts.scheme}://{place}{port}{path_of(url)}",
                extensions={"sni_hostname": parts.hostname},
            ) as response,
        ):
            told = tuple((name, clean(value)) for name, value in response.headers.multi_items())
            answer = Answer(url, response.status_code, told)
            if response.status_code in _REDIRECTS:
                return answer
            coding = response.headers.get("content-encoding", "identity").lower()
            return self._with_body(answer, response.iter_raw(), coding, limit, until)

    def _ssl(self) -> "SSLContext | bool":
        if self._trust is None:
            import httpx

            self._trust = httpx.create_ssl_context(trust_env=False)
        return self._trust

    def _with_body(
        self, answer: Answer, pieces: Iterator[bytes], coding: str, limit: int, until: float
    ) -> Answer:
        """Read until the end, the limit or the last moment, whichever comes first."""
        if coding not in ("identity", "gzip", ""):
            return answer._replace(status=0, problem=f"sent as {clean(coding)[:20]}, unasked")
        unpack = zlib.decompressobj(wbits=31) if coding == "gzip" else None
        body = bytearray()
        for piece in pieces:
            room = limit - len(body)
            try:
                body += unpack.decompress(piece, room + 1) if unpack else piece[: room + 1]
            except zlib.error:
                return answer._replace(status=0, problem="what it sent cannot be unpacked")
            if len(body) > limit:
                told = f"only the first {limit // 1024} KiB were read"
                return answer._replace(body=bytes(body[:limit]), problem=told)
            if self._clock() > until:
                return answer._replace(status=0, problem=TOO_LATE, body=b"")
        return answer._replace(body=bytes(body))


def _onward(answer: Answer) -> str | None:
    """Return where a redirect leads, or None where it is none."""
    if answer.status not in _REDIRECTS:
        return None
    target = next((value for name, value in answer.headers if name.lower() == "location"), "")
    return urljoin(answer.url, target.strip()) if target else None


def _told(error: Exception) -> str:
    """Return what went wrong in few words, which may be the server's."""
    text = clean(str(error)) or type(error).__name__
    return shown(text, _MAX_TOLD)
