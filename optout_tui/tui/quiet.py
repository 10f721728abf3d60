"""What is done in quiet moments, because it takes longer than a key may."""

import asyncio
import gc
from collections import deque
from collections.abc import Callable
from functools import partial
from importlib import import_module

YOUNG = (5_000, 4, 1_000_000)
"""How much is made before what is new is looked through for garbage; the rest has time."""
QUIET = 0.15
"""Seconds without a key that make a moment quiet: more than between two keys of quick hands."""
BREATH = 0.005
"""Seconds between two works, in which a key can come in."""

_SCREENS = "optout_tui.tui.screens"
OTHERS = (
    *(f"{_SCREENS}.guide", f"{_SCREENS}.platforms", f"{_SCREENS}.letter", "jinja2"),
    *(f"{_SCREENS}.summary", f"{_SCREENS}.region", f"{_SCREENS}.compare", f"{_SCREENS}.due"),
)
"""What the next screens need, the likeliest first."""


class Quiet:
    """Works that wait for a quiet moment, one after the other, and give way to every key."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._works: deque[Callable[[], object]] = deque()
        self._next: asyncio.TimerHandle | None = None
        self._has_others = False

    def begin(self) -> None:
        """Look for garbage again, in what is made from now on: nothing made before is any."""
        gc.freeze()
        gc.set_threshold(*YOUNG)
        gc.enable()

    def let_go(self) -> None:
        """Look through everything: a closed screen is tens of thousands of things."""
        if gc.collect not in self._works:
            self._works.append(gc.collect)
        self._wait(QUIET)

    def load_others(self) -> None:
        """Load what other screens need, once the person has left the first one."""
        if not self._has_others:
            self._has_others = True
            self._works.extend(partial(import_module, name) for name in OTHERS)
            self._wait(QUIET)

    def disturb(self) -> None:
        """Somebody is at the keys: this moment is not quiet."""
        if self._works:
            self._wait(QUIET)

    def _wait(self, seconds: float) -> None:
        if self._next is not None:
            self._next.cancel()
        self._next = asyncio.get_running_loop().call_later(seconds, self._work)

    def _work(self) -> None:
        self._works.popleft()()
        if self._works:
            self._wait(BREATH)
