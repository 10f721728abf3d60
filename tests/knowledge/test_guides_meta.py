"""What must stay true of the guides to what Meta owns, whatever else changes in them."""

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
    links,
    pairs,
    rows,
    steps,
    told,
    words,
)

NETWORKS = ("instagram", "facebook", "threads")
NO_FORM = tuple(region for region in NO_RIGHT if region != "JP")
TRIED = ("JP", "KR", "TR")
"""Where a form is reported, and nobody has shown that it works."""

AS_ALL: tuple[tuple[tuple[str, ...], str], ...] = (
    ((*EUROPE, "BR", *TRIED), "objection"),
    (NO_FORM, "limit"),
)
KINDS: Kinds = {
    **dict.fromkeys((*NETWORKS, "messenger", "meta-ai"), AS_ALL),
    "whatsapp": (((*EUROPE, "BR"), "objection"), ((*NO_FORM, *TRIED), "limit")),
}
"""What can be done where: every region named here has exactly that kind of route."""

SINCE = {
    "instagram DE": "2025-05-27",
    "threads BR": "2025-12-16",
    "messenger DE": "2025-05-27",
    "messenger BR": "2025-12-16",
    "meta-ai BR": "2025-12-16",
}

ONLY_TRIED = ("whatsapp DE", "whatsapp GB", "whatsapp CH", "messenger JP", "meta-ai KR")
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
}


@pytest.mark.parametrize(("name", "region", "kind"), rows(KINDS))
def test_each_region_gets_the_kind_of_route_that_is_true_there(
    knowledge: Knowledge, name: str, region: str, kind: str
) -> None:
    assert told(route_for(knowledge.guide(name), chain(knowledge, region)), kind) == kind


@pytest.mark.parametrize("region", ["DE", "FR", "IS", "NO", "GB", "CH", "BR"])
@pytest.mark.parametrize("name", NETWORKS)
def test_meta_has_a_form_to_object_in(knowledge: Knowledge, name: str, region: str) -> None:
    route = route_for(knowledge.guide(name), chain(knowledge, region))
    assert [step.sends for step in route.steps if step.sends] == ["objection"]
    assert any(step.evidence == "mail" for step in route.steps)


@pytest.mark.parametrize("region", NO_FORM)
@pytest.mark.parametrize("name", NETWORKS)
def test_elsewhere_meta_has_no_opt_out(knowledge: Knowledge, name: str, region: str) -> None:
    route = route_for(knowledge.guide(name), chain(knowledge, region))
    assert route.effect == "reduces exposure"
    assert not any(step.sends for step in route.steps)


def test_nobody_outside_europe_is_told_that_whatsapps_default_is_clear(
    knowledge: Knowledge,
) -> None:
    assert default_for(*here(knowledge, "whatsapp DE")).default == "on"
    assert default_for(*here(knowledge, "whatsapp CH")).default == "unclear"


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
    assert route_for(guide, regions).confidence == "low"
    assert any(other.kind == "limit" for other in open_routes(guide, regions))


@pytest.mark.parametrize(("name", "fact"), pairs(FACTS))
def test_what_people_must_know_is_said(knowledge: Knowledge, name: str, fact: str) -> None:
    assert fact in words(knowledge.guide(name))


@pytest.mark.parametrize("name", KINDS)
def test_links_lead_to_meta_alone(knowledge: Knowledge, name: str) -> None:
    own = {"facebook.com", "instagram.com", "meta.com", "messenger.com", "meta.ai"}
    assert set(knowledge.guide(name).hosts) <= own


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


def test_the_muse_switch_is_shown_only_where_muse_is(knowledge: Knowledge) -> None:
    guide = knowledge.guide("meta-ai")
    with_muse = {
        region
        for region in EVERYWHERE
        if "muse-switch" in [step.id for step in route_for(guide, chain(knowledge, region)).steps]
    }
    assert with_muse == {"US", "US-CA", "US-TX", "CA", "CA-QC"}


@pytest.mark.parametrize("name", [*NETWORKS, "messenger", "meta-ai"])
def test_for_tuerkiye_the_guides_say_that_reports_contradict_each_other(
    knowledge: Knowledge, name: str
) -> None:
    guide, codes = here(knowledge, f"{name} TR")
    place = default_for(guide, codes)
    assert place.confidence == route_for(guide, codes).confidence == "low"
    assert "Reports contradict each other" in place.note
    assert "Count on no form, but look" in place.note
    assert set(place.sources) == {"webtekno-2025", "turkiye-2025"}
