"""What the real guides promise. A guide may change; these sentences must stay true of it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest

from optout_tui.guides.choose import default_for, open_routes, route_for
from optout_tui.library.compiled import KNOWLEDGE
from optout_tui.library.guides import STAGES, Guide, Route, Step
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.load import load_guide
from optout_tui.regions import chain
from optout_tui.safety.links import checked_link, host_of
from optout_tui.safety.text import clean

GUIDES = ("instagram", "facebook", "threads", "x", "grok", "chatgpt")
META = GUIDES[:3]

WRITTEN = date(2026, 7, 1)
"""No guide was checked before it was begun."""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.from_folder(KNOWLEDGE)


@pytest.fixture(params=GUIDES)
def guide(request: pytest.FixtureRequest, knowledge: Knowledge) -> Guide:
    return knowledge.guide(request.param)


def steps(guide: Guide) -> Iterator[tuple[Route, Step]]:
    for route in guide.routes:
        for step in route.steps:
            yield route, step


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


def links(guide: Guide) -> Iterator[str]:
    for _, step in steps(guide):
        for way in step.ways:
            yield from way.links


# -- they are there ----------------------------------------------------------------


@pytest.mark.parametrize("name", GUIDES)
def test_each_of_the_six_guides_loads(name: str) -> None:
    assert load_guide(KNOWLEDGE / "platforms" / f"{name}.toml").id == name


def test_they_stand_in_the_order_people_look_for_them(knowledge: Knowledge) -> None:
    assert knowledge.guide_ids[: len(GUIDES)] == GUIDES


# -- what can be done where --------------------------------------------------------


@pytest.mark.parametrize("region", ["DE", "FR", "IS", "NO", "GB", "CH", "BR"])
@pytest.mark.parametrize("name", META)
def test_meta_has_a_form_to_object_in(knowledge: Knowledge, name: str, region: str) -> None:
    route = route_for(knowledge.guide(name), chain(knowledge, region))
    assert route.kind == "objection"
    sending = [step for step in route.steps if step.sends == "objection"]
    assert len(sending) == 1
    assert any(step.evidence == "mail" for step in route.steps)


@pytest.mark.parametrize("region", ["US", "US-CA", "US-TX", "CA", "CA-QC", "IN"])
@pytest.mark.parametrize("name", META)
def test_elsewhere_meta_has_no_opt_out(knowledge: Knowledge, name: str, region: str) -> None:
    route = route_for(knowledge.guide(name), chain(knowledge, region))
    assert route.kind == "limit"
    assert route.effect == "reduces exposure"
    assert not any(step.sends == "objection" for step in route.steps)


@pytest.mark.parametrize("region", ["DE", "GB", "US", "BR"])
def test_x_has_a_switch_that_is_on(knowledge: Knowledge, region: str) -> None:
    here = chain(knowledge, region)
    assert route_for(knowledge.guide("x"), here).kind == "setting"
    assert default_for(knowledge.guide("x"), here).default == "on"


@pytest.mark.parametrize(
    ("region", "default"), [("DE", "off"), ("GB", "off"), ("CH", "on"), ("US", "on")]
)
def test_grok_is_off_only_in_the_eea_and_the_united_kingdom(
    knowledge: Knowledge, region: str, default: str
) -> None:
    assert default_for(knowledge.guide("grok"), chain(knowledge, region)).default == default


@pytest.mark.parametrize("region", ["DE", "US", "BR", "JP"])
def test_chatgpt_has_a_switch_and_a_request_that_does_as_well(
    knowledge: Knowledge, region: str
) -> None:
    route, *others = open_routes(knowledge.guide("chatgpt"), chain(knowledge, region))
    assert route.kind == "setting"
    assert "portal-request" in route.also
    assert [(other.id, other.kind) for other in others] == [("portal-request", "request")]


def test_everybody_on_earth_finds_a_route_and_a_default(knowledge: Knowledge, guide: Guide) -> None:
    for code in knowledge.region_table.regions:
        here = chain(knowledge, code)
        claiming = [r for r in guide.routes if set(r.regions) & set(here)]
        assert route_for(guide, here) in claiming
        assert default_for(guide, here).sources
        assert route_for(guide, here) is open_routes(guide, here)[0]


def test_a_place_has_one_default(guide: Guide) -> None:
    claimed = [region for there in guide.training.regions for region in there.regions]
    assert len(set(claimed)) == len(claimed)


def test_every_route_can_be_reached_from_somewhere(knowledge: Knowledge, guide: Guide) -> None:
    reached = {
        route.id
        for code in knowledge.region_table.regions
        for route in open_routes(guide, chain(knowledge, code))
    }
    assert reached == {route.id for route in guide.routes}


# -- every claim has a source and a date -------------------------------------------


def test_every_route_and_every_step_has_a_source(guide: Guide) -> None:
    for route, step in steps(guide):
        assert all(guide.source(name) for name in (*route.sources, *step.sources))
        assert route.sources
        assert step.sources
    assert guide.training.sources


def test_every_day_of_a_check_is_after_the_guide_was_begun_and_after_its_sources(
    guide: Guide,
) -> None:
    for route in guide.routes:
        assert route.checked >= WRITTEN
        for name in route.sources:
            assert guide.source(name).read <= route.checked


def test_a_route_that_sends_nothing_promises_no_more_than_its_kind(guide: Guide) -> None:
    for route in guide.routes:
        sends = any(step.sends for step in route.steps)
        assert sends == (route.kind in ("objection", "request")), route.id


def test_every_route_says_what_it_does_not_cover_and_what_undoes_it(guide: Guide) -> None:
    for route in guide.routes:
        assert route.not_covered, route.id
        assert route.undone_by or route.kind in ("limit", "request"), route.id


# -- steps -------------------------------------------------------------------------


def test_a_step_has_the_same_title_in_every_route(guide: Guide) -> None:
    titles: dict[str, str] = {}
    for _, step in steps(guide):
        assert titles.setdefault(step.id, step.title) == step.title


def test_a_step_has_the_same_stage_and_sends_the_same_in_every_route(guide: Guide) -> None:
    known: dict[str, tuple[str, str | None]] = {}
    for _, step in steps(guide):
        said = (step.stage, step.sends)
        assert known.setdefault(step.id, said) == said


def test_every_route_ends_with_proof(guide: Guide) -> None:
    for route in guide.routes:
        stages = [STAGES.index(step.stage) for step in route.steps]
        assert stages == sorted(stages)
        assert not route.steps or route.steps[-1].stage == "proof", route.id


def test_no_route_takes_an_hour(guide: Guide) -> None:
    for route in guide.routes:
        assert 1 <= route.minutes < 60, route.id


def test_no_step_both_sends_and_leaves_a_proof(guide: Guide) -> None:
    """Keeping the proof would tick the step and record no request."""
    assert not [step.id for _, step in steps(guide) if step.sends and step.evidence]


# -- links and words ---------------------------------------------------------------


def test_every_link_is_safe_and_encrypted(guide: Guide) -> None:
    found = [*links(guide), *(source.url for source in guide.sources)]
    assert found
    for link in found:
        assert checked_link(link).startswith(("https://", "mailto:")), link
        assert "xn--" not in host_of(link), link


def test_every_text_is_fit_to_show(guide: Guide) -> None:
    for text in texts(guide):
        assert clean(text, newlines=True) == text


FORBIDDEN = ("you are protected", "you're protected", "fully protected", "guarantee", "click here")


def test_nobody_is_told_that_they_are_protected(guide: Guide) -> None:
    for text in texts(guide):
        assert not [words for words in FORBIDDEN if words in text.lower()], text


def test_no_text_raises_its_voice(guide: Guide) -> None:
    for text in texts(guide):
        assert "!" not in text, text
