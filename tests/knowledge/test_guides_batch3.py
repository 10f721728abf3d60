"""What must stay true of the guides from Zoom to one's own website, whatever else changes."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from optout_tui.guides.choose import default_for, open_routes, route_for
from optout_tui.library.compiled import KNOWLEDGE
from optout_tui.library.guides import STAGES, Guide, Route, Step
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain
from optout_tui.safety.links import checked_link, host_of
from optout_tui.safety.text import clean

BY_RANK = (
    "zoom",
    "alexa",
    "dropbox",
    "deepseek",
    "grammarly",
    "substack",
    "deviantart",
    "character-ai",
    "le-chat",
    "artstation",
    "website",
)

EEA = ("DE", "IE", "IT", "IS", "NO")
EUROPE = (*EEA, "GB", "CH")
ELSEWHERE = ("US", "US-CA", "JP", "IN", "AU", "BR", "KR")
WORLD = (*EUROPE, *ELSEWHERE, "CA", "CA-QC")

KINDS: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]] = {
    "deviantart": ((WORLD, "none", "check-label"),),
    "artstation": ((WORLD, "setting", "setting"),),
    "substack": ((WORLD, "setting", "setting"),),
    "grammarly": ((WORLD, "setting", "setting"),),
    "zoom": ((WORLD, "none", "check-companion"),),
    "dropbox": (
        ((*EEA, "GB", "CA", "CA-QC"), "none", "check-europe"),
        (("CH", *ELSEWHERE), "setting", "setting"),
    ),
    "alexa": ((WORLD, "setting", "setting"),),
    "le-chat": (
        (EUROPE, "setting", "setting-europe"),
        ((*ELSEWHERE, "CA"), "setting", "setting"),
    ),
    "deepseek": (
        (EUROPE, "setting", "setting-europe"),
        (("KR",), "setting", "setting-korea"),
        (("US", "US-CA", "JP", "BR", "CA"), "setting", "setting"),
    ),
    "character-ai": (
        ((*EEA, "GB"), "setting", "setting"),
        (("CH", *ELSEWHERE, "CA"), "request", "look-and-ask"),
    ),
    "website": (
        (EEA, "setting", "robots-eea"),
        (("GB", "CH", *ELSEWHERE, "CA"), "setting", "robots"),
    ),
}
"""What can be done where: every region named here has exactly that route, of that kind."""

WHERE = [
    (name, region, kind, route)
    for name, rows in KINDS.items()
    for regions, kind, route in rows
    for region in regions
]

DEFAULTS = {
    "on": (
        "artstation",
        "substack",
        "grammarly",
        "alexa",
        "le-chat",
        "deepseek",
        "character-ai",
        "website",
    ),
    "off": ("deviantart",),
    "none": ("zoom", "dropbox"),
}

FACTS = {
    "deviantart": ("“noai, noimageai”", "Add NoAI label", "Glaze or Nightshade"),
    "artstation": ("NoAI Tagging", "not set from the start"),
    "substack": ("Block AI training", "Opt out of AI training", "Publication details"),
    "grammarly": ("Product Improvement and Training", "only an administrator can turn the switch"),
    "zoom": ("polls, whiteboards and reactions", "Trackers read its terms"),
    "dropbox": ("“Third-party AI”", "may not exist on your account", "within 30 days"),
    "alexa": ("Don't save recordings", "Help improve Alexa", "28 March 2025", "“Voice ID”"),
    "le-chat": (
        "Allow your interactions to be used to train our models",
        "Enable data sharing",
        "called “Vibe” since July 2026",
        "Mistral's own pages disagree",
    ),
    "deepseek": (
        "Improve the model for everyone",
        "privacy@deepseek.com",
        "stored in China",
        "refuse the transfer abroad",
    ),
    "character-ai": ("Improve the Model for Everyone", "1 July 2026", "under 18"),
    "website": (
        "Google-Extended",
        "Applebot-Extended",
        "meta-externalagent",
        "CCBot",
        "noarchive",
        "We found no page on which xAI names a crawler",
    ),
}
"""Words a reader needs, and doubts that must not be dropped while they last."""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.from_folder(KNOWLEDGE)


@pytest.fixture(params=BY_RANK)
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


# -- what can be done where --------------------------------------------------------


@pytest.mark.parametrize(("name", "region", "kind", "route"), WHERE)
def test_each_region_gets_the_route_that_is_true_there(
    knowledge: Knowledge, name: str, region: str, kind: str, route: str
) -> None:
    found = route_for(knowledge.guide(name), chain(knowledge, region))
    assert (found.id, found.kind) == (route, kind)


@pytest.mark.parametrize("region", WORLD)
@pytest.mark.parametrize("default", DEFAULTS)
def test_the_default_is_said_as_the_facts_say_it(
    knowledge: Knowledge, region: str, default: str
) -> None:
    for name in DEFAULTS[default]:
        there = default_for(knowledge.guide(name), chain(knowledge, region))
        assert there.default == default, name


def test_everybody_on_earth_finds_a_route_and_a_default(knowledge: Knowledge, guide: Guide) -> None:
    for code in knowledge.region_table.regions:
        here = chain(knowledge, code)
        assert route_for(guide, here) is open_routes(guide, here)[0]
        assert default_for(guide, here).sources


def test_every_route_can_be_reached_from_somewhere(knowledge: Knowledge, guide: Guide) -> None:
    reached = {
        route.id
        for code in knowledge.region_table.regions
        for route in open_routes(guide, chain(knowledge, code))
    }
    assert reached == {route.id for route in guide.routes}


@pytest.mark.parametrize("name", BY_RANK)
@pytest.mark.parametrize("region", [*ELSEWHERE, "CA"])
def test_nobody_outside_europe_is_offered_an_objection(
    knowledge: Knowledge, name: str, region: str
) -> None:
    routes = open_routes(knowledge.guide(name), chain(knowledge, region))
    assert not [r.id for r in routes if any(step.sends == "objection" for step in r.steps)]


@pytest.mark.parametrize(
    ("name", "region", "route"),
    [
        ("le-chat", "FR", "objection-request"),
        ("le-chat", "GB", "objection-request"),
        ("deepseek", "DE", "mail-objection"),
        ("deepseek", "CH", "mail-objection"),
        ("character-ai", "DE", "objection-request"),
        ("character-ai", "GB", "objection-request"),
    ],
)
def test_where_a_policy_names_the_right_to_object_there_is_a_letter(
    knowledge: Knowledge, name: str, region: str, route: str
) -> None:
    found = open_routes(knowledge.guide(name), chain(knowledge, region))
    letter = next(one for one in found if one.id == route)
    assert [step.sends for step in letter.steps if step.sends] == ["objection"]


def test_they_stand_in_the_order_of_their_rank_after_the_first_six(knowledge: Knowledge) -> None:
    assert tuple(name for name in knowledge.guide_ids if name in BY_RANK) == BY_RANK
    assert knowledge.guide_ids.index("chatgpt") < knowledge.guide_ids.index(BY_RANK[0])
    assert knowledge.guide_ids[-1] == "website"


# -- facts that must not be lost ---------------------------------------------------


@pytest.mark.parametrize("name", FACTS)
def test_a_fact_is_still_said(knowledge: Knowledge, name: str) -> None:
    said = "\n".join(texts(knowledge.guide(name)))
    assert [words for words in FACTS[name] if words not in said] == []


def test_no_switch_outside_europe_is_promised_for_character_ai(knowledge: Knowledge) -> None:
    route = route_for(knowledge.guide("character-ai"), chain(knowledge, "US"))
    assert (route.confidence, route.effect) == ("low", "unclear")
    assert "reduce" in route.also


def test_a_website_tells_training_from_search(knowledge: Knowledge) -> None:
    route = route_for(knowledge.guide("website"), chain(knowledge, "US"))
    lines = next(step.text for step in route.steps if step.id == "training-crawlers")
    for token in ("GPTBot", "ClaudeBot", "meta-externalagent", "Amazonbot"):
        assert f"“User-agent: {token}”" in lines
    for token in ("OAI-SearchBot", "Claude-SearchBot", "PerplexityBot", "Googlebot", "bingbot"):
        assert token not in lines


def test_only_the_eea_is_told_to_reserve_its_rights(knowledge: Knowledge) -> None:
    guide = knowledge.guide("website")
    here = {code: route_for(guide, chain(knowledge, code)) for code in ("DE", "GB", "US")}
    told = {code for code, route in here.items() if "reserve-rights" in [s.id for s in route.steps]}
    assert told == {"DE"}


# -- every guide -------------------------------------------------------------------


def test_a_route_sends_only_if_its_kind_says_so_and_apart_from_its_proof(guide: Guide) -> None:
    for route in guide.routes:
        sending = [step for step in route.steps if step.sends]
        assert bool(sending) == (route.kind in ("objection", "request")), route.id
        assert not [step.id for step in sending if step.evidence], route.id


def test_every_route_runs_through_its_stages_and_ends_with_proof(guide: Guide) -> None:
    for route in guide.routes:
        places = [STAGES.index(step.stage) for step in route.steps]
        assert places == sorted(places), route.id
        assert route.steps[-1].stage == "proof", route.id
        assert 1 <= route.minutes < 60, route.id


def test_every_route_says_what_it_leaves_out_and_what_undoes_it(guide: Guide) -> None:
    for route in guide.routes:
        assert route.not_covered, route.id
        assert route.undone_by, route.id
        assert route.again.events, route.id


def test_a_step_is_the_same_in_every_route(guide: Guide) -> None:
    known: dict[str, Step] = {}
    for _, step in steps(guide):
        assert known.setdefault(step.id, step) == step, step.id


def test_nothing_was_read_after_it_was_checked(guide: Guide) -> None:
    for route in guide.routes:
        names = [*route.sources, *(name for step in route.steps for name in step.sources)]
        assert max(guide.source(name).read for name in names) <= route.checked, route.id


def test_high_confidence_stands_on_an_official_text(guide: Guide) -> None:
    for route in guide.routes:
        if route.confidence == "high":
            tiers = {guide.source(name).tier for name in route.sources}
            assert tiers & {"official", "regulator", "court"}, route.id


def test_a_note_is_all_there_is_only_where_it_names_its_device(guide: Guide) -> None:
    names = {"phone": "On a phone", "web": "In a browser"}
    for route, step in steps(guide):
        for way in step.ways:
            if not way.menu and not way.links:
                assert way.note.startswith(names[way.device]), (route.id, step.id)


def test_every_link_is_safe_and_holds_no_blank_to_fill(guide: Guide) -> None:
    for _, step in steps(guide):
        for way in step.ways:
            for link in way.links:
                assert checked_link(link).startswith(("https://", "mailto:")), link
                assert "xn--" not in host_of(link), link
                assert "PUBLICATION" not in link, link


def test_no_text_promises_or_raises_its_voice(guide: Guide) -> None:
    for text in texts(guide):
        assert clean(text, newlines=True) == text
        assert "!" not in text, text
        assert not [w for w in ("guarantee", "protected", "click here") if w in text.lower()], text
