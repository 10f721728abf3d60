"""``make links``: every link once, a host's one after the other, what is gone fails."""

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from optout_tui.library.knowledge import Knowledge, knowledge
from tests.content.links import NO_HOST, Link, fetch, host_of, is_gone, links_of, look, main


def test_every_link_is_there_once_with_who_names_it(small: Knowledge) -> None:
    links = links_of(small)
    urls = [link.url for link in links]
    assert len(set(urls)) == len(urls)
    guide = next(iter(small.guides()))
    for source in guide.sources:
        [link] = [link for link in links if link.url == source.url]
        assert guide.id in link.places
    for authority in small.authorities:
        assert authority.url in urls


def test_all_links_of_ours_have_a_host() -> None:
    links = links_of(knowledge())
    assert len(links) > 500
    assert all(host_of(link) for link in links)


@pytest.mark.parametrize(
    ("trouble", "gone"),
    [("404", True), ("410", True), (NO_HOST, True), ("403", False), ("no answer", False)],
)
def test_gone_is_not_the_same_as_silent(trouble: str, gone: bool) -> None:
    assert is_gone(trouble) is gone


class Pages(BaseHTTPRequestHandler):
    """A site of this computer: its pages are named by the status they answer with."""

    def do_GET(self) -> None:
        self.send_response(int(self.path[1:]))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(("page", "trouble"), [("200", ""), ("404", "404"), ("503", "503")])
def test_a_page_is_opened_and_its_answer_told(site: str, page: str, trouble: str) -> None:
    assert fetch(f"{site}/{page}") == trouble


def test_a_host_that_does_not_answer_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens there
        assert fetch(f"http://127.0.0.1:{taken.getsockname()[1]}/") == "no answer"


def test_what_has_no_trouble_is_not_told() -> None:
    links = [Link(f"https://{host}/{page}", ("a",)) for host in "ab" for page in "xy"]
    found = list(look(links, lambda url: "404" if url.endswith("y") else ""))
    assert [(link.url, trouble) for link, trouble in found] == [
        ("https://a/y", "404"),
        ("https://b/y", "404"),
    ]


def test_it_fails_for_what_is_gone_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(lambda _: "") == 0
    assert main(lambda url: "403" if "meta" in url else "") == 0
    assert "look: 403: " in capsys.readouterr().out
    assert main(lambda url: "404" if "meta" in url else "") == 1
    assert "gone: 404: " in capsys.readouterr().out
