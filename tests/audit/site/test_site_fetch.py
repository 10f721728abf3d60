"""The one door: it fetches what was said, within bounds, from the open internet."""

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from optout_tui.audit.site import fetch
from optout_tui.audit.site.fetch import MAX_REDIRECTS, Answer, Door, PrivateHost, resolve_host
from tests.local_site import LocalSite, Page

LIMIT = 64 * 1024


@pytest.fixture
def door() -> Door:
    """A door that leads home, too: the tests' websites are here."""
    return Door(allow_private=True)


def test_a_page_comes_with_status_headers_and_body(site: LocalSite, door: Door) -> None:
    site.pages["/a"] = Page(
        b"hello", headers=(("X-Robots-Tag", "noai"), ("X-Robots-Tag", "nosnippet"))
    )
    answer = door.get(f"{site.url}/a", LIMIT)
    assert (answer.status, answer.body, answer.problem) == (200, b"hello", "")
    assert [value for name, value in answer.headers if name == "x-robots-tag"] == [
        "noai",
        "nosnippet",
    ]
    assert door.get(f"{site.url}/b", LIMIT).status == 404


def test_nothing_of_the_person_is_sent(
    site: LocalSite, door: Door, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No cookie, no proxy of the environment, no password out of a file; the host's own name."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    netrc = tmp_path / "netrc"
    netrc.write_text("default login me password secret", "utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    site.pages["/"] = Page(status=302, headers=(("Location", "/b"), ("Set-Cookie", "a=b; Path=/")))
    site.pages["/b"] = Page(b"x")
    assert door.get(f"{site.url}/", LIMIT).body == b"x"
    assert site.paths() == ["/", "/b"]
    for asked in site.asked:
        assert asked.headers["host"] == urlsplit(site.url).netloc
        assert asked.headers["user-agent"] == "optout-tui"
        assert set(asked.headers) <= {
            "host", "user-agent", "accept", "accept-encoding", "connection",
        }  # fmt: skip


# -- redirects ---------------------------------------------------------------------


def test_five_redirects_are_followed_and_no_sixth(site: LocalSite, door: Door) -> None:
    for n in range(MAX_REDIRECTS + 1):
        site.redirect(f"/{n}", f"/{n + 1}")
    site.pages[f"/{MAX_REDIRECTS + 1}"] = Page(b"end")
    reached = door.get(f"{site.url}/1", LIMIT)
    assert (reached.body, reached.url) == (b"end", f"{site.url}/{MAX_REDIRECTS + 1}")
    site.asked.clear()
    lost = door.get(f"{site.url}/0", LIMIT)
    assert (lost.status, lost.body, lost.problem) == (302, b"", "leads on more than 5 times")
    assert len(site.asked) == MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://x/", "javascript:1", "http://a:b@c/"]
)
def test_a_redirect_elsewhere_than_the_web_is_not_followed(
    site: LocalSite, door: Door, target: str
) -> None:
    site.redirect("/", target)
    answer = door.get(f"{site.url}/", LIMIT)
    assert answer.status == 0
    assert answer.problem
    assert site.paths() == ["/"]


def test_a_redirect_without_a_target_is_the_end(site: LocalSite, door: Door) -> None:
    site.pages["/"] = Page(status=301)
    assert door.get(f"{site.url}/", LIMIT).status == 301


# -- private addresses -------------------------------------------------------------


def public(host: str, _port: int) -> list[str]:
    """Every name is a server of the open internet, but for those that say where they are."""
    return [host if host.replace(".", "").isdigit() or ":" in host else "93.184.215.14"]


def answering(*answers: httpx.Response) -> tuple[list[httpx.Request], httpx.MockTransport]:
    """A network that gives these answers, one after the other, and keeps what it was asked."""
    asked: list[httpx.Request] = []
    left = iter(answers)

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return next(left)

    return asked, httpx.MockTransport(answer)


def test_an_address_at_home_is_refused_before_anything_is_sent(site: LocalSite) -> None:
    port = urlsplit(site.url).port
    for url in (site.url, f"http://localhost:{port}/", f"http://[::ffff:127.0.0.1]:{port}/"):
        with pytest.raises(PrivateHost, match="--allow-private"):
            Door().get(url, LIMIT)
    assert site.asked == []


def test_one_private_address_among_many_is_enough_to_refuse() -> None:
    door = Door(resolve=lambda _h, _p: ["93.184.215.14", "10.0.0.1"])
    with pytest.raises(PrivateHost, match=r"x\.org \(10\.0\.0\.1\) is not on the open internet"):
        door.get("http://x.org/", LIMIT)


def test_a_redirect_home_is_not_followed(site: LocalSite) -> None:
    asked, network = answering(httpx.Response(302, headers={"location": f"{site.url}/secret"}))
    answer = Door(resolve=public, transport=network).get("http://x.org/", LIMIT)
    assert answer.status == 0
    assert "not on the open internet" in answer.problem
    assert len(asked) == 1
    assert site.asked == []


def test_it_connects_to_the_address_that_was_checked_under_the_hosts_name() -> None:
    """A second look-up could lead elsewhere, so there is none; the certificate is the host's."""
    asked, network = answering(httpx.Response(200, stream=Drops()))
    Door(resolve=public, transport=network).get("https://x.org:8443/a?b", LIMIT)
    [request] = asked
    assert str(request.url) == "https://93.184.215.14:8443/a?b"
    assert request.headers["host"] == "x.org:8443"
    assert request.extensions["sni_hostname"] == "x.org"


def test_every_hop_is_looked_up_anew() -> None:
    asked, network = answering(
        httpx.Response(301, headers={"location": "https://www.x.org/"}),
        httpx.Response(200, stream=Drops()),
    )
    looked_up: list[tuple[str, int]] = []

    def resolve(host: str, port: int) -> list[str]:
        looked_up.append((host, port))
        return ["2606:2800:21f::1"]

    assert Door(resolve=resolve, transport=network).get("http://x.org/", LIMIT).status == 200
    assert looked_up == [("x.org", 80), ("www.x.org", 443)]
    assert [str(request.url.host) for request in asked] == ["2606:2800:21f::1"] * 2


# -- bounds ------------------------------------------------------------------------


def test_a_body_is_cut_at_its_limit(site: LocalSite, door: Door) -> None:
    site.pages["/"] = Page(b"x" * 2048)
    assert len(door.get(f"{site.url}/", 2048).body) == 2048
    answer = door.get(f"{site.url}/", 1024)
    assert (len(answer.body), answer.problem) == (1024, "only the first 1 KiB were read")


def test_a_body_without_end_is_left_at_its_limit(site: LocalSite, door: Door) -> None:
    def pour(write: Callable[[bytes], object]) -> None:
        for _ in range(100_000):
            write(b"x" * 10_000)

    site.pages["/"] = Page(pour)
    assert len(door.get(f"{site.url}/", LIMIT).body) == LIMIT


class Drops(httpx.SyncByteStream):
    """A body that comes byte by byte."""

    def __iter__(self) -> Iterator[bytes]:
        return iter([b"x"] * 50)


def test_a_body_that_drips_is_left_after_a_while() -> None:
    _, network = answering(httpx.Response(200, stream=Drops()))
    moments = iter(range(0, 1000, 5))
    door = Door(resolve=public, transport=network, clock=lambda: next(moments))
    answer = door.get("http://x.org/", LIMIT)
    assert (answer.status, answer.body, answer.problem) == (0, b"", "no whole answer in time")


def test_redirects_share_the_time_of_one_answer() -> None:
    onward = httpx.Response(302, headers={"location": "http://x.org/"})
    asked, network = answering(onward, onward, onward, onward)
    moments = iter(range(0, 1000, 12))
    door = Door(resolve=public, transport=network, clock=lambda: next(moments))
    assert door.get("http://x.org/", LIMIT).problem == "no whole answer in time"
    assert len(asked) == 2


def test_a_packed_body_is_unpacked_within_its_limit(site: LocalSite, door: Door) -> None:
    gzipped = (("Content-Encoding", "gzip"),)
    site.pages["/small"] = Page(gzip.compress(b"User-agent: *"), headers=gzipped)
    site.pages["/bomb"] = Page(gzip.compress(b"x" * 50_000_000), headers=gzipped)
    site.pages["/broken"] = Page(b"no gzip", headers=gzipped)
    site.pages["/brotli"] = Page(b"x", headers=(("Content-Encoding", "br"),))
    assert door.get(f"{site.url}/small", LIMIT).body == b"User-agent: *"
    assert len(door.get(f"{site.url}/bomb", LIMIT).body) == LIMIT
    assert door.get(f"{site.url}/broken", LIMIT).problem == "what it sent cannot be unpacked"
    assert door.get(f"{site.url}/brotli", LIMIT).problem == "sent as br, unasked"


# -- what goes wrong ---------------------------------------------------------------


def failing(error: Exception) -> Door:
    def fail(_: httpx.Request) -> httpx.Response:
        raise error

    return Door(resolve=public, transport=httpx.MockTransport(fail))


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (httpx.ReadTimeout("slow"), "no whole answer in time"),
        (httpx.ConnectError("refused\x1b[2J"), 'cannot be reached: "refused␛[2J"'),
        (httpx.RemoteProtocolError("odd"), 'no whole answer: "odd"'),
        (httpx.RemoteProtocolError(""), 'no whole answer: "RemoteProtocolError"'),
        (ssl.SSLError("bad"), "no whole answer: "),
    ],
)
def test_a_failure_is_told_in_one_clean_line(error: Exception, problem: str) -> None:
    answer = failing(error).get("https://x.org/", LIMIT)
    assert answer.status == 0
    assert answer.problem.startswith(problem)


