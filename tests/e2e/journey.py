"""The ways through the screens that several tests go, by the keys a person presses."""

import re
from functools import partial

from tests.e2e.computer import Computer
from tests.e2e.terminal import Terminal

HERE = "▸"
"""Stands before the line under the cursor."""
FOCUSED = "│  ┏━"
"""The heavy frame, in a dialog, of the field that is typed in."""

TAKES_THE_SCREEN = b"\x1b[?1049h"
LONGEST_LIST = 100

_UNDER_CURSOR = re.compile(rf"{HERE} *(\S.*?)(?:  |$)", re.MULTILINE)
_REVISION = re.compile(r"Saved · revision (\d+)")


def first_start(
    computer: Computer, typed: str, region: str, *, columns: int = 100, rows: int = 30
) -> Terminal:
    """Start in an empty data folder, choose *region* by typing, and be asked for the accounts."""
    terminal = computer.start(columns=columns, rows=rows)
    terminal.expect("Where do you live?")
    terminal.expect(HERE)
    terminal.type(typed)
    terminal.expect(f"{HERE} {region}")
    terminal.press("enter")
    terminal.expect("Which accounts do you have?")
    terminal.expect(f"{HERE} [ ]")
    return terminal


def move_to(terminal: Terminal, line: str, key: str = "down") -> int:
    """Press *key* until *line* stands under the cursor; return how often it was pressed."""
    presses = 0
    while not (before := under_cursor(terminal.screen())).startswith(line):
        assert presses < LONGEST_LIST, f"{line} is not in the list:\n{terminal.screen()}"
        terminal.press(key)
        presses += 1
        terminal.wait_for(partial(_moved_from, before), line)
    return presses


def under_cursor(screen: str) -> str:
    """Return the beginning of the line under the cursor, up to where its first column ends."""
    found = _UNDER_CURSOR.search(screen)
    return found[1] if found else ""


def _moved_from(before: str, screen: str) -> bool:
    return under_cursor(screen) not in ("", before)


def add_account(terminal: Terminal, platform: str, handle: str) -> None:
    """Tick *platform* in the list of platforms and give it a handle."""
    move_to(terminal, f"[ ] {platform}")
    terminal.press("space")
    terminal.expect(f"handle on {platform}")
    terminal.type(handle)
    terminal.press("enter")
    terminal.expect(f"[x] {platform}")
    terminal.expect_gone(f"handle on {platform}")


def revision(terminal: Terminal) -> int:
    """Wait until the bottom line says that all is saved and return the revision it names."""
    terminal.expect("Saved · revision ")
    found = _REVISION.search(terminal.screen())
    assert found
    return int(found[1])


def tick(terminal: Terminal, times: int = 1) -> None:
    """Tick the step under the cursor, which asks nothing, and the ones after it."""
    for _ in range(times):
        saved = revision(terminal)
        terminal.press("space")
        terminal.expect(f"Saved · revision {saved + 1}")


def tick_and_answer(terminal: Terminal, question: str, second_field: str = "") -> None:
    """Tick the step under the cursor, answer its *question*, and wait until that is saved."""
    saved = revision(terminal)
    terminal.press("space")
    terminal.expect(question)
    terminal.expect(FOCUSED)
    if second_field:
        next_field(terminal)
        terminal.type(second_field)
        terminal.expect(second_field)
    terminal.press("enter")
    terminal.expect_gone(question)
    terminal.expect(f"Saved · revision {saved + 1}")


def next_field(terminal: Terminal) -> None:
    """Go to the next field of a dialog and wait until it is framed as the one typed in."""
    before = terminal.screen()
    terminal.press("tab")
    terminal.wait_for(lambda screen: screen != before and FOCUSED in screen, "the next field")


def do_instagram(terminal: Terminal) -> None:
    """Do every step of Instagram in Germany, from the first: object, and be told yes."""
    tick(terminal, 4)
    tick_and_answer(terminal, "Sent: Instagram @anika", "4711")
    tick_and_answer(terminal, "Proof: Instagram @anika")
    tick_and_answer(terminal, "Proof: Instagram @anika", "Your objection")


def do_x(terminal: Terminal) -> None:
    """Do every step of X in Germany, from the first: turn the switch off, keep a picture."""
    tick(terminal, 5)
    tick_and_answer(terminal, "Proof: X @anika")


def leave(terminal: Terminal) -> None:
    """Leave by the key for it; the program ends well and the terminal is as it was."""
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert_restored(terminal)


def assert_restored(terminal: Terminal) -> None:
    """The terminal is as it was before the program: no mode is on, and lines are typed again."""
    assert TAKES_THE_SCREEN in terminal.raw, "it never took the screen"
    assert terminal.modes_on() == set()
    assert terminal.raw.count(b"\x1b[<u") == len(re.findall(rb"\x1b\[>\d+u", terminal.raw))
    assert terminal.takes_lines()
