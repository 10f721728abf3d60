"""What must stay true of the guides to tools for work, search and the home."""

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

KINDS: Kinds = {
    "google": ((EVERYWHERE, "setting"),),
    "github-copilot": ((EVERYWHERE, "setting"),),
    "slack": ((EVERYWHERE, "request"),),
    "grammarly": (
        (EUROPE, "setting: setting-europe"),
        (ELSEWHERE, "setting: setting"),
    ),
    "zoom": ((EVERYWHERE, "none: check-companion"),),
    "dropbox": (
        ((*EEA, "GB", "CA", "CA-QC"), "none: check-europe"),
        (("CH", "US", "US-CA", "JP", "IN", "AU", "BR", "KR"), "setting: setting"),
    ),
    "alexa": ((EVERYWHERE, "setting: setting"),),
}
"""What can be done where: every region named here has exactly that kind of route."""

DEFAULTS = {
    "on": (
        "google US", "github-copilot DE", "github-copilot JP", "slack US",
        *(f"{name} {region}" for name in ("grammarly", "alexa") for region in EVERYWHERE),
    ),
    "unclear": ("google DE", "google GB"),
    "none": tuple(f"{name} {region}" for name in ("zoom", "dropbox") for region in EVERYWHERE),
}  # fmt: skip

SINCE = {
    "google US": "2026-06",
    "github-copilot US": "2026-04-24",
    "github-copilot DE": "2026-04-24",
}

FACTS = {
    "google": ("“Save media”", "four years", "“Web & App Activity”", "“Smart features”"),
    "github-copilot": ("24 April 2026", "Allow GitHub to use my data for AI model training"),
    "slack": ("feedback@slack.com", "“Slack Global model opt-out request”"),
    "grammarly": (
        "Product Improvement and Training",
        "only an administrator can turn the switch",
        "Whether accounts here start with the switch on is not confirmed",
    ),
    "zoom": ("polls, whiteboards and reactions", "Trackers read its terms"),
    "dropbox": ("“Third-party AI”", "may not exist on your account", "within 30 days"),
    "alexa": ("Don't save recordings", "Help improve Alexa", "28 March 2025", "“Voice ID”"),
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


@pytest.mark.parametrize(("pair", "since"), SINCE.items())
def test_the_day_it_began_is_said_for_each_region(
    knowledge: Knowledge, pair: str, since: str
) -> None:
    assert default_for(*here(knowledge, pair)).since == since


@pytest.mark.parametrize(("name", "fact"), pairs(FACTS))
def test_what_people_must_know_is_said(knowledge: Knowledge, name: str, fact: str) -> None:
    assert fact in words(knowledge.guide(name))


@pytest.mark.parametrize("region", EUROPE)
@pytest.mark.parametrize("name", ["google", "github-copilot", "grammarly"])
def test_europeans_may_also_object_in_writing(knowledge: Knowledge, name: str, region: str) -> None:
    assert objecting(open_routes(knowledge.guide(name), chain(knowledge, region))[1:])


@pytest.mark.parametrize("region", ELSEWHERE)
@pytest.mark.parametrize("name", [name for name in KINDS if name != "google"])
def test_nobody_else_is_offered_an_objection(knowledge: Knowledge, name: str, region: str) -> None:
    assert objecting(open_routes(knowledge.guide(name), chain(knowledge, region))) == []


@pytest.mark.parametrize("region", ELSEWHERE)
def test_google_search_only_leads_to_one_that_is_tried(knowledge: Knowledge, region: str) -> None:
    chosen, *others = open_routes(knowledge.guide("google"), chain(knowledge, region))
    assert not objecting((chosen,))
    assert all(other.confidence == "low" for other in others if objecting((other,)))


# -- one by one --------------------------------------------------------------------


def test_only_the_owner_of_a_slack_workspace_may_ask(knowledge: Knowledge) -> None:
    owner = route_for(*here(knowledge, "slack DE"))
    assert owner.also == ("ask-owner",)
    sending = next(step for step in owner.steps if step.sends)
    assert sending.sends == "optout"
    assert sending.ways[0].links[0].startswith("mailto:feedback@slack.com")
