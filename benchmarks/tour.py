"""A tour of all screens, in a real terminal: how long each key takes until all it asks for stands.

What a key asks for is learned on a first tour, which is not measured: the text of the screen
once nothing more comes. On the measured tours that text is waited for.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.bare import READY
from benchmarks.figures import Figure, Goal, Pair, Took
from benchmarks.folders import lay_out_anew
from benchmarks.starting import FLOOR, LAST_WORD, cpu_used, leave, peak, run_bare, tells_memory
from tests.e2e.computer import Computer
from tests.e2e.terminal import Terminal

QUIET = 0.08
"""Seconds without output that count as a rest before the next key."""
SETTLED = 0.25
"""Seconds without output after which a screen is as it will be."""
SLOW = 1.0
"""Seconds after which a key that has changed nothing will change nothing."""
ECHOES, ESCAPES = 20, 5

MOVING, TYPING = "the cursor on {}", "typing on {}"
FIRST, AGAIN = "{}, the first time", "{}, again"
BACK, DIALOGS = "escape", "dialogs"
KEY = (Goal("median", 25), Goal("95th", 30))
GOALS = {
    MOVING: KEY,
    TYPING: KEY,
    FIRST: (Goal("median", 100),),
    AGAIN: (Goal("median", 60),),
    BACK: (Goal("added", 30),),
}
_NO_TEXT = re.compile(r"[▁▂▃▄▅▆▇█]")


class Stop(NamedTuple):
    """A key on the tour; an unmeasured one, which has no *kind*, only leads on."""

    key: str
    kind: str = ""
    where: str = ""

    @property
    def what(self) -> str:
        """The figure it counts for."""
        return self.kind.format(self.where)


def _down(where: str, count: int = 7) -> list[Stop]:
    return [Stop("down", MOVING, where)] * count


def _typed(where: str, text: str) -> list[Stop]:
    return [Stop(char, TYPING, where) for char in text]


def _tour(opened: str) -> list[Stop]:
    """Return the way through all screens, from the start screen and back to it.

    Keys on a screen are measured where it is opened for the first time.
    """
    back = Stop("escape", BACK)

    def opens(key: str, where: str, *keys: Stop) -> list[Stop]:
        return [Stop(key, opened, where), *(keys if opened == FIRST else ())]

    def dialogs(keys: str) -> list[Stop]:
        return [stop for key in keys for stop in (Stop(key, opened, DIALOGS), Stop("escape"))]

    out = Stop("escape")
    return [
        *(_down("Start") if opened == FIRST else ()),
        *opens("c", "Compare", *_down("Compare"), Stop("/"), *_typed("Compare", "google"), out),
        back,
        *opens("d", "Due", *_down("Due")),
        back,
        Stop("home"),
        *opens("enter", "Guide", *_down("Guide", 5), Stop("home")),
        *dialogs("?pn"),
        *opens("l", "Letter", Stop("tab"), *_typed("Letter", "drawing"), out),
        back,
        *opens("f", "Summary", *_down("Summary", 5)),
        *dialogs("x"),
        back,
        *opens("a", "Platforms", *_down("Platforms", 2), Stop("h"), *_typed("Platforms", "anika")),
        *([out, *_down("Platforms"), Stop("home")] if opened == FIRST else ()),
        *opens("g", "Region", *_down("Region"), *_typed("Region", "germany")),
        back,
        back,
        out,
    ]


def tour(computer: Computer, data: Path, count: int) -> Iterator[Figure]:
    """Measure every key of *count* tours through copies of *data*, and the memory they take."""
    stops = [*_tour(FIRST), *_tour(AGAIN)]
    asked = _learn(computer, data, stops)
    pairs: dict[str, list[Pair]] = {}
    peaks = []
    for _ in range(count):
        times, ours = _walk(computer, data, stops, asked)
        echoes, escapes, bare = _echoes(computer)
        peaks.append(Pair([ours], [bare]))
        for what, values in times.items():
            floor = escapes if what == BACK else echoes
            pairs.setdefault(what, []).append(Pair.of(values, floor))
    goals = {stop.what: GOALS[stop.kind] for stop in stops if stop.kind}
    for what, measured in pairs.items():
        key = "escape" if what == BACK else "key"
        yield Figure(what, f"the bare program's {key}", measured, goals[what])
    if tells_memory():
        goal = (Goal("median", 55),)
        yield Figure("memory after the tour, peak", FLOOR, peaks, goal, "MB")


def _learn(computer: Computer, data: Path, stops: Sequence[Stop]) -> list[str]:
    """Return what stands on the screen in the end after each of *stops*."""
    terminal = _begin(computer, data)
    asked = [_text(terminal.screen())]
    for stop in stops:
        terminal.press(stop.key)
        terminal.rest(SETTLED)
        if _text(terminal.screen()) == asked[-1]:
            terminal.rest(SLOW)
        asked.append(_text(terminal.screen()))
    leave(terminal)
    return asked[1:]


def _walk(
    computer: Computer, data: Path, stops: Sequence[Stop], asked: Sequence[str]
) -> tuple[dict[str, list[Took]], float]:
    """Return the milliseconds of the keys that change anything, by figure, and the peak in MB."""
    terminal = _begin(computer, data)
    times: dict[str, list[Took]] = {}
    before = _text(terminal.screen())
    for stop, text in zip(stops, asked, strict=True):
        took = _answer_time(terminal, stop.key, text)
        if not stop.kind:
            terminal.rest(SETTLED)
        elif text != before:
            times.setdefault(stop.what, []).append(took)
        before = text
    most = peak(terminal)
    leave(terminal)
    return times, most


def _begin(computer: Computer, data: Path) -> Terminal:
    lay_out_anew(computer, data)
    terminal = computer.start()
    terminal.expect(LAST_WORD)
    terminal.rest(SETTLED)
    return terminal


def _echoes(computer: Computer) -> tuple[list[Took], list[Took], float]:
    """Return how long the bare program takes to show a key, and escape, and its peak in MB."""
    terminal = run_bare(computer)
    terminal.expect(READY)
    keys = [_echo(terminal, "down", n) for n in range(ECHOES)]
    escapes = [_echo(terminal, "escape", n) for n in range(ECHOES, ECHOES + ESCAPES)]
    most = peak(terminal)
    leave(terminal)
    return keys, escapes, most


def _echo(terminal: Terminal, key: str, before: int) -> Took:
    return _answer_time(terminal, key, f"{key} {before + 1}")


def _answer_time(terminal: Terminal, key: str, text: str) -> Took:
    """Press *key* in a quiet moment; return what it took until the screen's text is *text*."""
    terminal.rest(QUIET)
    used = cpu_used(terminal)
    pressed_at = terminal.press(key)
    shown_at = terminal.wait_for(lambda screen: _text(screen) == text, f"the answer to {key}")
    return Took((shown_at - pressed_at) * 1000, cpu_used(terminal) - used)


def _text(screen: str) -> str:
    """Return the text of *screen*, without scroll bars and empty lines."""
    lines = (_NO_TEXT.sub(" ", line).rstrip() for line in screen.splitlines())
    return "\n".join(filter(None, lines))
