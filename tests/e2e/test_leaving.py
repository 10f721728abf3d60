"""Leaving in the middle, by whatever way, and coming back to the very step."""

import signal

import pytest

from tests.e2e.computer import Computer
from tests.e2e.journey import assert_restored, leave, revision, tick
from tests.e2e.terminal import PATIENCE, Terminal

LEFT, INTERRUPTED, TOLD_TO_STOP, HUNG_UP = 0, 130, 143, 129


@pytest.fixture
def in_the_middle(computer: Computer) -> Terminal:
    """The first step is ticked, the cursor stands on the third, the second is still open."""
    computer.do("new", "demo", "--region", "DE", "--account", "instagram:@anika")
    terminal = computer.start("demo")
    terminal.expect("step 1 of 7")
    tick(terminal)
    terminal.expect("step 2 of 7")
    terminal.press("down")
    terminal.expect("step 3 of 7")
    return terminal


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
def test_by_a_key(computer: Computer, in_the_middle: Terminal, key: str) -> None:
    in_the_middle.press(key)
    assert in_the_middle.wait_exit() == LEFT
    assert_restored(in_the_middle)
    assert_comes_back(computer)


@pytest.mark.parametrize(
    ("number", "status"),
    [
        (signal.SIGINT, INTERRUPTED),
        (signal.SIGTERM, TOLD_TO_STOP),
        (signal.SIGHUP, HUNG_UP),
    ],
)
def test_by_a_signal(
    computer: Computer, in_the_middle: Terminal, number: signal.Signals, status: int
) -> None:
    in_the_middle.send(number)
    assert in_the_middle.wait_exit() == status
    assert_restored(in_the_middle)
    assert_comes_back(computer)


def test_by_closing_the_window(computer: Computer, in_the_middle: Terminal) -> None:
    in_the_middle.hang_up()
    assert in_the_middle.wait_exit() == HUNG_UP
    assert_comes_back(computer)


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, TOLD_TO_STOP), (signal.SIGHUP, HUNG_UP)]
)
def test_by_a_signal_while_suspended(
    computer: Computer, in_the_middle: Terminal, number: signal.Signals, status: int
) -> None:
    in_the_middle.suspend()
    for one in (number, signal.SIGCONT):
        in_the_middle.send(one)
    assert in_the_middle.wait_exit() == status
    assert_restored(in_the_middle)
    assert_comes_back(computer)


def test_by_closing_the_window_of_a_suspended_program(
    computer: Computer, in_the_middle: Terminal
) -> None:
    in_the_middle.suspend()
    in_the_middle.hang_up()
    in_the_middle.send(signal.SIGCONT)
    assert in_the_middle.wait_exit() == HUNG_UP
    assert_comes_back(computer)


def test_suspended_again_and_again_while_it_draws(in_the_middle: Terminal) -> None:
    """The signal finds the program amid a write, where it once waited for itself for ever."""
    for _ in range(12):
        in_the_middle.press(*["down", "up"] * 6)
        in_the_middle.suspend()
        in_the_middle.send(signal.SIGCONT)
        in_the_middle.wait_for(lambda _: not in_the_middle.takes_lines(), "a resumed program")
    leave(in_the_middle)
    assert_restored(in_the_middle)


def test_by_a_signal_while_the_terminal_takes_nothing(
    computer: Computer, in_the_middle: Terminal
) -> None:
    """Nobody reads what it draws, as after ctrl+s: whoever draws waits for ever."""
    in_the_middle.press(*["down", "up"] * 300)
    in_the_middle.send(signal.SIGTERM)
    assert in_the_middle.process.wait(PATIENCE) == TOLD_TO_STOP
    assert computer.checklist("demo")["accounts"][0]["steps"][0]["id"] == "open-menu"


def test_what_the_screen_called_saved_outlives_a_crash(
    computer: Computer, in_the_middle: Terminal
) -> None:
    tick(in_the_middle)
    saved = revision(in_the_middle)
    in_the_middle.send(signal.SIGKILL)
    in_the_middle.wait_exit()
    checklist = computer.checklist("demo")
    assert checklist["revision"] == saved
    assert [step["id"] for step in checklist["accounts"][0]["steps"]] == ["open-menu", "open-form"]


def assert_comes_back(computer: Computer) -> None:
    """Both ways in lead to the third step: from the list of checklists, and by name."""
    terminal = computer.start()
    terminal.expect("▸ demo")
    terminal.press("enter")
    terminal.expect("step 3 of 7")
    terminal.expect("Open the objection form")
    leave(terminal)
    terminal = computer.start("demo")
    terminal.expect("step 3 of 7")
    leave(terminal)
