"""One journey on the screen and on lines: the same checklist and the same export, byte for byte."""

import re
from collections.abc import Callable
from functools import partial

from tests.audit.exports.instagram import instagram_2025
from tests.audit.exports.making import zipped
from tests.e2e.computer import Computer
from tests.e2e.journey import (
    FOCUSED,
    HERE,
    add_account,
    first_start,
    leave,
    next_field,
    revision,
    tick,
    tick_and_answer,
)
from tests.e2e.terminal import Terminal

BY_CHANCE = re.compile(r'^(id = "[0-9a-f]{8,}|parent = ).*$', re.MULTILINE)
"""The checklist's own id, and the digests that follow from it."""

LINES = (
    "Germany", "instagram, x", "@anika", "@anika",
    "done", "done",
    "problem", "The word “object” is not there",
    "note", "It said “erase” instead", "done",
    "done",
    "audit", "~/Downloads/export.zip", "", "yes", "no",
    "done", "2026-11-22", "with their form", "4711",
    "done", "a screenshot", "",
    "reply", "they need more time", "2026-11-22", "two more months",
    "done", "a mail: they will do it", "Your objection",
    "done", "done", "skip", "done", "done",
    "done", "a screenshot", "grok.png",
    "export", "md", "1", "",
    "leave",
)  # fmt: skip


def test_the_same_journey_by_keys_and_by_lines(new_computer: Callable[[str], Computer]) -> None:
    keys, lines = with_export(new_computer("keys")), with_export(new_computer("lines"))
    by_keys(keys)
    by_lines(lines)
    assert_same(lines, keys)


def test_each_goes_on_where_the_other_stopped(new_computer: Callable[[str], Computer]) -> None:
    keys, both = with_export(new_computer("keys")), with_export(new_computer("both"))
    by_keys(keys)
    told = both.run("--plain", piped=typed(LINES[:8]))
    assert told.stdout.endswith('All is saved. Go on with: optout-tui --plain "Personal"\n')
    terminal = both.start("Personal")
    terminal.expect("step 3 of 7")
    note_and_tick(terminal)
    leave(terminal)
    both.run("Personal", "--plain", piped=typed(LINES[11:]))
    assert_same(both, keys)


def assert_same(one: Computer, other: Computer) -> None:
    """The checklists and the exports of both are the same but for what chance made."""
    for computer in (one, other):
        (kept,) = computer.checklist("Personal")["accounts"][0]["audits"]
        assert kept["items"]["posts"] == 5
    texts = [BY_CHANCE.sub("", c.path("Personal").read_text("utf-8")) for c in (one, other)]
    assert texts[0] == texts[1]
    exports = [(c.desk / "Personal 2026-11-22.md").read_bytes() for c in (one, other)]
    assert exports[0] == exports[1]


def with_export(computer: Computer) -> Computer:
    """Return *computer* with an export among the downloads."""
    (computer.home / "Downloads").mkdir()
    zipped(computer.home / "Downloads" / "export.zip", instagram_2025())
    return computer


def typed(lines: tuple[str, ...]) -> str:
    """Return answers as they come through a pipe."""
    return "".join(f"{line}\n" for line in lines)


def by_lines(computer: Computer) -> None:
    """Go through it on lines."""
    done = computer.run("--plain", piped=typed(LINES))
    assert (done.returncode, done.stderr) == (0, "")
    assert "type a number from" not in done.stdout


def by_keys(computer: Computer) -> None:
    """Go through it on the screen."""
    terminal = first_start(computer, "germany", "Germany")
    add_account(terminal, "Instagram", "@anika")
    add_account(terminal, "X", "@anika")
    terminal.press("enter")
    terminal.expect("step 1 of 7")
    tick(terminal, 2)
    answer(terminal, "p", f"{HERE} The word “object”", "enter")
    note_and_tick(terminal)
    tick(terminal)
    audit(terminal)
    tick_and_answer(terminal, "Sent: Instagram @anika", "4711")
    tick_and_answer(terminal, "Proof: Instagram @anika")
    more_time(terminal)
    tick_and_answer(terminal, "Proof: Instagram @anika", "Your objection")
    terminal.press("enter")
    terminal.expect("step 1 of 6")
    tick(terminal, 2)
    answer(terminal, "s")
    tick(terminal, 2)
    tick_and_answer(terminal, "Proof: X @anika", "grok.png")
    terminal.press("enter")
    terminal.expect("What this does not do")
    terminal.press("x")
    terminal.expect("Export Personal")
    terminal.press("enter")
    terminal.expect("Written:")
    leave(terminal)


def note_and_tick(terminal: Terminal) -> None:
    """Put a note at the step, then tick it."""
    saved = revision(terminal)
    terminal.press("n")
    terminal.expect("ctrl+s Keep")
    terminal.type("It said “erase” instead")
    terminal.expect("instead")
    terminal.press("ctrl+s")
    terminal.expect(f"Saved · revision {saved + 1}")
    tick(terminal)


def audit(terminal: Terminal) -> None:
    """Look at the only export that was downloaded, and keep its figures."""
    saved = revision(terminal)
    terminal.press("d")
    terminal.expect(f"{HERE} [ ]  export.zip")
    terminal.press("enter")
    terminal.expect("What you made")
    terminal.press("k")
    terminal.expect("Keep these figures?")
    terminal.press("y")
    terminal.expect(f"Saved · revision {saved + 1}")
    terminal.press("escape")
    terminal.expect("step 5 of 7")


def more_time(terminal: Terminal) -> None:
    """Record that they need more time, in words of theirs."""
    saved = revision(terminal)
    terminal.press("b")
    terminal.expect("What do they say?")
    terminal.expect(FOCUSED)
    terminal.press("down", "down")
    terminal.expect(f"{HERE} they need more time")
    for _ in range(2):
        next_field(terminal)
    terminal.type("two more months")
    terminal.expect("two more months")
    terminal.press("enter")
    terminal.expect(f"Saved · revision {saved + 1}")


def answer(terminal: Terminal, key: str, question: str = "", *keys: str) -> None:
    """Press *key*, answer its *question* with *keys*, and wait until that is saved."""
    saved = revision(terminal)
    terminal.press(key)
    if question:
        terminal.expect(question)
        terminal.press(*keys)
    terminal.wait_for(partial(_holds, f"Saved · revision {saved + 1}"), "a save")


def _holds(text: str, screen: str) -> bool:
    return text in screen
