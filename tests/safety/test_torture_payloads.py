"""The smallest share of the torture by texts: it runs, and sees what is more than text."""

import pytest
from markdown_it import MarkdownIt

from benchmarks.torture import payloads


def test_the_smallest_share_finds_nothing_wrong() -> None:
    row = payloads.row(1)
    assert (row.bad, row.count > 1000) == (0, True), row
    assert "2 texts" in row.note


def test_what_is_more_than_text_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(payloads, "_commands", lambda *_: iter([(1, "status: a bug")]))
    monkeypatch.setattr(payloads, "_screens", lambda *_: iter([(1, "guide: a link")]))
    monkeypatch.setattr(payloads, "render", lambda *given: "<b>\x1b" if given[0].id else "")
    row = payloads.row(1)
    assert row.bad > 2
    assert row.note.endswith("first: commands: status: a bug")


@pytest.mark.parametrize(
    ("fmt", "made", "said"),
    [
        ("json", "\x1b", "a control character"),
        ("csv", "a,=1+1\r\n", "a live cell"),
        ("html", "<p>x<script>", "a tag of its own"),
        ("ics", "SUMMARY:x\r\nATTACH:https://evil.example\r\n", "a line of its own"),
        ("md", "[x](https://evil.example)", "a link or a tag of its own"),
        ("md", "<b>x</b>", "a link or a tag of its own"),
    ],
)
def test_an_export_that_lives_is_seen(fmt: str, made: str, said: str) -> None:
    reader = MarkdownIt("gfm-like")
    assert payloads._alive(fmt, made, "<p>x", reader).startswith(said)
    assert payloads._alive(fmt, "<p>x", "<p>x", reader) == ""
