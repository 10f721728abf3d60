import shutil
from pathlib import Path
from typing import Any

import pytest

from optout_tui.library.load import load_regions
from optout_tui.safety.limits import BadFile
from tests.conftest import SMALL
from tests.library.conftest import Refused


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (
            lambda r: r["sources"].append(r["sources"][0]),
            'sources[1].id: source id "law" is used twice',
        ),
        (
            lambda r: r["clocks"]["reply"].update(sources=["x"]),
            'clocks.reply.sources[0]: no source named "x"',
        ),
        (
            lambda r: r["clocks"]["reply"].update(unit="working-days", holidays=""),
            "clocks.reply.holidays: working days cannot be counted without a calendar",
        ),
        (lambda r: r.update(rights={}), "rights: a regime must give at least one right"),
        (
            lambda r: r["rights"]["erase"].update(clock="x"),
            'rights.erase.clock: no clock named "x"',
        ),
        (
            lambda r: r["rights"]["object"].update(sources=["law", "x"]),
            'rights.object.sources[1]: no source named "x"',
        ),
        (
            lambda r: r.update(internal_step={"kind": "appeal", "words": "appeal", "clock": "x"}),
            'internal_step.clock: no clock named "x"',
        ),
        (lambda r: r["sources"][0].update(dated="2026-13"), 'sources[0].dated: "2026-13" is no'),
        (lambda r: r.update(based_on="x"), 'based_on: no shared law "x"'),
        (lambda r: r.update(complain_within="x"), 'complain_within: no clock named "x"'),
        (lambda r: r.update(id="us-law"), 'id: the id "us-law" is not the name of the file'),
        (
            lambda r: r["rights"].update(forget={}),
            "rights: object contains unknown field forget",
        ),
        (lambda r: r["clocks"]["reply"].update(unit="moons"), "clocks.unit: invalid enum value"),
    ],
)
def test_a_regime_is_refused_with_the_exact_place(eu_law: Refused, change: Any, error: str) -> None:
    assert eu_law(change).startswith(f"eu-law.toml: {error}")


def test_a_group_names_regions_that_are_there(tmp_path: Path) -> None:
    shutil.copy(SMALL / "regions.toml", tmp_path)
    file = tmp_path / "regions.toml"
    file.write_text(file.read_text("utf-8").replace('["EU", "IS"]', '["EU", "XX"]'), "utf-8")
    with pytest.raises(BadFile) as refused:
        load_regions(tmp_path)
    assert str(refused.value) == 'regions.toml: groups.EEA[1]: no region "XX"'
