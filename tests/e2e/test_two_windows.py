"""Two windows, a command beside a window, an editor: no work of any of them is lost."""

import signal

import pytest

from tests.e2e.computer import Computer
from tests.e2e.journey import leave, tick
from tests.e2e.terminal import Terminal


@pytest.fixture
def one(computer: Computer) -> Terminal:
    computer.do("new", "demo", "--region", "DE", "--account", "instagram:@anika")
    return window(computer)


@pytest.fixture
def other(computer: Computer, one: Terminal) -> Terminal:
    return window(computer)


def window(computer: Computer) -> Terminal:
    terminal = computer.start("demo")
    terminal.expect("step 1 of 7")
    return terminal


def marked(computer: Computer) -> dict[str, str]:
    steps = computer.checklist("demo")["accounts"][0].get("steps", [])
    return {step["id"]: step["state"] for step in steps}


def test_a_tick_in_each_is_in_both_and_in_the_file(
    computer: Computer, one: Terminal, other: Terminal
) -> None:
    tick(one)
    other.expect("✓ Open the menu")
    other.press("down", "down")
    other.expect("step 3 of 7")
    tick(other)
    one.expect("✓ Open the objection form")
    assert marked(computer) == {"open-menu": "done", "open-form": "done"}
    leave(one)
    leave(other)
    assert marked(computer) == {"open-menu": "done", "open-form": "done"}


def test_a_command_beside_a_window_is_seen_there_and_undone_by_neither(
    computer: Computer, one: Terminal
) -> None:
    tick(one)
    computer.do("mark", "demo", "instagram", "find-block", "done")
    one.expect("✓ Find the block")
    one.press("u")
    one.expect("Undone: Open the menu")
    one.expect("Saved · revision 4")
    assert marked(computer) == {"find-block": "done"}


def test_an_editor_is_seen_too_and_its_comments_are_kept(computer: Computer, one: Terminal) -> None:
    tick(one)
    path = computer.data / "checklists" / "demo.toml"
    text = path.read_text("utf-8").replace('handle = "@anika"', 'handle = "@anika.new"  # hers')
    path.write_text(text, "utf-8")
    one.expect("@anika.new")
    tick(one)
    assert computer.checklist("demo")["accounts"][0]["handle"] == "@anika.new"
    [backups] = (computer.data / "backups").iterdir()
    assert [b.read_text("utf-8") for b in backups.glob("*-pinned.toml")] == [text]


def test_the_same_step_in_both_is_asked_about_and_both_stay(
    computer: Computer, one: Terminal, other: Terminal
) -> None:
    other.send(signal.SIGSTOP)
    tick(one)
    other.press("s")
    other.send(signal.SIGCONT)
    other.expect("demo was changed in two places")
    other.expect("skipped here, done there")
    assert marked(computer) == {"open-menu": "done"}
    copies = [path.stem for path in (computer.data / "checklists").glob("demo (conflict *).toml")]
    assert len(copies) == 1
    other.press("enter")
    other.expect("Saved · revision 3")
    assert marked(computer) == {"open-menu": "skipped"}
    one.expect("– Open the menu")
    assert [path.stem for path in (computer.data / "checklists").glob("*.toml")] == ["demo"]
