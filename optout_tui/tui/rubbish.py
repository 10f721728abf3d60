"""Looking for garbage in quiet moments: a look at everything takes longer than a key may."""

import asyncio
import gc

YOUNG = (10_000, 10, 1_000_000)
"""How much is made before what is new is looked through; the rest is left to quiet moments."""
QUIET = 0.15
"""Seconds without a key that make a moment quiet: more than between two keys of quick hands."""


class Rubbish:
    """A closed screen is tens of thousands of things that hold each other."""

    def __init__(self) -> None:
        """Expect nothing yet."""
        self._next: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Have looks again, at what is made from now on: nothing made before is garbage."""
        gc.freeze()
        gc.set_threshold(*YOUNG)
        gc.enable()

    def expect(self) -> None:
        """Look through everything in the next quiet moment."""
        self._stop()
        self._next = asyncio.get_running_loop().call_later(QUIET, self._look)

    def wait(self) -> None:
        """Somebody is at the keys: this moment is not quiet."""
        if self._next is not None:
            self.expect()

    def _stop(self) -> None:
        if self._next is not None:
            self._next.cancel()
            self._next = None

    def _look(self) -> None:
        self._next = None
        gc.collect()
