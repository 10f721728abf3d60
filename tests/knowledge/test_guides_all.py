"""What every guide promises, whatever else changes in it. ``guides check`` holds the rest."""

from datetime import date
from urllib.parse import urlsplit

import pytest

from optout_tui.guides.choose import default_for, open_routes, route_for
from optout_tui.library.guides import STAGES, Guide, Step
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.load import load_guide
from optout_tui.library.source import KNOWLEDGE
from optout_tui.regions import chain
from optout_tui.safety.links import checked_link, host_of
from optout_tui.safety.text import clean
from tests.knowledge.conftest import GUIDES
from tests.knowledge.said import links, steps, words

WRITTEN = date(2026, 7, 1)
"""No guide was checked before it was begun."""

LANGUAGES = {"de", "fr", "es", "pt", "it", "nl", "pl"}
"""Those we have sources for."""

ORDER = (
    "instagram", "facebook", "threads", "x", "grok", "chatgpt", "whatsapp", "google", "youtube",
    "tiktok", "messenger", "linkedin", "meta-ai", "snapchat", "gemini", "pinterest", "reddit",
    "copilot", "discord", "wordpress", "tumblr", "adobe", "claude", "slack", "perplexity",
    "github-copilot", "bluesky", "mastodon", "zoom", "alexa", "dropbox", "deepseek", "grammarly",
    "substack", "deviantart", "character-ai", "le-chat", "artstation", "website",
)  # fmt: skip
"""The order in which people look for them: those that most people have come first."""

SAME_EVERYWHERE = {
    "chatgpt", "slack", "mastodon", "zoom", "alexa", "substack", "deviantart",
    "artstation",
}  # fmt: skip
"""Where nothing we know of differs by region; all others have routes of their own."""

WORDED_BY_REGION = {
    "instagram", "facebook", "threads", "whatsapp", "google", "tiktok", "messenger", "meta-ai",
    "snapchat", "reddit", "grammarly",
}  # fmt: skip
"""Where a step of one id is worded otherwise in another region: menus or the law differ."""

NOTHING_TRAINED = {
    "copilot", "discord", "adobe", "slack", "bluesky", "mastodon", "zoom", "alexa", "dropbox",
    "substack", "website",
}  # fmt: skip
"""Where some route has no model to speak of, or says it in other words."""

SAY_WHY_INSTEAD = {
    "instagram", "facebook", "threads", "chatgpt", "whatsapp", "tiktok", "messenger", "meta-ai",
    "snapchat",
}  # fmt: skip
"""Where a note alone says why there is no way; in all others it names its device."""

DEVICES = {"phone": "On a phone", "web": "In a browser"}


@pytest.mark.parametrize("name", GUIDES)
def test_each_guide_loads_by_itself(name: str) -> None:
    assert load_guide(KNOWLEDGE / "platforms" / f"{name}.toml").id == name


def test_they_stand_in_the_order_people_look_for_them(knowledge: Knowledge) -> None:
    assert knowledge.guide_ids == ORDER


def test_there_are_as_many_as_the_readme_says(knowledge: Knowledge) -> None:
    assert len(knowledge.guide_ids) >= 38
    readme = (KNOWLEDGE.parents[1] / "README.md").read_text("utf-8")
    assert f"## Platforms\n\n{len(knowledge.guide_ids)} of them. " in readme


# -- regions -----------------------------------------------------------------------


def test_everybody_on_earth_finds_one_route_and_a_default(
    knowledge: Knowledge, guide: Guide
) -> None:
    for code in knowledge.region_table.regions:
        here = chain(knowledge, code)
        nearest = next(link for link in here if any(link in r.regions for r in guide.routes))
        [route] = [route for route in guide.routes if nearest in route.regions]
        assert route_for(guide, here) is route
        assert open_routes(guide, here)[0] is route
        assert default_for(guide, here).sources


def test_every_route_can_be_reached_from_somewhere(knowledge: Knowledge, guide: Guide) -> None:
    reached = {
        route.id
        for code in knowledge.region_table.regions
        for route in open_routes(guide, chain(knowledge, code))
    }
    assert reached == {route.id for route in guide.routes}


