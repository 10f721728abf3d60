"""How much may come out of the files that were handed over."""

from collections.abc import Sequence

from optout_tui.audit.archive.inflating import Damaged
from optout_tui.audit.archive.sources import Source

FREE = 256 * 1024 * 1024
MOST_TO_ONE = 60


class Budget:
    """How much may come out of each file, by what it weighs: all of a bomb is too much."""

    def __init__(self, sources: Sequence[Source]) -> None:
        """Begin with all of it left."""
        self._left = [FREE + MOST_TO_ONE * source.weight for source in sources]

    def spend(self, source: int, size: int) -> None:
        """Take *size* bytes from what may still come; raises Damaged."""
        self._left[source] -= size
        if self._left[source] < 0:
            raise Damaged("was not read: the file unpacks to far more than an export does")
