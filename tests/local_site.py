"""A website on this computer: what it answers is said beforehand, what it was asked is kept."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Page(NamedTuple):
    """One answer: ``headers`` come after the length, ``body`` may be sent piece by piece."""

    body: bytes | Callable[[Callable[[bytes], object]], None] = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


class Asked(NamedTuple):
    """One request: its path with the query, and its headers in small letters."""

    path: str
    headers: dict[str, str]


class LocalSite:
    """A server of pages, by path; what is not there is 404."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[Asked] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                site.asked.append(Asked(self.path, headers))
                page = site.pages.get(self.path, Page(b"not found", 404))
                self.send_response(page.status)
                for name, value in page.headers:
                    self.send_header(name, value)
                if isinstance(page.body, bytes):
                    self.send_header("Content-Length", str(len(page.body)))
                    self.end_headers()
                    self.wfile.write(page.body)
                else:
                    self.end_headers()
                    page.body(self.wfile.write)

            def handle(self) -> None:
                try:
                    super().handle()
                except ConnectionError:
                    return  # whoever asked has heard enough

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer((host, 0), Handler)
        self.url = f"http://{host}:{self.server.server_port}"

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [asked.path for asked in self.asked]

    def redirect(self, path: str, target: str, status: int = 302) -> None:
        """Let *path* lead to *target*."""
        self.pages[path] = Page(status=status, headers=(("Location", target),))


@contextmanager
def local_site() -> Iterator[LocalSite]:
    """A server that runs while it is needed."""
    site = LocalSite()
    thread = threading.Thread(target=site.server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.server.shutdown()
        site.server.server_close()
        thread.join()
