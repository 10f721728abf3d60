"""The HTML export in a real browser: silent, readable on a phone and on a desk, and on paper."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from optout_tui.library.knowledge import knowledge
from tests.e2e.chromium import PROGRAM, Chromium
from tests.e2e.pages import PAGES, export
from tests.e2e.printed import A4, Sheet, breaks, sheets

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="it drives Chromium over a pipe"),
    pytest.mark.skipif(not PROGRAM.exists(), reason=f"there is no Chromium at {PROGRAM}"),
]

HERE = Path(__file__).parent
SCHEMES = ("light", "dark")
WINDOWS = {"phone": (390, 844), "desk": (1280, 900)}
PAPERS = {"A4": (8.27, 11.69, True), "Letter": (8.5, 11.0, False)}
READABLE = 4.5
"""The least contrast of text to its ground: WCAG 2.2, success criterion 1.4.3."""

MEASURES = (HERE / "measures.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each export as a file, as a person would open it."""
    folder = tmp_path_factory.mktemp("pages")
    made = {}
    for name in PAGES:
        made[name] = folder / f"{name}.html"
        made[name].write_text(export(name, knowledge()), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """One browser for all of these tests, with a profile nobody has used."""
    with Chromium(tmp_path_factory.mktemp("profile")) as started:
        yield started


def measure(browser: Chromium, what: str) -> Any:
    return browser.run(f"{MEASURES}\n{what}()")


def show(browser: Chromium, file: Path, window: str = "desk", scheme: str = "light") -> None:
    browser.size(*WINDOWS[window])
    browser.scheme(scheme)
    browser.open(file)


def written(folder: Path, body: str) -> Path:
    file = folder / "other.html"
    text = f'<meta name="viewport" content="width=device-width"><body>{body}</body>'
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("name", PAGES)
def test_it_asks_for_nothing_and_the_console_is_silent(
    browser: Chromium, files: dict[str, Path], name: str
) -> None:
    show(browser, files[name])
    assert browser.said == []
    assert browser.asked_for == [files[name].as_uri()]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("window", WINDOWS)
def test_nothing_is_wider_than_the_window(
    browser: Chromium, files: dict[str, Path], name: str, window: str
) -> None:
    show(browser, files[name], window)
    assert measure(browser, "tooWide") == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_can_be_read_on_its_ground(
    browser: Chromium, files: dict[str, Path], name: str, window: str, scheme: str
) -> None:
    show(browser, files[name], window, scheme)
    found = measure(browser, "contrasts")
    assert len(found) > 5
    assert [one for one in found if one["ratio"] < READABLE] == []
    assert measure(browser, "pageIsDark") is (scheme == "dark")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("paper", PAPERS)
def test_every_line_is_printed_whole_and_once(
    browser: Chromium, files: dict[str, Path], name: str, paper: str
) -> None:
    show(browser, files[name], scheme="dark")
    width, height, own_size = PAPERS[paper]
    printed = sheets(browser.pdf(width, height, own_size=own_size))
    for number, page in enumerate(printed, start=1):
        wanted = A4 if own_size else (width * 72, height * 72)
        assert page.size == pytest.approx(wanted, abs=1)
        assert page.outside == ""
        assert page.foot == f"{number}/{len(printed)}"
    found = measure(browser, "words")
    ends = breaks(printed, found["text"], found["heads"])
    lonely = [title for title, end in found["titles"] if end in ends[:-1]]
    assert lonely == []


def test_the_browser_tells_of_messages_and_requests(browser: Chromium, tmp_path: Path) -> None:
    body = '<script>console.warn("seen")</script><img src="http://192.0.2.1/picture.png">'
    file = written(tmp_path, body)
    browser.open(file)
    assert "seen" in browser.said
    assert browser.asked_for == [file.as_uri(), "http://192.0.2.1/picture.png"]


def test_what_the_policy_holds_back_is_told_too(browser: Chromium, tmp_path: Path) -> None:
    rule = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
    browser.open(written(tmp_path, f'{rule}<img src="https://example.org/picture.png">'))
    assert any("Content Security Policy" in one for one in browser.said)


def test_the_measures_find_what_is_wide_and_what_is_pale(browser: Chromium, tmp_path: Path) -> None:
    wide = '<p id="wide" style="white-space: nowrap">' + "word " * 200
    pale = '<p style="color: #999; background: #fff">pale</p><i style="color: #000">black</i>'
    show(browser, written(tmp_path, pale + wide), "phone")
    assert "P wide" in [one["what"] for one in measure(browser, "tooWide")]
    ratios = {one["text"]: one["ratio"] for one in measure(browser, "contrasts")}
    assert ratios["pale"] == pytest.approx(2.85, abs=0.01)
    assert ratios["black"] == pytest.approx(21)


def test_what_paper_cuts_or_loses_is_found(browser: Chromium, tmp_path: Path) -> None:
    cut = on_a4(browser, tmp_path, '<p style="margin-left: -5mm">cutting')
    assert "".join(page.outside for page in cut) == "u"
    with pytest.raises(AssertionError, match="page 1"):
        breaks(cut, "cutting", [])
    with pytest.raises(AssertionError, match="not printed: more"):
        breaks(on_a4(browser, tmp_path, "<p>whole"), "wholemore", [])


def test_a_heading_that_stands_alone_is_found(browser: Chromium, tmp_path: Path) -> None:
    pages = on_a4(browser, tmp_path, '<h2>Alone</h2><p style="break-before: page">below</p>')
    found = measure(browser, "words")
    assert found["titles"] == [["Alone", breaks(pages, found["text"], [])[0]]]


def on_a4(browser: Chromium, folder: Path, body: str) -> list[Sheet]:
    style = "<style>@page { size: A4; margin: 18mm 17mm 20mm }</style>"
    browser.open(written(folder, style + body))
    return sheets(browser.pdf(*PAPERS["A4"][:2], own_size=True))
