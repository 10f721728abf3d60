"""A bug in any command: status 1, one line, and a report that holds nothing of the person's."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from optout_tui.cli.catalog import COMMANDS
from optout_tui.journey.desk import Desk
from tests.cli.hostile import CALLS
from tests.cli.program import Ended, Program

PERSONAL = ("@anika", "my own words", "4711", "/home/anika", "demo")


class AnikaError(Exception):
    """An error that carries everything with it that errors can carry."""


def burst(*given: object, **more: object) -> None:
    handle, note = "@anika", "my own words"
    try:
        json.loads(f"{handle} {note}")
    except ValueError as inner:
        inner.add_note(f"while reading /home/anika: {note}")
        group = ExceptionGroup(f"{handle}'s errors", [ValueError(handle), inner])
        error = ValueError(handle, {"reference": "4711"}, given, more)
        error.__context__ = group
        raise error from inner


def told_by(program: Program, ended: Ended) -> str:
    """Look how a command ended by a bug, and return what its report tells."""
    assert (ended.status, ended.out) == (1, ""), ended
    assert ended.err.startswith("optout-tui: a bug of ours (")
    assert ended.err.count("\n") == 1
    [report] = (program.data_dir / "crash-reports").iterdir()
    assert str(report) in ended.err
    assert report.stat().st_mode & 0o777 == 0o600
    assert report.parent.stat().st_mode & 0o777 == 0o700
    told = report.read_text("utf-8")
    report.unlink()
    return told


def assert_knows_nobody(told: str, program: Program, words: list[str]) -> None:
    places = (str(Path.home()), str(Path.cwd()), str(program.data_dir), str(Path(__file__).parent))
    given = [word for word in words if len(word) > 3 and not word.startswith("--")]
    where = told.partition("\n\n")[2]  # below the versions and the sentence for the person
    for personal in (*PERSONAL, *places, *given):
        assert personal not in where
    for personal in (*PERSONAL, *places):
        assert personal not in told


@pytest.mark.parametrize("name", COMMANDS)
def test_a_bug_in_a_command(program: Program, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module(f"optout_tui.cli.commands.{COMMANDS[name].module}")
    monkeypatch.setattr(module, "run", burst)
    words = [word.strip("{}") for word in CALLS[name][0]]
    told = told_by(program, program(*name.split(), *words))
    assert_knows_nobody(told, program, words)
    assert "builtins.ValueError" in told
    assert "json.decoder.JSONDecodeError" in told
    assert "optout_tui/cli/main.py:" in told


def test_a_bug_deep_down_names_only_our_own_code(
    demo: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(self: Any, name: str) -> None:
        burst(self, name)

    monkeypatch.setattr("optout_tui.checklist.store.store.Store.read", read)
    told = told_by(demo, demo("status", "demo"))
    assert_knows_nobody(told, demo, ["demo"])
    lines = [line for line in told.splitlines() if line.startswith("  ")]
    assert all(line.startswith("  optout_tui/") for line in lines)
    assert any("journey/desk.py" in line and line.endswith(" open") for line in lines)
    assert "site-packages" not in told
    assert "lib/python" not in told


def test_a_bug_while_the_options_are_read(demo: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "__init__", burst)
    for words in (["list"], ["list", "--json"], ["status", "demo", "--json"]):
        assert_knows_nobody(told_by(demo, demo(*words)), demo, [])


def test_an_error_that_names_the_person_in_its_type_is_still_one_line(
    demo: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Types are written by us, not by persons; their messages never get out."""

    def fail(self: Any) -> None:
        raise AnikaError("my own words\nand more of them")

    monkeypatch.setattr(Desk, "rows", fail)
    ended = demo("list")
    assert "my own words" not in ended.err
    assert ended.err.count("\n") == 1
    assert "my own words" not in told_by(demo, ended)
