"""Where a person works: the data folder, the knowledge and the day, and what can be done there."""

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from optout_tui.checklist.store.folder import Folder
from optout_tui.checklist.store.index import Row, rows
from optout_tui.journey.settings import Settings, load_settings, save_settings
from optout_tui.library.source import digest_of_package

if TYPE_CHECKING:  # a start screen with a good index opens no checklist and changes none
    from optout_tui.checklist.store.store import Store
    from optout_tui.journey.accounts import AccountName
    from optout_tui.journey.session import Session
    from optout_tui.library.knowledge import Knowledge
    from optout_tui.library.own import OwnGuides
    from optout_tui.safety.limits import BadFile

__all__ = ["Desk", "Row"]


class Desk:
    """Everything a command or a screen needs to begin."""

    def __init__(
        self, data_dir: Path, *, today: date | None = None, facts: "Knowledge | None" = None
    ) -> None:
        """Work in *data_dir*; *today* fixes the day, *facts* stands in for our own knowledge."""
        self.folder = Folder(data_dir)
        self._fixed = today
        self._facts = facts

    @cached_property
    def knowledge(self) -> "Knowledge":
        """Everything that is true, with the person's own guides on top."""
        from optout_tui.library.knowledge import knowledge

        facts = self._facts or knowledge()
        return facts.with_own(self._own.guides, self._own.digest) if self._own else facts

    @cached_property
    def _own(self) -> "OwnGuides | None":
        if not os.path.lexists(self.guides_folder):
            return None
        from optout_tui.library.own import read_own  # most people have none, and pay nothing

        return read_own(self.guides_folder)

    @property
    def guides_folder(self) -> Path:
        """Where the person's own guides lie; it need not exist."""
        return self.data_dir / "guides"

    @property
    def guide_problems(self) -> "tuple[BadFile, ...]":
        """What was left out of the person's own guides: file, place and reason of each."""
        return self._own.problems if self._own else ()

    @cached_property
    def store(self) -> "Store":
        """Where checklists are read and saved."""
        from optout_tui.checklist.store.store import Store

        return Store(self.data_dir)

    @property
    def data_dir(self) -> Path:
        """Where checklists, backups and settings lie."""
        return self.folder.data_dir

    @property
    def today(self) -> date:
        """The person's local date, or the fixed one."""
        return self._fixed or date.today()  # noqa: DTZ011 - the person's own day is meant

    def now(self) -> datetime:
        """Return this moment in UTC; noon of the fixed day where one is set."""
        if self._fixed:
            return datetime.combine(self._fixed, time(12), UTC)
        return datetime.now(UTC).replace(microsecond=0)

    def rows(self) -> list[Row]:
        """Return a row for every checklist, sorted by name."""
        is_ours = self._facts is None and self._own is None
        digest = digest_of_package() if is_ours else self.knowledge.digest
        return rows(self.folder, digest, lambda: self.knowledge)

    def open(self, name: str) -> "Session":
        """Return the checklist of that name, opened; raises Refusal or BadFile."""
        from optout_tui.journey.session import Session

        return Session(self, self.store.read(name))

    def create(self, name: str, region: str, accounts: Iterable["AccountName"] = ()) -> "Session":
        """Create a checklist and return it opened; raises Refusal before anything is written."""
        from optout_tui.journey.accounts import new_accounts
        from optout_tui.journey.session import Session
        from optout_tui.regions import find

        code = find(self.knowledge, region)
        made = new_accounts(self.knowledge, code, accounts)
        return Session(self, self.store.create(name, code, made, self.now()))

    def rename(self, name: str, new_name: str) -> "Session":
        """Give a checklist a new name and return it opened; raises Refusal."""
        from optout_tui.checklist.store.renaming import rename

        rename(self.store, name, new_name)
        return self.open(new_name)

    def delete(self, name: str) -> None:
        """Delete a checklist with its backups; raises Refusal."""
        from optout_tui.checklist.store.gone import delete

        delete(self.store, name)
        self.rows()  # the index forgets it too

    @cached_property
    def settings(self) -> Settings:
        """The person's preferences; raises Refusal for a theme nobody knows."""
        return load_settings(self.data_dir)

    def prefer(self, settings: Settings) -> None:
        """Keep *settings* as the person's preferences."""
        self.__dict__["settings"] = settings
        save_settings(self.data_dir, settings)
