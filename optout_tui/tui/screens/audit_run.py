"""Reading exports off the screen's thread: begun, told of, and stopped at any time."""

import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from optout_tui.safety.refusal import Refusal
from optout_tui.tui.background import in_background
from optout_tui.tui.widgets.page import Page

if TYPE_CHECKING:  # choosing a file needs none of what reads it
    from optout_tui.audit.archive.model import Audit, Item, Progress

T = TypeVar("T")

GROUP = "audit"


class AuditRun(Page):
    """A page that reads exports. The screen goes on answering keys meanwhile."""

    def __init__(self) -> None:
        """Begin with nothing to read."""
        super().__init__()
        self.progress: Progress | None = None
        self._stop = threading.Event()

    def on_unmount(self) -> None:
        """Read no further once the page is left: the program waits for its threads."""
        self._stop.set()

    def stop_reading(self) -> None:
        """Have the reading end soon."""
        self._stop.set()

    def begin_audit(self, files: Sequence[Path]) -> None:
        """Read *files* and call ``audited``, ``refused`` or ``stopped``."""
        from optout_tui.audit.archive import audit

        stop = self._begin()

        def work() -> "Audit":
            return audit(files, on_progress=self._take_note, is_cancelled=stop.is_set)

        self.run_worker(self._run(work, self.audited, stop), group=GROUP, exclusive=True)

    def begin_item(self, files: Sequence[Path], number: int) -> None:
        """Look for one thing in *files* and call ``item_found``, ``refused`` or ``stopped``."""
        from optout_tui.audit.archive import item_at

        stop = self._begin()

        def work() -> "Item":
            return item_at(files, number, on_progress=self._take_note, is_cancelled=stop.is_set)

        def told(item: "Item") -> None:
            self.item_found(number, item)

        self.run_worker(self._run(work, told, stop), group=GROUP, exclusive=True)

    def _begin(self) -> threading.Event:
        self._stop = threading.Event()
        self.progress = None
        return self._stop

    async def _run(
        self, work: Callable[[], T], told: Callable[[T], None], stop: threading.Event
    ) -> None:
        from optout_tui.audit.archive import Cancelled

        try:
            found = await in_background(work)
        except Cancelled:
            self.stopped()
        except Refusal as reason:
            self.refused(reason)
        else:
            told(found)
        finally:
            stop.set()

    def _take_note(self, progress: "Progress") -> None:
        """Remember how far it is; the screen looks at it now and then."""
        self.progress = progress

    def audited(self, audit: "Audit") -> None:
        """Show what was found."""

    def item_found(self, number: int, item: "Item") -> None:
        """Show the item of that number."""

    def refused(self, reason: Refusal) -> None:
        """Say why nothing could be read."""

    def stopped(self) -> None:
        """Say that the reading was stopped."""


def day_of(item: "Item") -> str:
    """Return the ISO day (UTC) of an item, or that it has none."""
    return "no date" if item.at is None else datetime.fromtimestamp(item.at, UTC).date().isoformat()
