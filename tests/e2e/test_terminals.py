"""Terminals of many kinds: how many colours they are sent, and that all can still be read."""

import re
import shutil
import subprocess

import pytest

from tests.e2e.computer import Computer, program
from tests.e2e.journey import HERE, add_account, first_start, leave, under_cursor
from tests.e2e.terminal import Terminal

_LOOK = re.compile(rb"\x1b\[([0-9;]*)m")
ATTRIBUTES = {*range(10), *range(21, 30), 39, 49}
"""Bold, underlined and the like, and the way back to the terminal's own look."""
SIXTEEN = {*range(30, 38), *range(40, 48), *range(90, 98), *range(100, 108)}


def looks_sent(terminal: Terminal) -> set[int]:
    """Return the numbers of all looks that were asked for; 38 and 48 stand for richer colours."""
    found: set[int] = set()
    for match in _LOOK.finditer(terminal.raw):
        for number in map(int, filter(None, match[1].split(b";"))):
            found.add(number)
            if number in (38, 48):
                break
    return found


def walk(terminal: Terminal) -> None:
    """Go from Region to a guide, tick a step and look at help and palette."""
    add_account(terminal, "Instagram", "@anika")
    terminal.press("enter")
    terminal.expect("step 1 of 7")
    terminal.press("space")
    terminal.expect("step 2 of 7")
    terminal.press("?")
    terminal.expect("Help: The guide")
    terminal.escape_from("Help: The guide")


@pytest.mark.parametrize("kind", ["xterm", "linux", "screen"])
def test_a_terminal_with_sixteen_colours_is_sent_no_others(computer: Computer, kind: str) -> None:
    computer.env["TERM"] = kind
    terminal = first_start(computer, "germany", "Germany")
    walk(terminal)
    assert looks_sent(terminal) <= ATTRIBUTES | SIXTEEN
    assert looks_sent(terminal) & SIXTEEN
    leave(terminal)
    assert not terminal.modes_on()


@pytest.mark.parametrize("kind", ["screen-256color", "tmux-256color"])
def test_in_a_multiplexer_256_colours_are_used(computer: Computer, kind: str) -> None:
    computer.env["TERM"] = kind
    terminal = first_start(computer, "germany", "Germany")
    assert b"\x1b[38;5;" in terminal.raw
    assert b"38;2;" not in terminal.raw
    leave(terminal)


def test_the_terminal_theme_sends_the_terminals_own_colours(computer: Computer) -> None:
    computer.env["COLORTERM"] = "truecolor"
    computer.data.mkdir()
    (computer.data / "settings.toml").write_text('theme = "terminal"\n', encoding="utf-8")
    terminal = first_start(computer, "germany", "Germany")
    walk(terminal)
    assert looks_sent(terminal) <= ATTRIBUTES | SIXTEEN
    leave(terminal)


def test_no_color_means_none_and_all_is_still_seen(computer: Computer) -> None:
    computer.env |= {"NO_COLOR": "1", "COLORTERM": "truecolor"}
    terminal = first_start(computer, "germany", "Germany")
    walk(terminal)
    assert "✓ Open the menu" in terminal.screen()
    assert under_cursor(terminal.screen())
    assert "┏━" in terminal.screen()
    terminal.press("n")
    terminal.expect("Note: ")
    terminal.type("written")
    terminal.expect("written")
    terminal.wait_for(lambda _: 7 in looks_sent(terminal), "a cursor in the field")
    assert looks_sent(terminal) <= ATTRIBUTES
    terminal.escape_from("Note: ")
    terminal.press("t")
    terminal.expect("NO_COLOR is set")
    assert looks_sent(terminal) <= ATTRIBUTES
    leave(terminal)
    assert 'theme = "dark"' in (computer.data / "settings.toml").read_text(encoding="utf-8")


def test_no_color_set_to_nothing_asks_for_nothing(computer: Computer) -> None:
    computer.env["NO_COLOR"] = ""
    terminal = first_start(computer, "germany", "Germany")
    assert looks_sent(terminal) - ATTRIBUTES
    leave(terminal)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_inside_tmux_the_program_runs_and_gives_the_window_back(computer: Computer) -> None:
    server = ["tmux", "-S", str(computer.home / "tmux"), "-f", "/dev/null"]
    words = [*server, "new-session", *program()]
    terminal = Terminal(words, env=computer.env, cwd=computer.desk)
    computer.terminals.append(terminal)
    try:
        terminal.expect("Where do you live?")
        terminal.expect(HERE)
        terminal.type("germany")
        terminal.expect(f"{HERE} Germany")
        terminal.resize(60, 20)
        terminal.expect("f1 More")
        terminal.press("enter")
        terminal.expect("Which accounts do you have?")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    finally:
        subprocess.run([*server, "kill-server"], env=computer.env, capture_output=True, check=False)
