import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from optout_tui.library.compiled import read_compiled
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.source import KNOWLEDGE, digest_of

hook = pytest.importorskip(
    "optout_tui.library.wheel_hook", reason="only development has hatchling", exc_type=ImportError
)

ROOT = Path(__file__).parents[2]
IN_WHEEL = "optout_tui/library/knowledge.bin"


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Returns what the hook puts into a build of a target and a version."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(sys, "path", [*sys.path])

    def built(target: str, version: str) -> dict[str, str]:
        data: dict[str, Any] = {"force_include": {}}
        plugin = hook.CompileKnowledge(str(ROOT), {}, None, None, str(tmp_path), target)
        plugin.initialize(version, data)
        found: dict[str, str] = data["force_include"]
        return found

    return built


def test_a_wheel_carries_all_knowledge_compiled(build: Any) -> None:
    [(file, place)] = build("wheel", "standard").items()
    assert place == IN_WHEEL
    carried = read_compiled(Path(file).read_bytes())
    assert carried.digest == digest_of(KNOWLEDGE)
    assert Knowledge(carried).guide_ids == Knowledge.from_folder(KNOWLEDGE).guide_ids


@pytest.mark.parametrize(("target", "version"), [("sdist", "standard"), ("wheel", "editable")])
def test_what_is_no_finished_wheel_carries_the_toml_alone(
    build: Any, target: str, version: str
) -> None:
    assert build(target, version) == {}
