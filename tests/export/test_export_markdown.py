from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from optout_tui.checklist.model import Checklist
from optout_tui.export.markdown_text import fit, link
from optout_tui.export.render import render
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.records import Source
from optout_tui.safety.text import clean

from .conftest import Plant

READERS = (MarkdownIt("commonmark"), MarkdownIt("gfm-like"))
"""One that follows the standard, one that also turns bare addresses into links."""

OPENS = {"link_open", "image", "html_inline", "html_block"}

PIECES = st.sampled_from(
    ["[a](b)", "![", "](", "<b>", "http://", "www.", "a@b.co", "`", "``", "*", "_", "~~", "|",
     "&lt;", "\\", "#1", "- ", "1. ", "> ", "\n", "\r\n", "<!--", "javascript:", "x.com", "$x$",
     "^", "{", "}", "[^1]", "[x]: /u", "===", "---", "\u202e", "\u200d", " ",
     "mailto:", "ftp://h", ":smile:"]
)  # fmt: skip
HOSTILE = st.lists(PIECES | st.text(max_size=4), min_size=1, max_size=12).map("".join)


def inline_tokens(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in (token.children or [])]


def opened(text: str, reader: MarkdownIt) -> list[str]:
    tokens = reader.parse(text)
    return [token.type for token in (*tokens, *inline_tokens(tokens)) if token.type in OPENS]


def shape(text: str, reader: MarkdownIt) -> list[tuple[str, int]]:
    """The blocks of a document: what outside text must not be able to change."""
    return [(token.type, token.level) for token in reader.parse(text) if token.type != "text"]


@pytest.mark.parametrize("reader", READERS, ids=["commonmark", "gfm"])
@settings(deadline=None)
@given(text=HOSTILE)
def test_outside_text_opens_nothing_and_is_read_as_it_was_written(
    reader: MarkdownIt, text: str
) -> None:
    for line in (fit(text), f"- **Note:** {fit(text)}", f"- {fit(text)}"):
        assert "\n" not in line
        assert opened(line, reader) == []
    read = inline_tokens(reader.parse(f"Note: {fit(text)}"))
    shown = "".join(token.content for token in read).removeprefix("Note:").removeprefix(" ")
    lines = (" ".join(part.split()) for part in clean(text, newlines=True).splitlines())
    assert shown == " / ".join(line for line in lines if line)


@pytest.mark.parametrize("reader", READERS, ids=["commonmark", "gfm"])
@settings(deadline=None, max_examples=40)
@given(text=HOSTILE.filter(lambda text: bool(clean(text, newlines=True).strip())))
def test_outside_text_cannot_change_what_the_document_is_made_of(
    reader: MarkdownIt, knowledge: Knowledge, today: date, plant: Plant, text: str
) -> None:
    hostile = render(plant(text), knowledge, today, "md")
    harmless = render(plant("word"), knowledge, today, "md")
    assert shape(hostile, reader) == shape(harmless, reader)
    assert opened(hostile, reader) == opened(harmless, reader)


def test_the_finished_checklist_reads_exactly_so(
    finished: Checklist, knowledge: Knowledge, today: date
) -> None:
    golden = Path(__file__).parent / "finished.md"
    assert render(finished, knowledge, today, "md") == golden.read_text("utf-8")


def test_the_refused_checklist_reads_exactly_so(
    refused: Checklist, knowledge: Knowledge, today: date
) -> None:
    golden = Path(__file__).parent / "refused.md"
    assert render(refused, knowledge, today, "md") == golden.read_text("utf-8")


def test_task_boxes_are_ticked_only_for_what_was_done(
    unfinished: Checklist, knowledge: Knowledge, today: date
) -> None:
    text = render(unfinished, knowledge, today, "md")
    assert "- [x] Open the menu: done, 2026-11-10 12:00 UTC\n" in text
    assert "- [ ] Open the objection form: problem, 2026-11-12 12:00 UTC\n" in text
    assert "- [ ] Send it: skipped, 2026-11-11 12:00 UTC\n" in text
    assert "- [ ] Keep their mail: to do\n  - **Note:** ask Ben / or Carla\n" in text
    assert "  - **Since then:** The guide says something else now" in text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("@anika", "`@anika`"),
        ("studio.nord", "`studio.nord`"),
        ("two words", "two words"),
        ("z.B. so", "z.B. so"),
        ("a*b_c", r"a\*b\_c"),
        ("`@x", "`` `@x ``"),
        ("<b>", "&lt;b&gt;"),
        ("- item", r"\- item"),
        ("12. item", r"12\. item"),
        ("see #12", "see `#12`"),
        ("می\u200cخواهم", "می&zwnj;خواهم"),
    ],
)
def test_ordinary_text_stays_readable(text: str, wanted: str) -> None:
    assert fit(text) == wanted


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://a.example/b?c=1", "<https://a.example/b?c=1>"),
        ("http://a.example/b", "`http://a.example/b`"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://me@a.example/", "`https://me@a.example/`"),
        ("https://ä.example/", "`https://ä.example/`"),
    ],
)
def test_only_plain_https_sources_can_be_followed(url: str, wanted: str) -> None:
    source = Source(id="s", title="t", publisher="p", url=url, tier="press", read=date(2026, 11, 1))
    assert link(source) == wanted
