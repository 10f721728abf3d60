"""Every hostile text there is, everywhere in one checklist: it changes no export's shape."""

import csv
import io
import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

from optout_tui.checklist.model import Checklist
from optout_tui.checklist.text import read_text
from optout_tui.export.markdown_text import fit
from optout_tui.export.render import FORMATS, render
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.text import clean, has_controls
from tests.payloads import EVERY, naughty

from .conftest import Plant

TEXTS = [text for text in (*EVERY, *naughty()) if clean(text, newlines=True).strip()]
"""All that says anything: of an empty note an export says nothing either."""

READERS = (MarkdownIt("commonmark"), MarkdownIt("gfm-like"))


@pytest.fixture(scope="module")
def said(plant: Plant) -> Checklist:
    """One checklist that says every text, wherever text can be said."""
    return together(plant, TEXTS)


@pytest.fixture(scope="module")
def harmless(plant: Plant) -> Checklist:
    """The same with a word in the place of each text."""
    return together(plant, ["word"] * len(TEXTS))


@pytest.fixture(scope="module")
def some(plant: Plant) -> tuple[Checklist, Checklist]:
    """Our own texts alone, and words in their place: readers of Markdown are slow."""
    own = [text for text in EVERY if text in TEXTS]
    return together(plant, own), together(plant, ["word"] * len(own))


def together(plant: Plant, texts: list[str]) -> Checklist:
    planted = [plant(text) for text in texts]
    accounts = (replace(one.accounts[0], id=f"fotogram:{n}") for n, one in enumerate(planted))
    return replace(planted[0], accounts=tuple(accounts))


@pytest.mark.parametrize("redact", [False, True], ids=["whole", "redacted"])
@pytest.mark.parametrize("fmt", FORMATS)
def test_no_hidden_character_gets_into_any_format(
    knowledge: Knowledge, today: date, said: Checklist, fmt: str, redact: bool
) -> None:
    written = render(said, knowledge, today, fmt, redact=redact)
    written.encode()
    assert not {char for char in written if has_controls(char)} - {"\n", "\t", "\r"}


class Shape(HTMLParser):
    """The tags of a page with all they bear, in their order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[object] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(tag)

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", data))


def test_a_page_has_the_tags_and_links_it_would_have_anyway(
    knowledge: Knowledge, today: date, said: Checklist, harmless: Checklist
) -> None:
    hostile = Shape(render(said, knowledge, today, "html"))
    assert hostile.tags == Shape(render(harmless, knowledge, today, "html")).tags


def test_no_cell_of_a_table_is_live(knowledge: Knowledge, today: date, said: Checklist) -> None:
    text = render(said, knowledge, today, "csv")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    live = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
    assert [cell for row in rows for cell in row if live.match(cell)] == []


def test_a_calendar_has_the_lines_it_would_have_anyway(
    knowledge: Knowledge, today: date, said: Checklist, harmless: Checklist
) -> None:
    hostile, plain = (render(one, knowledge, today, "ics") for one in (said, harmless))
    assert names_in(hostile) == names_in(plain)
    assert all(len(line.encode()) <= 75 for line in hostile.split("\r\n"))
    assert "\n" not in hostile.replace("\r\n", "")


def names_in(calendar: str) -> list[str]:
    """The name that each unfolded line of a calendar begins with."""
    lines = re.sub("\r\n[ \t]", "", calendar).split("\r\n")
    return [re.split("[:;]", line, maxsplit=1)[0] for line in lines]


@pytest.mark.parametrize("reader", READERS, ids=["commonmark", "gfm"])
def test_a_document_is_made_of_what_it_would_be_made_of_anyway(
    reader: MarkdownIt, knowledge: Knowledge, today: date, some: tuple[Checklist, Checklist]
) -> None:
    hostile, plain = (reader.parse(render(one, knowledge, today, "md")) for one in some)
    assert [(one.type, one.level) for one in hostile] == [(one.type, one.level) for one in plain]
    opens = {"link_open", "image", "html_inline", "html_block"}
    inner = [child for token in hostile for child in (token.children or []) if child.type in opens]
    meant = [child for token in plain for child in (token.children or []) if child.type in opens]
    assert [(one.type, one.attrs) for one in inner] == [(one.type, one.attrs) for one in meant]


@pytest.mark.parametrize("reader", READERS, ids=["commonmark", "gfm"])
def test_no_text_opens_anything_in_a_document(reader: MarkdownIt) -> None:
    harmless = {"paragraph_open", "inline", "paragraph_close", "text", "code_inline"}
    for text in TEXTS:
        tokens = reader.parse(f"Note: {fit(text)}")
        found = {one.type for token in tokens for one in (token, *(token.children or []))}
        assert found <= harmless, text


def test_data_stays_exact(knowledge: Knowledge, today: date, said: Checklist) -> None:
    accounts = json.loads(render(said, knowledge, today, "json"))["accounts"]
    assert [account["handle"] for account in accounts] == TEXTS
    assert [account["requests"][0]["reference"] for account in accounts] == TEXTS
    assert read_text(render(said, knowledge, today, "toml").encode(), "x.toml") == said
