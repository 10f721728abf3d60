"""What holds in each of the guides from WhatsApp to Reddit: stages, proof, links, calm words."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest

from optout_tui.guides.choose import default_for, open_routes
from optout_tui.library.compiled import KNOWLEDGE
from optout_tui.library.guides import STAGES, Guide, Route, Step
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain
from optout_tui.safety.links import checked_link
from optout_tui.safety.text import clean

OWN_HOSTS = {
    "whatsapp": ("facebook.com",),
    "messenger": ("facebook.com", "meta.com", "messenger.com"),
    "meta-ai": ("facebook.com", "meta.com", "meta.ai"),
    "linkedin": ("linkedin.com",),
    "gemini": ("google.com",),
    "google": ("google.com",),
    "youtube": ("youtube.com", "google.com"),
    "reddit": ("reddit.com", "reddithelp.com"),
    "tiktok": ("tiktok.com",),
    "snapchat": ("snapchat.com",),
    "pinterest": ("pinterest.com",),
}
"""The guides, and the only hosts to which each of them sends people."""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.from_folder(KNOWLEDGE)


@pytest.fixture(params=OWN_HOSTS)
def guide(request: pytest.FixtureRequest, knowledge: Knowledge) -> Guide:
    return knowledge.guide(request.param)


def steps(guide: Guide) -> Iterator[tuple[Route, Step]]:
    for route in guide.routes:
        for step in route.steps:
            yield route, step


def links(guide: Guide) -> Iterator[str]:
    for _, step in steps(guide):
        for way in step.ways:
            yield from way.links


def texts(record: Any) -> Iterator[str]:
    """All that a guide says to a person, addresses apart."""
    match record:
        case str():
            yield record
        case tuple() | list():
            for item in record:
                yield from texts(item)
        case dict():
            yield from texts(list(record.values()))
        case msgspec.Struct():
            for name in record.__struct_fields__:
                if name not in ("id", "url", "links"):
                    yield from texts(getattr(record, name))


def test_everybody_on_earth_finds_a_route_and_a_default(knowledge: Knowledge, guide: Guide) -> None:
    reached: set[str] = set()
    for code in knowledge.region_table.regions:
        regions = chain(knowledge, code)
        assert default_for(guide, regions).sources
        reached |= {route.id for route in open_routes(guide, regions)}
    assert reached == {route.id for route in guide.routes}


def test_no_guide_has_one_route_for_all(guide: Guide) -> None:
    assert len([route for route in guide.routes if route.regions]) > 1


def test_every_route_goes_through_the_stages_and_ends_with_proof(guide: Guide) -> None:
    for route in guide.routes:
        stages = [STAGES.index(step.stage) for step in route.steps]
        assert stages == sorted(stages), route.id
        assert route.steps[-1].stage == "proof", route.id
        assert 1 <= route.minutes < 60, route.id


def test_a_route_sends_exactly_what_its_kind_promises(guide: Guide) -> None:
    for route in guide.routes:
        sent = [step.id for step in route.steps if step.sends]
        assert len(sent) == (route.kind in ("objection", "request")), route.id
    assert not [step.id for _, step in steps(guide) if step.sends and step.evidence]


def test_every_route_says_what_it_does_not_cover_and_what_undoes_it(guide: Guide) -> None:
    for route in guide.routes:
        assert "models that are already trained" in " ".join(route.not_covered), route.id
        assert route.undone_by, route.id


def test_a_step_is_the_same_thing_in_every_route(guide: Guide) -> None:
    known: dict[str, tuple[str, str, str | None]] = {}
    for _, step in steps(guide):
        said = (step.title, step.stage, step.sends)
        assert known.setdefault(step.id, said) == said


def test_every_day_of_a_check_is_after_its_sources(guide: Guide) -> None:
    for route in guide.routes:
        assert route.checked == max(guide.source(name).read for name in route.sources)


def test_every_link_leads_to_the_company_itself(guide: Guide) -> None:
    for link in links(guide):
        assert checked_link(link).startswith(("https://", "mailto:"))
        host = urlsplit(link).hostname or link.rpartition("@")[2]
        assert host.endswith(OWN_HOSTS[guide.id]), link


LANGUAGES = {"de", "fr", "es", "pt", "it", "nl", "pl"}


def test_labels_in_other_languages_are_in_the_languages_we_have_sources_for(guide: Guide) -> None:
    for _, step in steps(guide):
        for way in step.ways:
            assert set(way.menu_in) <= LANGUAGES
            assert all(any(labels) for labels in way.menu_in.values())


FORBIDDEN = ("you are protected", "fully protected", "guarantee", "click here", "!")


def test_no_text_promises_too_much_or_raises_its_voice(guide: Guide) -> None:
    for text in texts(guide):
        assert clean(text, newlines=True) == text
        assert not [words for words in FORBIDDEN if words in text.lower()], text
