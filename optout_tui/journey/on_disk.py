"""The part of an open checklist that lies on disk, and what came back from putting it there."""

import threading
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from msgspec.structs import replace

from optout_tui.checklist.merge import Side
from optout_tui.checklist.model import Checklist
from optout_tui.checklist.store.joining import content_of, whole_content
from optout_tui.checklist.store.reading import Stored
from optout_tui.checklist.store.store import Store
from optout_tui.checklist.store.whole import Stamp
from optout_tui.library.knowledge import Knowledge


class Place(Protocol):
    """What an open checklist needs to know of the desk it lies on."""

    @property
    def store(self) -> Store:
        """Where checklists lie."""

    @property
    def knowledge(self) -> Knowledge:
        """Everything that is true."""

    @property
    def today(self) -> date:
        """The person's local date."""

    def now(self) -> datetime:
        """Return this moment in UTC."""


class Landed(NamedTuple):
    """A save that is done: what was to be saved, and what stands on disk since."""

    put: Checklist
    stored: Stored


class OnDisk:
    """What is known of the file of one open checklist. Any thread may ``put``."""

    def __init__(self, place: Place, stored: Stored) -> None:
        """Begin with what was read."""
        self.place = place
        self.stored = stored
        self._lock = threading.Lock()
        self._landed: Landed | None = None
        self._copy: Path | None = None

    def put(self, checklist: Checklist, prefer: Side | None, *, place_too: bool) -> None:
        """Save *checklist* unless the file says the same; see what the file says where it changed.

        With *place_too* a person who only moved on is a change as well. Raises NotSaved, and
        Conflict where no side is to be preferred.
        """
        with self._lock:
            base = self._landed.stored if self._landed else self.stored
            if not place_too and content_of(checklist) == content_of(base.checklist):
                checklist = replace(checklist, here=base.checklist.here)
            is_same = whole_content(checklist) == whole_content(base.checklist)
            if is_same and _stamp(base.path) == base.stamp:
                return
            stored = self.place.store.save(checklist, base, self.place.now(), prefer)
            self._landed = Landed(checklist, stored)

    def collect(self) -> Landed | None:
        """Return what landed since the last time; whoever takes it up sets ``stored`` to it."""
        with self._lock:
            landed, self._landed = self._landed, None
        return landed

    def keep_beside(self, checklist: Checklist) -> str:
        """Keep *checklist* in a copy beside the file it may not replace; return the copy's name.

        Raises NotSaved.
        """
        from optout_tui.checklist.store.beside import keep_beside  # only a conflict needs it

        place = self.place
        self._copy = keep_beside(place.store, checklist, self.stored, place.now(), self._copy)
        return self._copy.name

    def put_copy_away(self) -> None:
        """Move the copy, now that all of it is settled, to the backups; raises NotSaved."""
        from optout_tui.checklist.store.beside import put_away

        if self._copy is not None:
            put_away(self.place.store, self._copy, self.stored, self.place.now())
            self._copy = None


def _stamp(path: Path) -> Stamp | None:
    try:
        return Stamp.of(path)
    except OSError:
        return None
