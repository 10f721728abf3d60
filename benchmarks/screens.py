"""The screens, in a real terminal: how long until they stand, and until a key has its effect."""

import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.bare import READY
from benchmarks.figures import Figure, Pair
from tests.e2e.computer import Computer
from tests.e2e.terminal import Terminal

BARE = [sys.executable, str(Path(__file__).with_name("bare.py"))]
QUIET = 0.05
"""Seconds without output that count as a rest before the next key."""
PANE = 38
"""The column where the pane with the step begins, 100 columns wide."""
CHECKLIST, PLATFORM, REGION = "Personal", "instagram", "DE"


def start_screen(computer: Computer, count: int) -> Figure:
    """Measure from the start of the process to the last word of the bottom line."""
    ours, bare = partial(computer.start), partial(_bare, computer)
    _time_to(ours, "? More"), _time_to(bare, READY)
    pairs = []
    for n in range(count):
        if n % 2:
            floor = _time_to(bare, READY)
            pairs.append(Pair([_time_to(ours, "? More")], [floor]))
        else:
            first = _time_to(ours, "? More")
            pairs.append(Pair([first], [_time_to(bare, READY)]))
    return Figure("start, to the last word of the screen", "the bare program", pairs)


def down_key(computer: Computer, count: int) -> Figure:
    """Measure from ``down`` on the guide to the step's title in the pane beside the list."""
    titles = _titles(computer)
    pairs = []
    for _ in range(count):
        terminal = computer.start(CHECKLIST)
        ours = _walk(terminal, titles)
        _leave(terminal)
        terminal = _bare(computer)
        floor = _echo(terminal, len(titles) - 1)
        _leave(terminal)
        pairs.append(Pair(ours, floor))
    return Figure("down on the guide, to the step's text", "the bare program's echo", pairs)


def _bare(computer: Computer) -> Terminal:
    terminal = Terminal(BARE, env=computer.env, cwd=computer.desk)
    computer.terminals.append(terminal)
    return terminal


def _time_to(start: Callable[[], Terminal], text: str) -> float:
    terminal = start()
    terminal.expect(text)
    took = (terminal.seen_at - terminal.started_at) * 1000
    _leave(terminal)
    return took


def _leave(terminal: Terminal) -> None:
    terminal.press("q")
    terminal.wait_exit()
    terminal.close()


def _titles(computer: Computer) -> list[str]:
    told = computer.do("guides", "show", PLATFORM, "--region", REGION, "--json")
    return [step["title"] for step in json.loads(told)["route"]["steps"]]


def _walk(terminal: Terminal, titles: Sequence[str]) -> list[float]:
    """Go down through all steps and return how long each key took to show its step.

    In the end the cursor is back on the first step, where the next start finds it.
    """
    first, *others = titles
    shows_first = partial(_shows, first)
    terminal.wait_for(shows_first, first)
    took = [_answer_time(terminal, partial(_shows, title), title) for title in others]
    terminal.press("home")
    terminal.wait_for(shows_first, first)
    return took


def _echo(terminal: Terminal, count: int) -> list[float]:
    terminal.expect(READY)
    return [
        _answer_time(terminal, partial(_holds, f"down {n}"), f"down {n}")
        for n in range(1, count + 1)
    ]


def _answer_time(terminal: Terminal, shown: Callable[[str], bool], what: str) -> float:
    terminal.rest(QUIET)
    pressed_at = terminal.press("down")
    return (terminal.wait_for(shown, what) - pressed_at) * 1000


def _shows(title: str, screen: str) -> bool:
    """Whether the pane, right of the list that holds all titles, bears this one on a line."""
    return any(line[PANE:].strip(" │┃▁▂▃▄▅▆▇█") == title for line in screen.splitlines())


def _holds(text: str, screen: str) -> bool:
    return text in screen
