"""What must stay true of the guides to places where people publish their works and pages."""

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
    steps,
    told,
    words,
)

ELSEWHERE = (*NO_RIGHT, "BR", "KR")

KINDS: Kinds = {
    "adobe": ((EVERYWHERE, "setting"),),
    "wordpress": ((EVERYWHERE, "setting"),),
    "deviantart": ((EVERYWHERE, "none: check-label"),),
    "artstation": ((EVERYWHERE, "setting: setting"),),
    "substack": ((EVERYWHERE, "setting: setting"),),
    "website": (
        (EEA, "setting: robots-eea"),
        (("GB", "CH", *ELSEWHERE), "setting: robots"),
    ),
}
"""What can be done where: every region named here has exactly that kind of route."""

DEFAULTS = {
    "on": (
        "adobe JP", "wordpress US", "wordpress DE",
        *(f"{name} {region}" for name in ("artstation", "substack", "website")
          for region in EVERYWHERE),
    ),
    "off": tuple(f"deviantart {region}" for region in EVERYWHERE),
}  # fmt: skip

FACTS = {
    "adobe": ("“Content analysis”", "Adobe Stock"),
    "wordpress": ("Prevent third-party sharing", "/robots.txt"),
    "deviantart": ("“noai, noimageai”", "Add NoAI label", "Glaze or Nightshade"),
    "artstation": ("NoAI Tagging", "not set from the start"),
    "substack": ("Block AI training", "Opt out of AI training", "Publication details"),
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
@pytest.mark.parametrize("name", ["adobe", "wordpress"])
def test_europeans_may_also_object_in_writing(knowledge: Knowledge, name: str, region: str) -> None:
    routes = open_routes(knowledge.guide(name), chain(knowledge, region))
    assert "objection-request" in [route.id for route in routes[1:]]


@pytest.mark.parametrize("region", ELSEWHERE)
@pytest.mark.parametrize("name", KINDS)
def test_nobody_else_is_offered_an_objection(knowledge: Knowledge, name: str, region: str) -> None:
    assert objecting(open_routes(knowledge.guide(name), chain(knowledge, region))) == []


# -- one by one --------------------------------------------------------------------


def test_adobe_stock_has_no_opt_out(knowledge: Knowledge) -> None:
    route = knowledge.guide("adobe").route("limit-stock")
    assert route is not None
    assert (route.kind, route.effect) == ("limit", "reduces exposure")


def test_a_switch_for_each_site_makes_the_site_the_account(knowledge: Knowledge) -> None:
    guide = knowledge.guide("wordpress")
    assert (guide.handle.required, guide.handle.label) == (True, "site address")
    assert "many-sites" in {trouble.id for _, step in steps(guide) for trouble in step.troubles}


@pytest.mark.parametrize("region", ["DE", "US", "JP"])
def test_the_day_wordpress_began_is_said_wherever_one_lives(
    knowledge: Knowledge, region: str
) -> None:
    assert default_for(*here(knowledge, f"wordpress {region}")).since == "2024-02"


def test_a_website_tells_training_from_search(knowledge: Knowledge) -> None:
    route = route_for(*here(knowledge, "website US"))
    lines = next(step.text for step in route.steps if step.id == "training-crawlers")
    for token in ("GPTBot", "ClaudeBot", "meta-externalagent", "Amazonbot"):
        assert f"“User-agent: {token}”" in lines
    for token in ("OAI-SearchBot", "Claude-SearchBot", "PerplexityBot", "Googlebot", "bingbot"):
        assert token not in lines


def test_only_the_eea_is_told_to_reserve_its_rights(knowledge: Knowledge) -> None:
    told_to = {
        code
        for code in ("DE", "GB", "US")
        if "reserve-rights"
        in [step.id for step in route_for(*here(knowledge, f"website {code}")).steps]
    }
    assert told_to == {"DE"}