def test_the_next_address_is_tried_where_one_does_not_answer(site: LocalSite) -> None:
    site.pages["/"] = Page(b"here")
    door = Door(allow_private=True, resolve=lambda _h, _p: ["127.0.0.2", "127.0.0.1"])
    assert door.get(f"{site.url}/", LIMIT).body == b"here"


def test_a_host_nobody_knows_is_told() -> None:
    def nowhere(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    assert Door(resolve=nowhere).get("http://x.invalid/", LIMIT) == Answer(
        "http://x.invalid/", 0, problem="its host cannot be found"
    )


def test_a_server_that_speaks_something_else_is_told(door: Door) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def speak() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(b"\x1b[2Jhello\r\n\r\n")

        thread = threading.Thread(target=speak)
        thread.start()
        answer = door.get(f"http://127.0.0.1:{port}/", LIMIT)
        thread.join()
    assert answer.status == 0
    assert "\x1b" not in answer.problem


def test_a_certificate_nobody_signed_is_no_answer(site: LocalSite, door: Door) -> None:
    """A server without TLS stands in: what does not prove its name is not listened to."""
    answer = door.get(site.url.replace("http:", "https:"), LIMIT)
    assert answer.status == 0
    assert answer.problem.startswith("cannot be reached: ")


def test_this_computer_finds_itself() -> None:
    assert "127.0.0.1" in resolve_host("127.0.0.1", 80)
    assert fetch.STEP_SECONDS < fetch.WHOLE_SECONDS
