"""From an empty data folder to the export in somebody's hands."""

import os
import re
from pathlib import Path

import pytest

from tests.e2e.computer import Computer
from tests.e2e.journey import (
    TAKES_THE_SCREEN,
    add_account,
    do_instagram,
    do_x,
    first_start,
    leave,
    move_to,
    revision,
    tick,
)

EXPECTED = Path(__file__).parent / "expected"
RENEW = "OPTOUT_RENEW"
"""Set to 1, the expected files are written anew: do so after a guide has changed, and read the
difference before it is committed."""


def test_a_first_start_ends_in_an_export(computer: Computer) -> None:
    terminal = first_start(computer, "germany", "Germany")
    add_account(terminal, "Instagram", "@anika")
    add_account(terminal, "X", "@anika")
    terminal.press("enter")
    terminal.expect("step 1 of 7")
    do_instagram(terminal)
    terminal.expect("Press enter for X @anika")
    terminal.press("enter")
    terminal.expect("step 1 of 6")
    do_x(terminal)
    terminal.expect("That was the last account")
    terminal.press("enter")
    terminal.expect("What this does not do")
    terminal.press("x")
    terminal.expect("Export Personal")
    terminal.press("enter")
    terminal.expect("Written:")
    leave(terminal)
    written = computer.desk / "Personal 2026-11-22.md"
    text = written.read_text(encoding="utf-8")
    assert_as_expected(text, "personal.md")
    assert text == computer.do("export", "Personal")
    assert written.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("columns", "rows"), [(60, 20), (80, 24)])
def test_a_first_start_in_a_small_window(computer: Computer, columns: int, rows: int) -> None:
    terminal = first_start(computer, "germany", "Germany", columns=columns, rows=rows)
    add_account(terminal, "Instagram", "@anika")
    add_account(terminal, "X", "@anika")
    terminal.press("enter")
    terminal.expect("Open the menu")
    do_instagram(terminal)
    terminal.press("enter")
    terminal.expect("X  @anika")
    do_x(terminal)
    terminal.press("enter")
    terminal.expect("Instagram @anika   done")
    assert all(len(line) <= columns for line in terminal.screen().splitlines())
    leave(terminal)
    steps = [len(account["steps"]) for account in computer.checklist("Personal")["accounts"]]
    assert steps == [7, 6]


def test_a_window_that_is_too_small_says_so_and_loses_nothing(computer: Computer) -> None:
    terminal = first_start(computer, "germany", "Germany")
    add_account(terminal, "Instagram", "@anika")
    terminal.press("enter")
    terminal.expect("step 1 of 7")
    tick(terminal)
    terminal.expect("step 2 of 7")
    terminal.resize(30, 8)
    terminal.expect("too small")
    terminal.resize(100, 30)
    terminal.expect("step 2 of 7")
    terminal.expect("? More")
    assert "too small" not in terminal.screen()
    assert revision(terminal) == computer.checklist("Personal")["revision"]
    leave(terminal)


@pytest.mark.parametrize("ahead", [True, False], ids=["ahead", "at the first frame"])
def test_what_is_typed_before_the_screen_is_whole_counts(computer: Computer, ahead: bool) -> None:
    terminal = computer.start()
    if ahead:
        terminal.wait_for(lambda _: TAKES_THE_SCREEN in terminal.raw, "the screen being taken")
    else:
        terminal.expect("Where do you live?")
    terminal.type("germany")
    terminal.press("enter")
    terminal.expect("Which accounts do you have?")
    assert computer.checklist("Personal")["region"] == "DE"


def test_the_first_step_takes_ten_keys_and_the_handle(computer: Computer) -> None:
    keys = [*"ger", "enter"]
    terminal = first_start(computer, "ger", "Germany")
    keys += ["down"] * move_to(terminal, "[ ] Instagram")
    keys += ["space", "enter", "enter"]  # tick it, take the handle, go on
    add_account(terminal, "Instagram", "@anika")
    terminal.press("enter")
    terminal.expect("step 1 of 7")
    assert len(keys) <= 10


def test_in_the_united_states_it_says_that_there_is_no_opt_out(computer: Computer) -> None:
    terminal = first_start(computer, "united states", "United States")
    add_account(terminal, "Instagram", "@anika")
    terminal.press("enter")
    terminal.expect("There is no opt-out for Instagram in the United States.")
    terminal.expect("These steps reduce what is public.")
    leave(terminal)


def assert_as_expected(text: str, name: str) -> None:
    """*text* is what lies in the expected file, but for the version of the program."""
    text = re.sub(r"(optout-tui )\d+(\.\w+)+", r"\1VERSION", text)
    path = EXPECTED / name
    if os.environ.get(RENEW) == "1":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"if the guides changed, set {RENEW}=1"
