import shutil
from pathlib import Path
from typing import Any

import pytest

from optout_tui.library.load import load_guide, load_guides
from optout_tui.safety.limits import BadFile
from tests.conftest import SMALL
from tests.library.conftest import Refused, Table


def routes(guide: Table) -> list[Table]:
    found: list[Table] = guide["routes"]
    return found


def steps(guide: Table) -> list[Table]:
    found: list[Table] = guide["routes"][0]["steps"]
    return found


def test_a_source_that_is_not_there_is_named_with_its_exact_place(instagram: Refused) -> None:
    error = instagram(lambda guide: steps(guide)[2].update(sources=["x"]))
    assert error == 'instagram.toml: routes[0].steps[2].sources[0]: no source named "x"'


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda g: g["training"].update(sources=["policy", "x"]), "training.sources[1]"),
        (
            lambda g: g["training"].update(
                regions=[{"regions": ["GB"], "default": "on", "sources": ["x"]}]
            ),
            "training.regions[0].sources[0]",
        ),
        (lambda g: routes(g)[1].update(sources=["x"]), "routes[1].sources[0]"),
        (lambda g: steps(g)[3].update(sources=["x"]), "routes[0].steps[3].sources[0]"),
        (
            lambda g: steps(g)[1]["troubles"][1].update(sources=["x"]),
            "routes[0].steps[1].troubles[1].sources[0]",
        ),
    ],
)
def test_every_claim_needs_a_source_that_is_there(
    photopia: Refused, change: Any, where: str
) -> None:
    assert photopia(change) == f'photopia.toml: {where}: no source named "x"'


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda g: g.update(colour="red"), "object contains unknown field colour"),
        (
            lambda g: steps(g)[1].update(titel="x"),
            "routes[0].steps[1]: object contains unknown field titel",
        ),
        (lambda g: g.pop("company"), "object missing required field company"),
        (
            lambda g: steps(g)[0].pop("sources"),
            "routes[0].steps[0]: object missing required field sources",
        ),
        (lambda g: g.update(name=7), "name: expected str, got int"),
        (
            lambda g: steps(g)[2].update(minutes="3"),
            "routes[0].steps[2].minutes: expected int, got str",
        ),
        (
            lambda g: steps(g)[2].update(minutes=61),
            "routes[0].steps[2].minutes: expected int <= 60",
        ),
        (
            lambda g: steps(g)[2].update(title="x" * 61),
            "routes[0].steps[2].title: expected str of length <= 60",
        ),
        (lambda g: steps(g)[2].update(stage="later"), "routes[0].steps[2].stage: invalid enum"),
        (lambda g: routes(g)[0].update(kind="hope"), "routes[0].kind: invalid enum"),
        (lambda g: routes(g)[0].update(checked="soon"), "routes[0].checked: invalid"),
        (lambda g: routes(g)[0].update(regions=["germany"]), "routes[0].regions[0]: expected str"),
        (lambda g: routes(g)[0]["again"].update(after="6 months"), "routes[0].again.after: expect"),
        (lambda g: routes(g)[0].update(sources=[]), "routes[0].sources: expected array of length"),
        (lambda g: g["sources"][0].update(tier="gossip"), "sources[0].tier: invalid enum"),
        (lambda g: g["sources"][0].update(dated="July"), "sources[0].dated: expected str"),
        (lambda g: g.update(routes=[]), "routes: expected array of length >= 1"),
    ],
)
def test_what_does_not_fit_is_named_with_its_exact_place(
    photopia: Refused, change: Any, error: str
) -> None:
    assert photopia(change).startswith(f"photopia.toml: {error}")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (
            lambda g: g["sources"][1].update(id="policy"),
            'sources[1].id: source id "policy" is used twice',
        ),
        (
            lambda g: routes(g)[2].update(id="objection"),
            'routes[2].id: route id "objection" is used twice',
        ),
        (
            lambda g: steps(g)[2].update(id="open-form"),
            'routes[0].steps[2].id: step id "open-form" is used twice',
        ),
        (
            lambda g: steps(g)[1]["troubles"][1].update(id="no-word"),
            'routes[0].steps[1].troubles[1].id: trouble id "no-word" is used twice',
        ),
    ],
)
def test_an_id_is_used_once(photopia: Refused, change: Any, error: str) -> None:
    assert photopia(change) == f"photopia.toml: {error}"


