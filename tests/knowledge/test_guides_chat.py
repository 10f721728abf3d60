"""What must stay true of the guides to AI that people talk to, whatever else changes in them."""

import pytest

from optout_tui.guides.choose import default_for, open_routes, route_for
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain
from tests.knowledge.said import (
    EEA,
    EUROPE,
    EVERYWHERE,
    NO_RIGHT,
    Kinds,
    here,
    objecting,
    pairs,
    rows,
    told,
    words,
)

ELSEWHERE = (*NO_RIGHT, "BR", "KR")
NO_COPILOT_TRAINING = ("BR", "CN", "IL", "KR", "NG", "VN")

KINDS: Kinds = {
    "grok": ((EVERYWHERE, "setting"),),
    "chatgpt": ((EVERYWHERE, "setting"),),
    "gemini": ((EVERYWHERE, "setting"),),
    "claude": ((EVERYWHERE, "setting"),),
    "perplexity": ((EVERYWHERE, "setting"),),
    "copilot": (((*EUROPE, *NO_RIGHT, "HK"), "setting"), (NO_COPILOT_TRAINING, "none")),
    "le-chat": ((EUROPE, "setting: setting-europe"), (ELSEWHERE, "setting: setting")),
    "deepseek": (
        (EUROPE, "setting: setting-europe"),
        (("KR",), "setting: setting-korea"),
        (("US", "US-CA", "JP", "BR", "CA"), "setting: setting"),
    ),
    "character-ai": (
        ((*EEA, "GB"), "setting: setting"),
        (("CH", *ELSEWHERE), "request: look-and-ask"),
    ),
}
"""What can be done where: every region named here has exactly that kind of route."""

DEFAULTS = {
    "on": (
        "grok CH", "grok US", "gemini DE", "claude DE", "claude US", "copilot DE", "copilot HK",
        "perplexity CH",
        *(f"{name} {region}" for name in ("le-chat", "deepseek", "character-ai")
          for region in EVERYWHERE),
    ),
    "off": ("grok DE", "grok GB", "copilot BR", "copilot KR"),
}  # fmt: skip

FACTS = {
    "gemini": ("72 hours", "18 months", "up to 3 years", "“Temporary chat”", "“Google-Extended”"),
    "claude": ("“Help improve our AI models”", "up to 5 years", "for 30 days", "ClaudeBot"),
    "copilot": ("18 August 2026", "“Training on conversation activity”", "18 months"),
    "perplexity": ("“AI data retention”", "without logging in"),
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
}
"""Words a reader needs, and doubts that must not be dropped while they last."""


@pytest.mark.parametrize(("name", "region", "kind"), rows(KINDS))
def test_each_region_gets_the_kind_of_route_that_is_true_there(
    knowledge: Knowledge, name: str, region: str, kind: str
) -> None:
    assert told(route_for(knowledge.guide(name), chain(knowledge, region)), kind) == kind


@pytest.mark.parametrize(("default", "pair"), pairs(DEFAULTS))
def test_the_default_is_said_as_the_facts_say_it(
    knowledge: Knowledge, default: str, pair: str
) -> None:
    assert default_for(*here(knowledge, pair)).default == default


@pytest.mark.parametrize(("name", "fact"), pairs(FACTS))
def test_what_people_must_know_is_said(knowledge: Knowledge, name: str, fact: str) -> None:
    assert fact in words(knowledge.guide(name))


@pytest.mark.parametrize("region", EUROPE)
@pytest.mark.parametrize("name", ["gemini", "claude", "copilot", "perplexity"])
def test_europeans_may_also_object_in_writing(knowledge: Knowledge, name: str, region: str) -> None:
    routes = open_routes(knowledge.guide(name), chain(knowledge, region))
    assert "objection-request" in [route.id for route in routes[1:]]


@pytest.mark.parametrize("region", ELSEWHERE)
@pytest.mark.parametrize("name", [name for name in KINDS if name != "gemini"])
def test_nobody_else_is_offered_an_objection(knowledge: Knowledge, name: str, region: str) -> None:
    assert objecting(open_routes(knowledge.guide(name), chain(knowledge, region))) == []


@pytest.mark.parametrize("region", NO_RIGHT)
def test_gemini_only_mentions_that_some_people_have_such_a_right(
    knowledge: Knowledge, region: str
) -> None:
    chosen = route_for(knowledge.guide("gemini"), chain(knowledge, region))
    assert not objecting((chosen,))
    assert not chosen.also


@pytest.mark.parametrize(
    ("pair", "route"),
    [
        ("le-chat FR", "objection-request"),
        ("le-chat GB", "objection-request"),
        ("deepseek DE", "mail-objection"),
        ("deepseek CH", "mail-objection"),
        ("character-ai DE", "objection-request"),
        ("character-ai GB", "objection-request"),
    ],
)
def test_where_a_policy_names_the_right_to_object_there_is_a_letter(
    knowledge: Knowledge, pair: str, route: str
) -> None:
    letter = next(one for one in open_routes(*here(knowledge, pair)) if one.id == route)
    assert [step.sends for step in letter.steps if step.sends] == ["objection"]


# -- one by one --------------------------------------------------------------------


@pytest.mark.parametrize("region", ["DE", "US", "BR", "JP"])
def test_chatgpt_has_a_switch_and_a_request_that_does_as_well(
    knowledge: Knowledge, region: str
) -> None:
    route, *others = open_routes(knowledge.guide("chatgpt"), chain(knowledge, region))
    assert "portal-request" in route.also
    assert [(other.id, other.kind) for other in others] == [("portal-request", "request")]


def test_brazil_does_not_turn_off_what_microsoft_does_not_train(knowledge: Knowledge) -> None:
    route = route_for(*here(knowledge, "copilot BR"))
    assert (route.effect, route.confidence) == ("nothing needed", "high")


def test_no_switch_outside_europe_is_promised_for_character_ai(knowledge: Knowledge) -> None:
    route = route_for(*here(knowledge, "character-ai US"))
    assert (route.confidence, route.effect) == ("low", "unclear")
    assert "reduce" in route.also
