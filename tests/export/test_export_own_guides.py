"""A person's own guide in a document for others: named as such, and nothing in it comes alive."""

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import Account, Checklist, StepMark
from optout_tui.export.render import FORMATS, render
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.own import read_own
from optout_tui.safety.text import has_controls
from tests.own_guides import (
    copied,
    hostile_texts,
    said_by_guides,
    saying,
    written,
)

from .conftest import at, checklist, objected
from .test_export_markdown import READERS, opened

OWN = "your own guide, not one that came with the program"
MARKUP = (
    "</td><script>alert(1)</script>[a](https://b.example)![c](d)<e@f.example> www.g.example `h`"
)

Joined = Callable[[], Knowledge]


@pytest.fixture
def joined(knowledge: Knowledge, tmp_path: Path) -> Joined:
    """What reads the guides in the test's folder on top of the small world."""

    def join() -> Knowledge:
        own = read_own(tmp_path)
        assert own.problems == ()
        return knowledge.with_own(own.guides, own.digest)

    return join


def on(*platforms: str, trouble: str = "trouble") -> Checklist:
    mark = StepMark(id="step-1", state="problem", at=at(10), trouble=trouble)
    return checklist(
        *(
            Account(id=f"{name}:@a", platform=name, handle="@a", route="way", steps=(mark,))
            for name in platforms
        )
    )


class _Tags(HTMLParser):
    """The tags of a page, and where they lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.leads: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        found = dict(attrs)
        assert not [name for name in found if name.startswith("on")]
        self.leads += [str(found[name]) for name in ("href", "src") if name in found]


@pytest.mark.parametrize("fmt", ["md", "html"])
def test_a_document_says_once_for_each_account_whose_guide_it_is(
    joined: Joined, finished: Checklist, tmp_path: Path, today: date, fmt: str
) -> None:
    assert OWN not in render(finished, joined(), today, fmt)
    copied(tmp_path, "mastodon")
    copied(tmp_path, "plauder")
    assert render(finished, joined(), today, fmt).count(OWN) == 1
    both = replace(finished, accounts=(*finished.accounts, *on("mastodon").accounts))
    assert render(both, joined(), today, fmt).count(OWN) == 2


def test_tables_and_programs_are_told_too(joined: Joined, tmp_path: Path, today: date) -> None:
    copied(tmp_path, "mastodon")
    mixed = on("mastodon", "fotogram", "nobody")
    accounts = json.loads(render(mixed, joined(), today, "json"))["accounts"]
    assert [one["yours"] for one in accounts] == [True, False, False]
    assert [one["guide"] for one in accounts] == [OWN, None, None]
    rows = csv.DictReader(io.StringIO(render(mixed, joined(), today, "csv")))
    said = {(row["account"], row["yours"]) for row in rows}
    assert said == {("mastodon:@a", "yes"), ("fotogram:@a", "no"), ("nobody:@a", "no")}


def test_only_the_addresses_of_our_own_sources_are_linked(
    joined: Joined, knowledge: Knowledge, tmp_path: Path, today: date
) -> None:
    written(tmp_path, saying("mine", cycle(["fine"])))
    ours = objected(knowledge, "@anika")
    mixed = checklist(ours, *on("mine").accounts)
    linked = [source.url for source in knowledge.guide("fotogram").sources]
    page = _Tags(render(mixed, joined(), today, "html"))
    assert set(page.leads) <= {*linked, *_law(knowledge)}
    assert page.leads
    text = render(mixed, joined(), today, "md")
    assert set(re.findall(r"<(https://[^>]*)>", text)) == set(page.leads)
    assert '`https://own.example/"`' in text


def _law(knowledge: Knowledge) -> list[str]:
    return [source.url for regime in knowledge.regimes for source in regime.sources]


def check_dead(document: str, fmt: str) -> None:
    """Nothing in *document*, made of own guides alone, is a control, a tag, a link or a cell."""
    assert not {char for char in document if has_controls(char)} - {"\n", "\t", "\r"}
    if fmt == "html":
        page = _Tags(document)
        assert not page.tags & {"script", "img", "iframe", "svg", "a", "form", "object", "embed"}
        assert page.leads == []
    if fmt == "md":
        for reader in READERS:
            assert opened(document, reader) == []
    if fmt == "csv":
        cells = [cell for row in csv.reader(io.StringIO(document)) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("redact", [False, True], ids=["whole", "redacted"])
@pytest.mark.parametrize("fmt", FORMATS)
def test_hostile_text_in_every_field_of_a_guide_stays_text(
    joined: Joined, tmp_path: Path, today: date, fmt: str, redact: bool
) -> None:
    for name, text in (("mine", MARKUP), ("sums", "=1+1"), ("refs", "@all")):
        written(tmp_path, saying(name, cycle([text])))
    document = render(on("mine", "sums", "refs"), joined(), today, fmt, redact=redact)
    check_dead(document, fmt)
    if fmt == "json":
        account = json.loads(document)["accounts"][0]
        assert (account["route_note"], account["steps"][0]["sign"]) == (MARKUP, MARKUP)


@pytest.mark.parametrize("fmt", FORMATS)
def test_every_hostile_text_in_a_guide_stays_text(
    joined: Joined, tmp_path: Path, today: date, fmt: str
) -> None:
    names = said_by_guides(tmp_path, hostile_texts())
    assert len(names) > 10
    check_dead(render(on(*names), joined(), today, fmt), fmt)
