from pathlib import Path

import pytest

from tests.cli.program import Program


@pytest.fixture
def program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Program:
    monkeypatch.delenv("OPTOUT_DATA_DIR", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    return Program(tmp_path / "data", capsys)


@pytest.fixture
def demo(program: Program) -> Program:
    """The program with one checklist: a person in Germany, on Instagram and on X."""
    program.text(
        "new", "demo", "--region", "DE", "--account", "instagram:@anika", "--account", "x:@anika"
    )
    return program
