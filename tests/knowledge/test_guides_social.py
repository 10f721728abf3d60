"""What must stay true of the guides to places where people post, whatever else changes."""

import pytest

from optout_tui.guides.choose import default_for, open_routes, route_for
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain
from tests.knowledge.said import (
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

KINDS: Kinds = {
    "x": ((EVERYWHERE, "setting"),),
    "linkedin": ((EVERYWHERE, "setting"),),
    "youtube": ((EVERYWHERE, "limit"),),
    "reddit": (((*EUROPE, "BR"), "request"), ((*NO_RIGHT, "KR"), "limit")),
    "tiktok": (
        (EUROPE, "objection"),
        (("BR", "KR", "ZA", "MX", "NG", "PH", "VN"), "request"),
        (NO_RIGHT, "limit"),
    ),
    "snapchat": ((EUROPE, "objection"), ((*NO_RIGHT, "BR", "KR"), "setting")),
    "pinterest": ((EVERYWHERE, "setting"),),
    "tumblr": ((EVERYWHERE, "setting"),),
    "discord": ((EUROPE, "request"), ((*NO_RIGHT, "BR"), "limit")),
    "bluesky": ((EVERYWHERE, "none"),),
    "mastodon": ((EVERYWHERE, "none"),),
}
"""What can be done where: every region named here has exactly that kind of route."""

DEFAULTS = {
    "on": (
        "x DE", "x GB", "x US", "x BR", "linkedin GB", "reddit CH", "tumblr GB", "youtube DE",
    ),
    "unclear": ("discord DE", "discord US"),
    "none": ("bluesky BR", "mastodon US"),
}  # fmt: skip

SINCE = {
    "linkedin DE": "2025-11-03",
    "linkedin CH": "2025-11-03",
    "linkedin CA-QC": "2025-11-03",
    "linkedin HK": "2025-11-03",
    "linkedin BR": "2024-11-20",
    "linkedin US": "2024-09",
    "pinterest JP": "2025-04-30",
    "tumblr DE": "2024-02",
    "tumblr CA": "2024-02",
    "tumblr US": "2024-02",
}

FACTS = {
    "linkedin": (
        "passing data to Microsoft",
        "messages in groups",
        "did not approve",
        "data of people under 18",
        "every 60 days",
    ),
    "youtube": ("December 2024", "June 2025", "videoTrainability", "Content ID"),
    "reddit": ("dpo@reddit.com", "up to 30 days", "Delete posts and comments first"),
    "tiktok": ("Unlike Meta it wants a personal reason", "11 November 2026", "drafts"),
    "snapchat": ("“Allow use of public content”", "“Clear My AI data”", "“Only Me”"),
    "pinterest": ("12 November 2026", "“Use your data to train Pinterest Canvas”", "under 18"),
    "tumblr": ("Prevent third-party sharing",),
    "discord": ("“Use my data to improve Discord”", "privacy@discord.com"),
    "bluesky": ("November 2024", "Blacksky"),
    "mastodon": ("1 July 2025",),
}


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


@pytest.mark.parametrize("region", NO_RIGHT)
@pytest.mark.parametrize("name", ["youtube", "reddit", "tiktok", "pinterest"])
def test_nobody_is_offered_an_objection_where_no_law_gives_one(
    knowledge: Knowledge, name: str, region: str
) -> None:
    chosen = route_for(knowledge.guide(name), chain(knowledge, region))
    assert not objecting((chosen,))
    assert not chosen.also


@pytest.mark.parametrize("region", [*NO_RIGHT, "BR"])
@pytest.mark.parametrize("name", ["tumblr", "discord", "bluesky", "mastodon"])
def test_no_letter_that_objects_is_within_reach_there(
    knowledge: Knowledge, name: str, region: str
) -> None:
    assert objecting(open_routes(knowledge.guide(name), chain(knowledge, region))) == []


@pytest.mark.parametrize("region", EUROPE)
@pytest.mark.parametrize("name", ["linkedin", "youtube", "pinterest", "tumblr"])
def test_europeans_may_also_object_in_writing(knowledge: Knowledge, name: str, region: str) -> None:
    assert objecting(open_routes(knowledge.guide(name), chain(knowledge, region))[1:])


# -- one by one --------------------------------------------------------------------


@pytest.mark.parametrize("region", ["GB", "DE"])
def test_only_in_the_united_kingdom_the_switch_stops_microsoft_too(
    knowledge: Knowledge, region: str
) -> None:
    route = route_for(knowledge.guide("linkedin"), chain(knowledge, region))
    assert ("Microsoft" in route.note) == (region == "GB")


def test_youtube_keeps_google_and_other_companies_apart(knowledge: Knowledge) -> None:
    guide = knowledge.guide("youtube")
    for region in EVERYWHERE:
        route = route_for(guide, chain(knowledge, region))
        assert "third-party-box" in [step.id for step in route.steps]
        assert route.not_covered[0].startswith("training by Google itself")
        assert default_for(guide, chain(knowledge, region)).default == "on"


def test_reddit_sends_what_the_law_there_names(knowledge: Knowledge) -> None:
    guide = knowledge.guide("reddit")
    sent = {
        region: [s.sends for s in route_for(guide, chain(knowledge, region)).steps if s.sends]
        for region in ("DE", "GB", "CH", "BR", "US")
    }
    objection = {code: ["objection"] for code in ("DE", "GB", "CH")}
    assert sent == {**objection, "BR": ["erasure"], "US": []}


@pytest.mark.parametrize("region", EUROPE)
def test_tiktoks_own_page_on_the_right_comes_before_the_general_form(
    knowledge: Knowledge, region: str
) -> None:
    route = route_for(knowledge.guide("tiktok"), chain(knowledge, region))
    [step] = [step for step in route.steps if step.id == "open-right-to-object"]
    for own in [way.links for way in step.ways]:
        assert own[0].startswith("https://www.tiktok.com/legal/right-to-object")
        assert own[1] == "https://www.tiktok.com/legal/report/privacy"


def test_snaps_form_opens_with_its_choices_made(knowledge: Knowledge) -> None:
    route = route_for(knowledge.guide("snapchat"), chain(knowledge, "DE"))
    [step] = [step for step in route.steps if step.id == "open-ticket"]
    for way in step.ways:
        assert "ticket_form_id=360000016663&selectedAnswers=" in way.links[-1]


def test_a_switch_for_each_blog_makes_the_blog_the_account(knowledge: Knowledge) -> None:
    guide = knowledge.guide("tumblr")
    assert (guide.handle.required, guide.handle.label) == (True, "blog")
    assert "many-blogs" in {trouble.id for _, step in steps(guide) for trouble in step.troubles}


def test_brazil_is_only_tried_on_tiktok(knowledge: Knowledge) -> None:
    guide, regions = here(knowledge, "tiktok BR")
    assert route_for(guide, regions).confidence == "low"
    assert any(other.kind == "limit" for other in open_routes(guide, regions))
