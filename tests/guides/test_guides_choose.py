from datetime import date

import pytest
from msgspec.structs import replace

from optout_tui.guides.choose import (
    changes_since,
    default_for,
    find_step,
    meant_by,
    open_routes,
    route_for,
)
from optout_tui.library.guides import Change, Guide
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain
from tests.conftest import TODAY


@pytest.fixture
def chirp(small: Knowledge) -> Guide:
    return small.guide("chirp")


@pytest.fixture
def photopia(small: Knowledge) -> Guide:
    return small.guide("photopia")


@pytest.mark.parametrize(
    ("region", "route"),
    [
        ("US-CA", "opt-out-ca"),
        ("US-NY", "reduce-us"),
        ("US", "reduce-us"),
        ("DE", "switch-eu"),
        ("IS", "switch-eea"),
        ("GB", "nothing"),
        ("BR", "nothing"),
    ],
)
def test_the_most_specific_route_is_chosen(
    small: Knowledge, chirp: Guide, region: str, route: str
) -> None:
    assert route_for(chirp, chain(small, region)).id == route


@pytest.mark.parametrize("region", ["DE", "IS", "GB"])
def test_a_route_for_a_group_holds_for_all_in_it(
    small: Knowledge, photopia: Guide, region: str
) -> None:
    assert route_for(photopia, chain(small, region)).id == "objection"


def test_routes_that_do_as_well_are_open_too(small: Knowledge, chirp: Guide) -> None:
    routes = open_routes(chirp, chain(small, "US-CA"))
    assert [route.id for route in routes] == ["opt-out-ca", "reduce-us"]


def test_routes_that_troubles_lead_to_are_open_too(small: Knowledge, photopia: Guide) -> None:
    """The form's trouble leads to the letter, and the letter's trouble on to the reduction."""
    routes = open_routes(photopia, chain(small, "DE"))
    assert [route.id for route in routes] == ["objection", "letter", "reduce"]


def test_routes_that_lead_to_each_other_are_open_once(small: Knowledge, chirp: Guide) -> None:
    routes = tuple(
        replace(route, also=("opt-out-ca",)) if route.id == "reduce-us" else route
        for route in chirp.routes
    )
    found = open_routes(replace(chirp, routes=routes), chain(small, "US-CA"))
    assert [route.id for route in found] == ["opt-out-ca", "reduce-us"]


def test_where_nothing_leads_elsewhere_one_route_is_open(small: Knowledge, chirp: Guide) -> None:
    assert [route.id for route in open_routes(chirp, chain(small, "DE"))] == ["switch-eu"]


def test_to_reduce_means_the_steps_for_where_the_person_lives(
    small: Knowledge, chirp: Guide
) -> None:
    own = replace(chirp.routes[1], id="reduce-gb", regions=("GB",))
    guide = replace(chirp, routes=(*chirp.routes, own))
    assert meant_by(guide, chain(small, "GB"), "reduce-us") == own
    assert meant_by(guide, chain(small, "DE"), "reduce-us") == chirp.route("reduce-us")
    assert meant_by(guide, chain(small, "GB"), "switch-eu") == chirp.route("switch-eu")
    assert meant_by(guide, chain(small, "GB"), "nowhere") is None


@pytest.mark.parametrize(
    ("region", "default"), [("DE", "off"), ("IS", "unclear"), ("US-CA", "on"), ("BR", "on")]
)
def test_the_default_is_the_one_of_the_most_specific_region(
    small: Knowledge, chirp: Guide, region: str, default: str
) -> None:
    assert default_for(chirp, chain(small, region)).default == default


def test_a_default_brings_its_own_date_and_sources(small: Knowledge, chirp: Guide) -> None:
    assert default_for(chirp, chain(small, "DE")).since == "2026"
    assert default_for(chirp, chain(small, "BR")) is chirp.training


def test_a_step_is_found_in_whichever_route(photopia: Guide) -> None:
    found = find_step(photopia, "private-account")
    assert found is not None
    assert found.title == "Make the account private"


def test_a_step_is_found_by_what_it_was_called_before(photopia: Guide) -> None:
    assert find_step(photopia, "save-mail") == find_step(photopia, "keep-mail")
    assert find_step(photopia, "keep-mail") is not None


def test_a_retired_step_is_not_found(photopia: Guide) -> None:
    assert find_step(photopia, "old-menu") is None


def test_what_changed_since_a_day_comes_newest_first(small: Knowledge) -> None:
    days = ("2026-10-01", "2026-11", "2026-11-22")
    history = tuple(Change(on=on, text="It changed.", sources=("policy",)) for on in days)
    guide = replace(small.guide("photopia"), history=history)
    assert [one.on for one in changes_since(guide, TODAY)] == ["2026-11-22"]
    assert [one.on for one in changes_since(guide, date(2026, 10, 1))] == list(reversed(days))
    assert changes_since(guide, date(2026, 11, 23)) == ()
