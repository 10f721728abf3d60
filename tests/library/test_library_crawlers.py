"""The table of crawlers: each mistake has its place, and it asks what the guide asks."""

import re
from pathlib import Path
from typing import Any

import pytest

from optout_tui.library import load
from optout_tui.library.crawlers import PURPOSES, CrawlerTable
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.source import KNOWLEDGE
from tests.library.conftest import refusal


@pytest.fixture(scope="module")
def ours() -> CrawlerTable:
    return load.load_crawlers(KNOWLEDGE)


def test_the_table_is_the_same_compiled_as_in_toml(ours: CrawlerTable) -> None:
    assert Knowledge.from_folder(KNOWLEDGE).crawlers == ours
    assert {crawler.purpose for crawler in ours.crawlers} == set(PURPOSES)


def test_knowledge_without_a_table_has_no_crawlers(small: Knowledge) -> None:
    assert small.crawlers == CrawlerTable()
    assert small.crawlers.checked is None


def test_a_crawler_and_a_signal_are_found_by_name(ours: CrawlerTable) -> None:
    found = ours.crawler("gptBOT")
    assert found is not None
    assert found.operator == "OpenAI"
    assert ours.crawler("Googlebot") is None
    draft = ours.signal("content-usage")
    assert draft is not None
    assert draft.status == "draft"
    assert ours.signal("smoke") is None
    assert ours.checked == min(crawler.checked for crawler in ours.crawlers)


def test_what_a_check_asks_for_is_what_the_guide_asks_for(ours: CrawlerTable) -> None:
    """Whoever follows the guide to the letter passes the check."""
    guide = load.load_guide(KNOWLEDGE / "platforms" / "website.toml")
    route = guide.route("robots")
    assert route is not None
    steps = {step.id: step.text for step in route.steps}
    asked = " ".join(steps[name] for name in ("training-crawlers", "control-names", "archives"))
    named = set(re.findall(r"“User-agent: ([^”]+)”", asked))
    assert named == {crawler.token for crawler in ours.crawlers if crawler.needed}


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (
            lambda t: t["crawlers"].insert(1, t["crawlers"][0] | {"token": "gptbot"}),
            'crawlers[1].token: "gptbot" is there twice',
        ),
        (
            lambda t: t["crawlers"][1].update(sources=["nobody"]),
            'crawlers[1].sources[0]: no source named "nobody"',
        ),
        (
            lambda t: t["signals"][0].update(sources=["bing-2023", "nobody"]),
            'signals[0].sources[1]: no source named "nobody"',
        ),
        (
            lambda t: t["signals"].insert(1, t["signals"][0]),
            'signals[1].kind: "meta-robots" is there twice',
        ),
        (
            lambda t: t["sources"].insert(1, t["sources"][0]),
            'sources[1].id: "openai-bots" is there twice',
        ),
        (lambda t: t["sources"][0].update(dated="2026-13"), 'sources[0].dated: "2026-13" is no'),
        (
            lambda t: next(c for c in t["crawlers"] if c["purpose"] == "user").update(needed=True),
            "crawlers[20].needed: only a crawler for training can be needed",
        ),
        (
            lambda t: t["crawlers"][0].update(token="AI2Bot"),
            "crawlers[0].token: expected str match",
        ),
        (
            lambda t: t["crawlers"][0].update(purpose="fun"),
            "crawlers[0].purpose: invalid enum value",
        ),
        (
            lambda t: t["crawlers"][0].pop("stops"),
            "crawlers[0]: object missing required field stops",
        ),
        (
            lambda t: t["crawlers"][0].update(sources=[]),
            "crawlers[0].sources: expected array of le",
        ),
        (lambda t: t["crawlers"][0].update(x=1), "crawlers[0]: object contains unknown field x"),
    ],
)
def test_a_mistake_is_refused_with_its_place(tmp_path: Path, change: Any, error: str) -> None:
    file = KNOWLEDGE / "crawlers.toml"
    told = refusal(file, tmp_path / file.name, lambda path: load.load_crawlers(path.parent), change)
    assert told.startswith(f"crawlers.toml: {error}")
