import sys
import webbrowser

import pytest

from optout_tui.handoff.browser import can_open, open_link
from optout_tui.safety.refusal import Refusal

UNSAFE = [
    "javascript:alert(1)",
    "file:///etc/passwd",
    "https://bank@evil.example/",
    "https://a\x1b",
]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The links that a browser was asked to open; on Linux, without a window yet."""
    links: list[str] = []

    def open_(link: str) -> bool:
        links.append(link)
        return True

    monkeypatch.setattr(webbrowser, "open", open_)
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return links


@pytest.fixture
def window(opened: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")


@pytest.mark.usefixtures("window")
def test_a_safe_link_is_opened_as_it_is(opened: list[str]) -> None:
    assert open_link("https://example.org/a?b") is True
    assert opened == ["https://example.org/a?b"]


@pytest.mark.usefixtures("window")
@pytest.mark.parametrize("link", UNSAFE)
def test_an_unsafe_link_is_refused(opened: list[str], link: str) -> None:
    with pytest.raises(Refusal):
        open_link(link)
    assert opened == []


@pytest.mark.parametrize("link", UNSAFE)
def test_an_unsafe_link_is_refused_without_a_browser_too(opened: list[str], link: str) -> None:
    with pytest.raises(Refusal):
        open_link(link)


def test_without_a_window_no_browser_is_started_in_this_terminal(opened: list[str]) -> None:
    assert can_open() is False
    assert open_link("https://example.org/") is False
    assert opened == []


@pytest.mark.usefixtures("window")
def test_where_no_browser_was_found_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    assert open_link("https://example.org/") is False


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_means_a_browser_can_be_expected(
    opened: list[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, ":0")
    assert can_open() is True


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_some_systems_always_have_one(
    opened: list[str], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert can_open() is True
