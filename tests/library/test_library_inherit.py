from pathlib import Path

import pytest

from optout_tui.library.inherit import whole_law
from optout_tui.safety.limits import BadFile

OWN = """
id = "wy-law"
based_on = "appeals"
limits = ["own"]
[clocks.reply]
count = 90
sources = ["own"]
"""
APPEALS = """
based_on = "states"
limits = ["appeal first"]
cost = "free"
"""
STATES = """
limits = ["shared"]
cost = "a fee"
summary = "shared"
[clocks.reply]
unit = "days"
count = 45
sources = ["shared"]
[[sources]]
id = "shared"
"""


def law(folder: Path, **shared: str) -> Path:
    (folder / "shared").mkdir()
    for name, text in shared.items():
        (folder / "shared" / f"{name}.toml").write_text(text, "utf-8")
    file = folder / "wy-law.toml"
    file.write_text(OWN, "utf-8")
    return file


def test_what_a_law_leaves_out_is_filled_up_link_by_link(tmp_path: Path) -> None:
    assert whole_law(law(tmp_path, appeals=APPEALS, states=STATES)) == {
        "id": "wy-law",
        "based_on": "appeals",
        "limits": ["shared", "appeal first", "own"],  # lists at the top join
        "cost": "free",  # the nearest wins
        "summary": "shared",
        "clocks": {"reply": {"unit": "days", "count": 90, "sources": ["own"]}},
        "sources": [{"id": "shared"}],
    }


def test_a_law_based_on_nothing_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "law.toml"
    file.write_text('id = "law"', "utf-8")
    assert whole_law(file) == {"id": "law"}


@pytest.mark.parametrize(
    ("shared", "said"),
    [
        ({}, 'wy-law.toml: based_on: no shared law "appeals"'),
        ({"appeals": APPEALS}, 'appeals.toml: based_on: no shared law "states"'),
        ({"appeals": "based_on = 1"}, 'appeals.toml: based_on: no shared law "1"'),
        (
            {"appeals": APPEALS, "states": 'based_on = "appeals"'},
            'states.toml: based_on: no shared law "appeals"',
        ),
    ],
)
def test_a_shared_law_that_is_not_there_is_named(
    tmp_path: Path, shared: dict[str, str], said: str
) -> None:
    with pytest.raises(BadFile) as refused:
        whole_law(law(tmp_path, **shared))
    assert str(refused.value) == said
