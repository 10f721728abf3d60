"""The wizard starts where it can, and says no before the screen is taken."""

import sys
from io import StringIO
from types import ModuleType

import pytest

from optout_tui.journey.desk import Desk
from tests.cli.program import Program

Started = list[tuple[str, str | None]]


@pytest.fixture
def started(program: Program, monkeypatch: pytest.MonkeyPatch) -> Started:
    """A terminal, and a wizard that only notes with what it was started."""
    program.terminals = {"stdin", "stdout"}
    monkeypatch.setattr(sys, "stdin", StringIO())
    monkeypatch.delenv("OPTOUT_PLAIN", raising=False)
    calls: Started = []

    def run(desk: Desk, name: str | None) -> int:
        calls.append((str(desk.data_dir), name))
        return 0

    running = ModuleType("optout_tui.tui.running")
    running.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "optout_tui.tui.running", running)
    monkeypatch.setenv("TERM", "xterm-256color")
    return calls


def test_no_command_starts_the_wizard(program: Program, started: Started) -> None:
    assert program().status == 0
    assert started == [(str(program.data_dir), None)]


@pytest.mark.parametrize("words", [["demo"], ["open", "demo"], ["DEMO"], ["--", "demo"]])
def test_a_name_starts_the_wizard_there(demo: Program, started: Started, words: list[str]) -> None:
    assert demo(*words).status == 0
    assert started == [(str(demo.data_dir), "demo")]


def test_open_reaches_a_checklist_whose_name_is_a_commands(demo: Program, started: Started) -> None:
    demo.file("demo").rename(demo.file("list"))
    assert demo("open", "list").status == 0
    assert started == [(str(demo.data_dir), "list")]


def asks_on_lines(program: Program, *words: str) -> bool:
    ended = program(*words)
    assert (ended.status, ended.err) == (0, "")
    return ended.out.startswith("OptOut walks you")


@pytest.mark.parametrize("terminals", [set(), {"stdin"}, {"stdout"}])
def test_without_a_terminal_it_asks_on_lines(
    demo: Program, started: Started, terminals: set[str]
) -> None:
    demo.terminals = terminals
    assert asks_on_lines(demo)
    assert asks_on_lines(demo, "demo")
    assert started == []


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("OPTOUT_PLAIN", "1")])
def test_the_environment_can_ask_for_lines(
    demo: Program, started: Started, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert asks_on_lines(demo)
    assert started == []


@pytest.mark.parametrize("words", [("--plain",), ("--plain", "demo"), ("open", "demo", "--plain")])
def test_an_option_asks_for_lines(demo: Program, started: Started, words: tuple[str, ...]) -> None:
    assert asks_on_lines(demo, *words)
    assert started == []


def test_a_theme_nobody_knows_is_refused_with_the_nearest(demo: Program, started: Started) -> None:
    (demo.data_dir / "settings.toml").write_text('theme = "drak"\n')
    told = demo.refused()
    assert told.startswith("settings.toml")
    assert 'unknown theme "drak"; did you mean dark?' in told
    assert started == []


def test_a_broken_checklist_is_refused_before_the_screen_is_taken(
    demo: Program, started: Started
) -> None:
    demo.file("demo").write_text("format = ")
    assert demo.refused("demo").startswith("demo.toml: not TOML")
    assert started == []
