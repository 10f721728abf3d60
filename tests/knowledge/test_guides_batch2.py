"""What must stay true of the guides from Claude to Mastodon, whatever else changes in them."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from optout_tui.guides.choose import default_for, open_routes, route_for
from optout_tui.library.compiled import KNOWLEDGE
from optout_tui.library.guides import Guide, Route, Step
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain
from optout_tui.safety.links import checked_link, host_of
from optout_tui.safety.text import clean

BY_RANK = (
    "copilot",
    "discord",
    "wordpress",
    "tumblr",
    "adobe",
    "claude",
    "slack",
    "perplexity",
    "github-copilot",
    "bluesky",
    "mastodon",
)

EUROPE = ("DE", "IE", "IS", "NO", "GB", "CH")
ELSEWHERE = ("US", "US-CA", "CA", "JP", "IN", "AU")
NO_COPILOT_TRAINING = ("BR", "CN", "IL", "KR", "NG", "VN")

KINDS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "claude": ((EUROPE, "setting"), ((*ELSEWHERE, "BR", "KR"), "setting")),
    "copilot": (
        (EUROPE, "setting"),
        ((*ELSEWHERE, "HK"), "setting"),
        (NO_COPILOT_TRAINING, "none"),
    ),
    "github-copilot": ((EUROPE, "setting"), ((*ELSEWHERE, "BR"), "setting")),
    "slack": (((*EUROPE, *ELSEWHERE, "BR"), "request"),),
    "adobe": ((EUROPE, "setting"), ((*ELSEWHERE, "BR"), "setting")),
    "tumblr": ((EUROPE, "setting"), ((*ELSEWHERE, "BR"), "setting")),
    "wordpress": ((EUROPE, "setting"), ((*ELSEWHERE, "BR"), "setting")),
    "perplexity": ((EUROPE, "setting"), ((*ELSEWHERE, "BR"), "setting")),
    "discord": ((EUROPE, "request"), ((*ELSEWHERE, "BR"), "limit")),
    "bluesky": (((*EUROPE, *ELSEWHERE, "BR"), "none"),),
    "mastodon": (((*EUROPE, *ELSEWHERE, "BR"), "none"),),
}
"""What can be done where: every region named here has exactly that kind of route."""

WHERE = [
    (name, region, kind)
    for name, rows in KINDS.items()
    for regions, kind in rows
    for region in regions
]

DEFAULTS = {
    "on": (
        "claude DE",
        "claude US",
        "copilot DE",
        "copilot HK",
        "github-copilot DE",
        "slack US",
        "github-copilot JP",
        "adobe JP",
        "tumblr GB",
        "wordpress US",
        "perplexity CH",
    ),
    "off": ("copilot BR", "copilot KR"),
    "unclear": ("discord DE", "discord US"),
    "none": ("bluesky BR", "mastodon US"),
}

OBJECTING = [name for name in BY_RANK if name not in ("slack", "discord", "bluesky", "mastodon")]
"""Guides whose switch stands everywhere, and beside which Europeans may object in writing."""


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


@pytest.mark.parametrize(("name", "region", "kind"), WHERE)
def test_each_region_gets_the_kind_of_route_that_is_true_there(
    knowledge: Knowledge, name: str, region: str, kind: str
) -> None:
    assert route_for(knowledge.guide(name), chain(knowledge, region)).kind == kind


@pytest.mark.parametrize(
    ("name", "region", "default"),
    [(*pair.split(), default) for default, pairs in DEFAULTS.items() for pair in pairs],
)
def test_the_default_is_said_as_the_facts_say_it(
    knowledge: Knowledge, name: str, region: str, default: str
) -> None:
    assert default_for(knowledge.guide(name), chain(knowledge, region)).default == default


@pytest.mark.parametrize("region", EUROPE)
@pytest.mark.parametrize("name", OBJECTING)
def test_europeans_may_also_object_in_writing(knowledge: Knowledge, name: str, region: str) -> None:
    ids = [route.id for route in open_routes(knowledge.guide(name), chain(knowledge, region))]
    assert "objection-request" in ids


@pytest.mark.parametrize("region", [*ELSEWHERE, "BR"])
@pytest.mark.parametrize("name", BY_RANK)
def test_nobody_else_is_offered_an_objection(knowledge: Knowledge, name: str, region: str) -> None:
    routes = open_routes(knowledge.guide(name), chain(knowledge, region))
    assert not [r.id for r in routes if any(step.sends == "objection" for step in r.steps)]


def test_they_come_after_the_first_six_in_the_order_of_their_rank(knowledge: Knowledge) -> None:
    ours = [name for name in knowledge.guide_ids if name in BY_RANK]
    assert tuple(ours) == BY_RANK
    assert knowledge.guide_ids.index("chatgpt") < knowledge.guide_ids.index("copilot")


# -- facts that must not be lost ---------------------------------------------------

FACTS = {
    "claude": ("“Help improve our AI models”", "up to 5 years", "for 30 days", "ClaudeBot"),
    "copilot": ("18 August 2026", "“Training on conversation activity”", "18 months"),
    "github-copilot": ("24 April 2026", "Allow GitHub to use my data for AI model training"),
    "slack": ("feedback@slack.com", "“Slack Global model opt-out request”"),
    "adobe": ("“Content analysis”", "Adobe Stock"),
    "tumblr": ("Prevent third-party sharing",),
    "wordpress": ("Prevent third-party sharing", "/robots.txt"),
    "perplexity": ("“AI data retention”", "without logging in"),
    "discord": ("“Use my data to improve Discord”", "privacy@discord.com"),
    "bluesky": ("November 2024", "Blacksky"),
    "mastodon": ("1 July 2025",),
}


@pytest.mark.parametrize(
    ("name", "fact"), [(name, fact) for name, facts in FACTS.items() for fact in facts]
)
def test_what_people_must_know_is_said(knowledge: Knowledge, name: str, fact: str) -> None:
    assert fact in "\n".join(texts(knowledge.guide(name)))


@pytest.mark.parametrize(
    ("name", "since"), [("github-copilot", "2026-04-24"), ("tumblr", "2024-02")]
)
def test_the_day_it_began_is_said_wherever_one_lives(
    knowledge: Knowledge, name: str, since: str
) -> None:
    guide = knowledge.guide(name)
    assert guide.training.since == since
    assert {there.since for there in guide.training.regions} == {since}


@pytest.mark.parametrize("name", ["tumblr", "wordpress"])
def test_a_switch_for_each_blog_makes_the_blog_the_account(knowledge: Knowledge, name: str) -> None:
    guide = knowledge.guide(name)
    assert guide.handle.required
    assert guide.handle.label in ("blog", "site address")
    troubles = {trouble.id for _, step in steps(guide) for trouble in step.troubles}
    assert troubles & {"many-blogs", "many-sites"}


def test_only_the_owner_of_a_slack_workspace_may_ask(knowledge: Knowledge) -> None:
    guide = knowledge.guide("slack")
    owner = route_for(guide, chain(knowledge, "DE"))
    assert owner.also == ("ask-owner",)
    sending = next(step for step in owner.steps if step.sends)
    assert sending.sends == "optout"
    assert sending.ways[0].links[0].startswith("mailto:feedback@slack.com")


def test_adobe_stock_has_no_opt_out(knowledge: Knowledge) -> None:
    route = knowledge.guide("adobe").route("limit-stock")
    assert route is not None
    assert route.kind == "limit"
    assert route.effect == "reduces exposure"


def test_brazil_does_not_turn_off_what_microsoft_does_not_train(knowledge: Knowledge) -> None:
    route = route_for(knowledge.guide("copilot"), chain(knowledge, "BR"))
    assert route.effect == "nothing needed"
    assert route.confidence == "high"


# -- every guide -------------------------------------------------------------------


def test_a_route_sends_only_if_its_kind_says_so_and_apart_from_its_proof(guide: Guide) -> None:
    for route in guide.routes:
        sending = [step for step in route.steps if step.sends]
        assert bool(sending) == (route.kind in ("objection", "request")), route.id
        assert not [step.id for step in sending if step.evidence], route.id


def test_nothing_was_read_after_it_was_checked(guide: Guide) -> None:
    for route in guide.routes:
        names = {*route.sources, *(name for step in route.steps for name in step.sources)}
        days = [guide.source(name).read for name in names]
        assert max(days) <= route.checked, route.id


def test_every_route_ends_with_proof_and_says_what_it_leaves_out(guide: Guide) -> None:
    for route in guide.routes:
        assert route.steps[-1].stage == "proof", route.id
        assert route.not_covered, route.id
        assert route.undone_by, route.id
        assert 1 <= route.minutes < 60, route.id


def test_a_step_is_the_same_in_every_route(guide: Guide) -> None:
    known: dict[str, Step] = {}
    for _, step in steps(guide):
        assert known.setdefault(step.id, step) == step, step.id


def test_high_confidence_stands_on_an_official_text(guide: Guide) -> None:
    for route in guide.routes:
        if route.confidence == "high":
            tiers = {guide.source(name).tier for name in route.sources}
            assert tiers & {"official", "regulator", "court"}, route.id


def test_a_note_is_all_there_is_only_where_it_names_its_device(guide: Guide) -> None:
    """The name of the device is shown before labels and links, not before a note alone."""
    names = {"phone": ("On a phone",), "web": ("In a browser",)}
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
                assert "NAME" not in link, link


def test_no_text_promises_or_raises_its_voice(guide: Guide) -> None:
    for text in texts(guide):
        assert clean(text, newlines=True) == text
        assert "!" not in text, text
        assert not [w for w in ("guarantee", "protected", "click here") if w in text.lower()], text
