"""What must stay true of the guides from WhatsApp to Reddit, whatever else changes in them."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from optout_tui.guides.choose import default_for, open_routes, route_for
from optout_tui.library.compiled import KNOWLEDGE
from optout_tui.library.guides import Guide, Route, Step
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain

FIRST = ("whatsapp", "google", "youtube", "tiktok", "messenger", "linkedin", "meta-ai")
BY_RANK = (*FIRST, "snapchat", "gemini", "pinterest", "reddit")

EUROPE = ("DE", "FR", "IS", "LI", "NO", "GB", "CH")
NO_RIGHT = ("US", "US-CA", "US-TX", "CA", "CA-QC", "AU", "IN")
EVERYWHERE = (*EUROPE, *NO_RIGHT, "BR", "JP", "KR")

KINDS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "whatsapp": (((*EUROPE, "BR"), "objection"), ((*NO_RIGHT, "JP", "KR", "TR"), "limit")),
    "messenger": (((*EUROPE, "BR", "JP", "KR", "TR"), "objection"), (NO_RIGHT, "limit")),
    "meta-ai": (((*EUROPE, "BR", "JP", "KR", "TR"), "objection"), (NO_RIGHT, "limit")),
    "linkedin": ((EVERYWHERE, "setting"),),
    "gemini": ((EVERYWHERE, "setting"),),
    "google": ((EVERYWHERE, "setting"),),
    "youtube": ((EVERYWHERE, "limit"),),
    "reddit": (((*EUROPE, "BR"), "request"), ((*NO_RIGHT, "JP", "KR"), "limit")),
    "tiktok": (
        (EUROPE, "objection"),
        (("BR", "KR", "ZA", "MX", "NG", "PH", "VN"), "request"),
        ((*NO_RIGHT, "JP"), "limit"),
    ),
    "snapchat": ((EUROPE, "objection"), ((*NO_RIGHT, "BR", "JP", "KR"), "setting")),
    "pinterest": ((EVERYWHERE, "setting"),),
}
"""What can be done where: every region named here has exactly that kind of route."""

WHERE = [
    (name, region, kind)
    for name, rows in KINDS.items()
    for regions, kind in rows
    for region in regions
]

DEFAULTS = {
    "on": ("whatsapp DE", "linkedin GB", "gemini DE", "google US", "youtube DE", "reddit CH"),
    "unclear": ("whatsapp CH", "google DE", "google GB"),
}

SINCE = {
    "linkedin DE": "2025-11-03",
    "linkedin CH": "2025-11-03",
    "linkedin CA-QC": "2025-11-03",
    "linkedin HK": "2025-11-03",
    "linkedin BR": "2024-11-20",
    "linkedin US": "2024-09",
    "messenger DE": "2025-05-27",
    "messenger BR": "2025-12-16",
    "meta-ai BR": "2025-12-16",
    "google US": "2026-06",
    "pinterest JP": "2025-04-30",
}

ONLY_TRIED = (
    "whatsapp DE",
    "whatsapp GB",
    "whatsapp CH",
    "messenger JP",
    "meta-ai KR",
    "tiktok BR",
)
"""Where nobody has shown that the way works, and the guide has to say so."""

FACTS = {
    "whatsapp": (
        "your messages with AIs on WhatsApp",
        "“Advanced chat privacy”",
        "Each number needs its own form",
        "“Incognito”",
    ),
    "messenger": ("private messages with friends and family", "“Improving Meta Products”"),
    "meta-ai": ("“Remove all public vibes”", "“Help improve our AI models”"),
    "linkedin": (
        "passing data to Microsoft",
        "messages in groups",
        "did not approve",
        "data of people under 18",
        "every 60 days",
    ),
    "gemini": ("72 hours", "18 months", "up to 3 years", "“Temporary chat”", "“Google-Extended”"),
    "google": ("“Save media”", "four years", "“Web & App Activity”", "“Smart features”"),
    "youtube": ("December 2024", "June 2025", "videoTrainability", "Content ID"),
    "reddit": ("dpo@reddit.com", "up to 30 days", "Delete posts and comments first"),
    "tiktok": ("Unlike Meta it wants a personal reason", "11 November 2026", "drafts"),
    "snapchat": ("“Allow use of public content”", "“Clear My AI data”", "“Only Me”"),
    "pinterest": ("12 November 2026", "“Use your data to train Pinterest Canvas”", "under 18"),
}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.from_folder(KNOWLEDGE)


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


def here(knowledge: Knowledge, pair: str) -> tuple[Guide, tuple[str, ...]]:
    """The guide and the chain of regions that a pair such as ``linkedin CA-QC`` means."""
    name, region = pair.split()
    return knowledge.guide(name), chain(knowledge, region)


# -- what can be done where --------------------------------------------------------


@pytest.mark.parametrize(("name", "region", "kind"), WHERE)
def test_each_region_gets_the_kind_of_route_that_is_true_there(
    knowledge: Knowledge, name: str, region: str, kind: str
) -> None:
    assert route_for(knowledge.guide(name), chain(knowledge, region)).kind == kind


def test_every_guide_stands_in_the_table(knowledge: Knowledge) -> None:
    assert set(KINDS) == set(BY_RANK) == set(FACTS)


def test_they_follow_the_first_six_in_the_order_of_how_many_people_have_them(
    knowledge: Knowledge,
) -> None:
    first = knowledge.guide_ids.index("chatgpt") + 1
    assert knowledge.guide_ids[first : first + len(BY_RANK)] == BY_RANK


@pytest.mark.parametrize(
    ("pair", "default"), [(pair, default) for default, pairs in DEFAULTS.items() for pair in pairs]
)
def test_the_default_is_said_as_the_facts_say_it(
    knowledge: Knowledge, pair: str, default: str
) -> None:
    assert default_for(*here(knowledge, pair)).default == default


@pytest.mark.parametrize(("pair", "since"), SINCE.items())
def test_the_day_it_began_is_said_for_each_region(
    knowledge: Knowledge, pair: str, since: str
) -> None:
    assert default_for(*here(knowledge, pair)).since == since


@pytest.mark.parametrize("pair", ONLY_TRIED)
def test_a_way_that_nobody_has_seen_work_says_so_and_leads_on(
    knowledge: Knowledge, pair: str
) -> None:
    guide, regions = here(knowledge, pair)
    route = route_for(guide, regions)
    assert route.confidence == "low"
    assert any(other.kind == "limit" for other in open_routes(guide, regions))


@pytest.mark.parametrize("region", [*NO_RIGHT, "JP"])
@pytest.mark.parametrize("name", ["youtube", "reddit", "tiktok", "gemini", "google", "pinterest"])
def test_nobody_is_offered_an_objection_where_no_law_gives_one(
    knowledge: Knowledge, name: str, region: str
) -> None:
    chosen = route_for(knowledge.guide(name), chain(knowledge, region))
    assert not [step.id for step in chosen.steps if step.sends == "objection"]
    assert not chosen.also or name == "google"


@pytest.mark.parametrize("region", EUROPE)
@pytest.mark.parametrize("name", ["linkedin", "gemini", "google", "youtube", "pinterest"])
def test_europeans_may_also_object_in_writing(knowledge: Knowledge, name: str, region: str) -> None:
    routes = open_routes(knowledge.guide(name), chain(knowledge, region))
    assert [r.id for r in routes[1:] if any(step.sends == "objection" for step in r.steps)]


# -- facts that must not be lost ---------------------------------------------------


@pytest.mark.parametrize(
    ("name", "fact"), [(name, fact) for name, facts in FACTS.items() for fact in facts]
)
def test_what_people_must_know_is_said(knowledge: Knowledge, name: str, fact: str) -> None:
    assert fact in "\n".join(texts(knowledge.guide(name)))


def test_whatsapps_own_form_is_named_as_the_wrong_one_and_linked_nowhere(
    knowledge: Knowledge,
) -> None:
    guide = knowledge.guide("whatsapp")
    assert not [link for link in links(guide) if "whatsapp.com" in link]
    warned = {
        route.id
        for route, step in steps(guide)
        for trouble in step.troubles
        if trouble.id == "whatsapp-own-form"
    }
    assert warned == {route.id for route in guide.routes if route.kind == "objection"}


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
    assert sent == {
        "DE": ["objection"],
        "GB": ["objection"],
        "CH": ["objection"],
        "BR": ["erasure"],
        "US": [],
    }


def test_tiktoks_own_page_on_the_right_comes_before_the_general_form(knowledge: Knowledge) -> None:
    guide = knowledge.guide("tiktok")
    for region in EUROPE:
        route = route_for(guide, chain(knowledge, region))
        [step] = [step for step in route.steps if step.id == "open-right-to-object"]
        for own in [way.links for way in step.ways]:
            assert own[0].startswith("https://www.tiktok.com/legal/right-to-object")
            assert own[1] == "https://www.tiktok.com/legal/report/privacy"


def test_snaps_form_opens_with_its_choices_made(knowledge: Knowledge) -> None:
    route = route_for(knowledge.guide("snapchat"), chain(knowledge, "DE"))
    [step] = [step for step in route.steps if step.id == "open-ticket"]
    for way in step.ways:
        assert "ticket_form_id=360000016663&selectedAnswers=" in way.links[-1]


def test_the_muse_switch_is_shown_only_where_muse_is(knowledge: Knowledge) -> None:
    guide = knowledge.guide("meta-ai")
    with_muse = {
        region
        for region in EVERYWHERE
        if "muse-switch" in [step.id for step in route_for(guide, chain(knowledge, region)).steps]
    }
    assert with_muse == {"US", "US-CA", "US-TX", "CA", "CA-QC"}
