import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from optout_tui.library.load import load_guide, load_regime
from optout_tui.library.source import KNOWLEDGE
from optout_tui.safety.limits import BadFile
from tests.conftest import SMALL

Table = dict[str, Any]
Breaking = Callable[[Table], object]
Refused = Callable[[Breaking], str]
"""Breaks a copy of a file, loads it and returns the text of the refusal."""


def refusal(source: Path, target: Path, load: Callable[[Path], object], do: Breaking) -> str:
    table = tomllib.loads(source.read_text("utf-8"))
    do(table)
    target.write_text(tomli_w.dumps(table), "utf-8")
    with pytest.raises(BadFile) as refused:
        load(target)
    return str(refused.value)


@pytest.fixture
def instagram(tmp_path: Path) -> Refused:
    """The real guide to Instagram, to be broken."""
    file = KNOWLEDGE / "platforms" / "instagram.toml"
    return lambda do: refusal(file, tmp_path / file.name, load_guide, do)


@pytest.fixture
def photopia(tmp_path: Path) -> Refused:
    """A small guide, to be broken; its first route has four steps."""
    file = SMALL / "platforms" / "photopia.toml"
    return lambda do: refusal(file, tmp_path / file.name, load_guide, do)


@pytest.fixture
def eu_law(tmp_path: Path) -> Refused:
    """A small regime, to be broken."""
    file = SMALL / "regimes" / "eu-law.toml"
    return lambda do: refusal(file, tmp_path / file.name, load_regime, do)
