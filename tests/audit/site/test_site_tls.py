"""Over TLS the certificate is held against the host's name, though an address is connected to."""

import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from optout_tui.audit.site.fetch import Door
from tests.local_site import LocalSite, Page

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="there is no openssl program here to make certificates"
)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate with its key, for the name x.test alone."""
    file = tmp_path / "x.test.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=x.test", "-addext", "subjectAltName=DNS:x.test"),
            *("-keyout", str(file), "-out", str(tmp_path / "only.pem")),
        ],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    file.write_text((tmp_path / "only.pem").read_text("utf-8") + file.read_text("utf-8"), "utf-8")
    return file


@pytest.fixture
def secure(certificate: Path) -> Iterator[LocalSite]:
    """A website on this computer that proves that it is x.test."""
    site = LocalSite()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    site.server.socket = context.wrap_socket(
        site.server.socket, server_side=True, do_handshake_on_connect=False
    )
    site.server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=site.server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield site
    site.server.shutdown()
    site.server.server_close()
    thread.join()


def trusting(certificate: Path) -> Door:
    """A door that finds every name on this computer, and trusts that certificate alone."""
    trust = ssl.create_default_context(cafile=str(certificate))
    return Door(allow_private=True, resolve=lambda _h, _p: ["127.0.0.1"], trust=trust)


def test_the_name_that_was_asked_for_is_proved(secure: LocalSite, certificate: Path) -> None:
    secure.pages["/robots.txt"] = Page(b"hello")
    port = urlsplit(secure.url).port
    answer = trusting(certificate).get(f"https://x.test:{port}/robots.txt", 1000)
    assert (answer.status, answer.body, answer.problem) == (200, b"hello", "")
    assert secure.asked[0].headers["host"] == f"x.test:{port}"


def test_another_name_is_not_believed(secure: LocalSite, certificate: Path) -> None:
    port = urlsplit(secure.url).port
    answer = trusting(certificate).get(f"https://y.test:{port}/robots.txt", 1000)
    assert answer.status == 0
    assert "certificate" in answer.problem.lower()
    assert secure.asked == []


def test_a_certificate_nobody_knows_is_not_believed(secure: LocalSite) -> None:
    port = urlsplit(secure.url).port
    door = Door(allow_private=True, resolve=lambda _h, _p: ["127.0.0.1"])
    answer = door.get(f"https://x.test:{port}/robots.txt", 1000)
    assert answer.status == 0
    assert "certificate" in answer.problem.lower()