def test_a_region_belongs_to_one_route(photopia: Refused) -> None:
    error = photopia(lambda guide: routes(guide)[1].update(regions=["BR", "GB"]))
    assert error == (
        'photopia.toml: routes[1].regions[1]: region GB already belongs to route "objection"'
    )


def test_there_is_a_route_for_everywhere_else(photopia: Refused) -> None:
    error = photopia(lambda guide: routes(guide)[2].update(regions=["US"]))
    assert error == (
        'photopia.toml: routes: no route for everywhere else: one must have the region "*"'
    )


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda g: routes(g)[0].update(also=["x"]), 'routes[0].also[0]: no route named "x"'),
        (
            lambda g: steps(g)[1]["troubles"][0].update(route="x"),
            'routes[0].steps[1].troubles[0].route: no route named "x"',
        ),
    ],
)
def test_a_route_that_is_named_is_there(photopia: Refused, change: Any, error: str) -> None:
    assert photopia(change) == f"photopia.toml: {error}"


def test_only_where_there_is_nothing_to_do_are_there_no_steps(photopia: Refused) -> None:
    error = photopia(lambda guide: routes(guide)[1].pop("steps"))
    assert error == 'photopia.toml: routes[1].steps: a route of kind "request" needs steps'


def test_steps_stand_in_the_order_of_the_stages(photopia: Refused) -> None:
    error = photopia(lambda guide: steps(guide)[2].update(stage="settings"))
    assert error == 'photopia.toml: routes[0].steps[2].stage: "settings" comes after a later stage'


def test_a_menu_in_another_language_has_as_many_labels(photopia: Refused) -> None:
    error = photopia(lambda guide: steps(guide)[0]["ways"][0]["menu_in"].update(fr=["Profil"]))
    assert error == (
        "photopia.toml: routes[0].steps[0].ways[0].menu_in.fr: 1 labels for a menu of 2"
    )


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (
            lambda g: g.update(retired=["send"]),
            'retired: step id "send" is still in use',
        ),
        (
            lambda g: steps(g)[3].update(was=["send"]),
            'routes[0].steps[3].was: "send" is still the id of a step',
        ),
        (
            lambda g: steps(g)[2].update(was=["save-mail"]),
            'routes[0].steps[3].was: "save-mail" was already "send"',
        ),
        (
            lambda g: steps(g)[3].update(was=["old-menu"]),
            'routes[0].steps[3].was: "old-menu" is the id of a retired step',
        ),
    ],
)
def test_a_former_id_leads_to_one_step(photopia: Refused, change: Any, error: str) -> None:
    assert photopia(change) == f"photopia.toml: {error}"


def test_the_same_step_has_the_same_former_ids_in_every_route(tmp_path: Path) -> None:
    """Both routes begin with the step open-menu; that both name what it was is no clash."""
    text = (SMALL / "platforms" / "photopia.toml").read_text("utf-8")
    file = tmp_path / "photopia.toml"
    file.write_text(text.replace('title = "Open the menu"', 'title = "Menu"\n  was = ["menu"]'))
    guide = load_guide(file)
    named = [step for route in guide.routes for step in route.steps if step.was == ("menu",)]
    assert [step.id for step in named] == ["open-menu", "open-menu"]


def test_the_id_is_the_name_of_the_file(photopia: Refused) -> None:
    error = photopia(lambda guide: guide.update(id="fotopia"))
    assert error == 'photopia.toml: id: the id "fotopia" is not the name of the file'


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"^none\.toml: No such file or directory$"):
        load_guide(tmp_path / "none.toml")


def test_guides_come_by_rank_and_name(tmp_path: Path) -> None:
    shutil.copytree(SMALL / "platforms", tmp_path / "platforms")
    file = tmp_path / "platforms" / "chirp.toml"
    assert list(load_guides(tmp_path)) == ["photopia", "chirp"]
    file.write_text(file.read_text("utf-8").replace("rank = 2", "rank = 1"), "utf-8")
    assert list(load_guides(tmp_path)) == ["chirp", "photopia"]
