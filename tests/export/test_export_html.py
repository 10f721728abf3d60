import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optout_tui.checklist.model import Checklist
from optout_tui.export.render import render
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.text import has_controls

from .conftest import Plant

VOID = {"meta", "br"}


class Page(HTMLParser):
    """What a browser would find: tags in order, their attributes, the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def skeleton(self) -> list[str]:
        return [tag for tag, _ in self.tags]


def test_the_page_is_whole_and_says_what_it_is(
    any_checklist: Checklist, knowledge: Knowledge, today: date
) -> None:
    text = render(any_checklist, knowledge, today, "html")
    page = Page(text)
    assert text.startswith("<!DOCTYPE html>\n")
    assert page.open == []
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("title")) == len(page.all("h1")) == 1
    assert any("22 Nov 2026" in one and any_checklist.name in one for one in page.texts)


def test_headings_come_in_order_and_table_heads_say_what_they_head(
    any_checklist: Checklist, knowledge: Knowledge, today: date
) -> None:
    page = Page(render(any_checklist, knowledge, today, "html"))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    scopes = [attributes.get("scope") for attributes in page.all("th")]
    assert set(scopes) <= {"col", "row", "rowgroup"}


def test_nothing_is_loaded_and_nothing_runs(
    any_checklist: Checklist, knowledge: Knowledge, today: date
) -> None:
    page = Page(render(any_checklist, knowledge, today, "html"))
    policy = next(m for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert not {"script", "link", "img", "iframe", "form", "object", "svg"} & set(page.skeleton)
    for _, attributes in page.tags:
        assert not {"src", "style", "action"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]


def test_only_https_sources_can_be_followed_and_every_address_is_shown(
    unfinished: Checklist, limited: Checklist, knowledge: Knowledge, today: date
) -> None:
    page = Page(render(unfinished, knowledge, today, "html"))
    followed = [attributes["href"] for attributes in page.all("a")]
    assert followed == ["https://fotogram.example/privacy", "https://fotogram.example/help?id=1&lang=en"]  # fmt: skip  # noqa: E501
    for shown in (*followed, "http://forum.example/topic"):
        assert shown in page.texts
    page = Page(render(limited, knowledge, today, "html"))
    assert "ftp://fotogram.example/us" in page.texts


def test_states_are_words_not_colours_alone(
    unfinished: Checklist, knowledge: Knowledge, today: date
) -> None:
    said = [one.strip() for one in Page(render(unfinished, knowledge, today, "html")).texts]
    for words in ("! problem", "✓ done", "– skipped", "○ to do"):
        assert words in said


@settings(deadline=None, max_examples=40)
@given(
    text=st.text(min_size=1, max_size=12)
    | st.sampled_from(
        [
            "<script>alert(1)</script>",
            '"><img src=x onerror=a>',
            "{{ 7*7 }}",
            "{% raw %}",
            "</style>",
        ]
    )
)
def test_outside_text_adds_no_tag_and_no_hidden_character(
    knowledge: Knowledge, today: date, plant: Plant, text: str
) -> None:
    page = render(plant(text), knowledge, today, "html")
    assert set(Page(page).skeleton) <= set(
        Page(render(plant("x"), knowledge, today, "html")).skeleton
    )
    assert len(re.findall("<script|<img", page)) == 0
    assert not [char for char in page if has_controls(char) and char not in "\n\t"]
    if text.isprintable() and text.strip():
        assert text in "".join(Page(page).texts)


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_text_colour_can_be_read_on_every_background(
    empty: Checklist, knowledge: Knowledge, today: date, scheme: int
) -> None:
    text = render(empty, knowledge, today, "html")
    blocks = re.findall(r":root \{(.*?)\}", text, re.DOTALL)
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", blocks[scheme]))
    for name in ("text", "muted", "accent", "link", "warn", "error"):
        for ground in ("page", "sheet", "panel"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
