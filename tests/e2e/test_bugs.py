"""A bug under the screens: the terminal restored, one line, and a report that knows nobody."""

import signal
import sys
from collections.abc import Callable

import pytest

from tests.e2e.computer import TODAY, Computer
from tests.e2e.journey import assert_restored, revision, tick
from tests.e2e.terminal import Terminal

BUG = 1
PERSONAL = ("anika", "my own words", "4711", "Personal", "demo")
"""What stands in the checklist, in the bug's own message, or among the arguments."""

BREAK = """
import sys
from optout_tui.__main__ import main
import optout_tui.tui.running, optout_tui.tui.widgets.bars, optout_tui.tui.dialogs.note
from optout_tui.tui.screens.guide import GuideScreen

def broken(self, *given, **more):
    handle, note = "@anika", "my own words"
    try:
        raise KeyError(handle)
    except KeyError as error:
        error.add_note(note)
        raise ValueError(f"{handle}: {note}, 4711") from error

{where} = broken
sys.exit(main())
"""

IN_TASK = """
import asyncio
def broken_later(self):
    async def work():
        broken(self)
    self.kept = asyncio.get_running_loop().create_task(work())
    self.kept = None
GuideScreen.action_note = broken_later
GuideScreen.unused"""


class Broken:
    """A computer whose program has a bug in one place."""

    def __init__(self, computer: Computer) -> None:
        """Put a checklist on it."""
        self.computer = computer
        computer.do("new", "demo", "--region", "DE", "--account", "instagram:@anika")
        computer.do("mark", "demo", "instagram", "open-menu", "done", "--note", "my own words")

    def start(self, where: str, *, on_screen: str = "step 2 of 7") -> Terminal:
        """Start the program with a bug at *where* and wait for what stands on the screen."""
        words = [sys.executable, "-c", BREAK.replace("{where}", where), "demo", "--today", TODAY]
        terminal = Terminal(words, env=self.computer.env, cwd=self.computer.desk)
        self.computer.terminals.append(terminal)
        if on_screen:
            terminal.expect(on_screen)
        return terminal

    def assert_ended_in_order(self, terminal: Terminal) -> None:
        """One line in the program's name, a report beside the checklists, nothing personal."""
        assert terminal.wait_exit() == BUG
        assert_restored(terminal)
        said = bytes(terminal.raw).rpartition(b"\x1b[?1049l")[2].decode()
        assert "Traceback" not in terminal.raw.decode()
        assert said.count("optout-tui: ") == 1
        assert "a bug of ours (ValueError); the report, without personal data, is in " in said
        [report] = (self.computer.data / "crash-reports").iterdir()
        assert report.name in said
        assert report.stat().st_mode & 0o777 == 0o600
        told = report.read_text("utf-8")
        assert "builtins.ValueError" in told
        for personal in (*PERSONAL, str(self.computer.home), str(self.computer.data)):
            assert personal not in told


@pytest.fixture
def broken(computer: Computer) -> Broken:
    return Broken(computer)


def press(key: str) -> Callable[[Terminal], object]:
    return lambda terminal: terminal.press(key)


def stop(terminal: Terminal) -> None:
    terminal.send(signal.SIGTERM)


@pytest.mark.parametrize(
    ("where", "then"),
    [
        ("GuideScreen.action_problem", press("p")),
        ("optout_tui.tui.dialogs.note.NoteDialog.fields", press("n")),
        ("optout_tui.tui.dialogs.note.NoteDialog.action_dismiss_with_nothing", press("n")),
        ("GuideScreen._show_step", press("down")),
        ("GuideScreen.before_leaving", press("q")),
        ("GuideScreen.before_leaving", stop),
        (IN_TASK, press("n")),
    ],
    ids=["key", "building", "dialog", "cursor", "leaving", "signal", "task"],
)
def test_a_bug_under_a_screen(broken: Broken, where: str, then: Callable[[Terminal], None]) -> None:
    terminal = broken.start(where, on_screen="" if where.endswith("_show_step") else "step 2 of 7")
    then(terminal)
    if where.endswith("dismiss_with_nothing"):
        terminal.expect("Note: ")
        terminal.press("escape")
    broken.assert_ended_in_order(terminal)


@pytest.mark.parametrize(
    "where", ["optout_tui.tui.widgets.bars.TopBar.render", "GuideScreen.on_mount"]
)
def test_a_bug_before_the_first_picture(broken: Broken, where: str) -> None:
    broken.assert_ended_in_order(broken.start(where, on_screen=""))


def test_what_was_ticked_before_a_bug_is_kept(broken: Broken) -> None:
    terminal = broken.start("GuideScreen.action_problem")
    tick(terminal)
    saved = revision(terminal)
    terminal.press("space", "p")
    broken.assert_ended_in_order(terminal)
    checklist = broken.computer.checklist("demo")
    assert checklist["revision"] == saved + 1
    marked = [step["id"] for step in checklist["accounts"][0]["steps"]]
    assert marked == ["open-menu", "find-block", "open-form"]


def test_bytes_that_are_no_text_end_it_in_order_too(broken: Broken) -> None:
    terminal = broken.start("GuideScreen.unused")
    terminal._write(b"\xe9\x20")
    assert terminal.wait_exit() == BUG
    assert_restored(terminal)
    assert "a bug of ours (KeyboardLostError)" in terminal.screen()