def test_where_facts_differ_by_region_there_are_routes_of_their_own(guide: Guide) -> None:
    chosen = [route for route in guide.routes if route.regions]
    assert (len(chosen) == 1) == (guide.id in SAME_EVERYWHERE)


# -- claims ------------------------------------------------------------------------


def test_every_route_every_step_and_every_change_has_a_source(guide: Guide) -> None:
    assert guide.training.sources
    assert guide.history
    for change in guide.history:
        assert all(guide.source(name) for name in change.sources)
    for route, step in steps(guide):
        assert route.sources
        assert step.sources
        assert all(guide.source(name) for name in (*route.sources, *step.sources))


def test_every_day_of_a_check_is_after_the_guide_was_begun(guide: Guide) -> None:
    assert min(route.checked for route in guide.routes) >= WRITTEN


def test_every_route_says_what_it_does_not_cover_and_what_undoes_it(guide: Guide) -> None:
    for route in guide.routes:
        assert route.not_covered, route.id
        assert route.undone_by, route.id
        assert route.again.events, route.id
        trained = "models that are already trained" in " ".join(route.not_covered)
        assert trained or guide.id in NOTHING_TRAINED, route.id


# -- steps -------------------------------------------------------------------------


def test_a_route_sends_exactly_what_its_kind_promises(guide: Guide) -> None:
    for route in guide.routes:
        sent = [step.id for step in route.steps if step.sends]
        assert len(sent) == (route.kind in ("objection", "request")), route.id


def test_no_step_both_sends_and_leaves_a_proof(guide: Guide) -> None:
    """Keeping the proof would tick the step and record no request."""
    assert not [step.id for _, step in steps(guide) if step.sends and step.evidence]


def test_every_route_runs_through_its_stages_and_ends_with_proof(guide: Guide) -> None:
    for route in guide.routes:
        stages = [STAGES.index(step.stage) for step in route.steps]
        assert stages == sorted(stages), route.id
        assert route.steps[-1].stage == "proof", route.id
        assert 1 <= route.minutes < 60, route.id


def test_a_step_is_the_same_in_every_route(guide: Guide) -> None:
    known: dict[str, Step] = {}
    for _, step in steps(guide):
        first = known.setdefault(step.id, step)
        assert (first.title, first.stage, first.sends) == (step.title, step.stage, step.sends)
        assert first == step or guide.id in WORDED_BY_REGION, step.id


def test_a_note_that_is_all_there_is_names_its_device(guide: Guide) -> None:
    """The name of the device is shown before labels and links, not before a note alone."""
    for route, step in steps(guide):
        for way in step.ways:
            if not way.menu and not way.links and guide.id not in SAY_WHY_INSTEAD:
                assert way.note.startswith(DEVICES[way.device]), (route.id, step.id)


def test_labels_in_other_languages_are_in_those_we_have_sources_for(guide: Guide) -> None:
    for _, step in steps(guide):
        for way in step.ways:
            assert set(way.menu_in) <= LANGUAGES


# -- links and words ---------------------------------------------------------------


def test_every_link_is_safe_encrypted_and_holds_no_blank_to_fill(guide: Guide) -> None:
    for link in (*links(guide), *(source.url for source in guide.sources)):
        assert checked_link(link).startswith(("https://", "mailto:")), link
        assert "xn--" not in host_of(link), link
        assert not [blank for blank in ("NAME", "PUBLICATION") if blank in link], link


def test_a_guide_calls_no_host_its_own_that_no_link_leads_to(guide: Guide) -> None:
    found = [urlsplit(link).hostname or urlsplit(link).path.rpartition("@")[2]
             for link in links(guide)]  # fmt: skip
    for own in guide.hosts:
        assert any(host == own or host.endswith(f".{own}") for host in found), own


def test_every_text_is_fit_to_show(guide: Guide) -> None:
    assert clean(words(guide), newlines=True) == words(guide)
