"""One open checklist: what is in memory, what is on disk, and the way back."""

import contextlib
import threading
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple, Protocol

from msgspec.structs import replace

from optout_tui.checklist import change
from optout_tui.checklist.model import Account, Checklist
from optout_tui.checklist.progress import AccountView, next_step, view_account, view_accounts
from optout_tui.checklist.store.store import Store, Stored
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain
from optout_tui.safety.limits import BadFile
from optout_tui.safety.refusal import Refusal, unknown


class Place(Protocol):
    """What a session needs to know of the desk it lies on."""

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


class _Past(NamedTuple):
    done: str
    checklist: Checklist


class Session:
    """A checklist being worked on. Changes happen in memory; ``save`` puts them on disk."""

    def __init__(self, place: Place, stored: Stored) -> None:
        """Open *stored*; raises BadFile for a region nobody knows."""
        try:
            chain(place.knowledge, stored.checklist.region)
        except Refusal as error:
            raise BadFile(stored.path.name, str(error), "region") from None
        self.place = place
        self.stored = stored
        self.checklist = stored.checklist
        self._past: list[_Past] = []
        self._saving = threading.Lock()

    # -- looking ---------------------------------------------------------------

    @property
    def knowledge(self) -> Knowledge:
        """Everything that is true."""
        return self.place.knowledge

    @property
    def name(self) -> str:
        """The checklist's name, which is its file's."""
        return self.stored.path.stem

    @property
    def revision(self) -> int:
        """The revision that is on disk."""
        return self.stored.checklist.revision

    @property
    def is_saved(self) -> bool:
        """Whether everything in memory is on disk."""
        return _content(self.checklist) == _content(self.stored.checklist)

    @property
    def current(self) -> Checklist:
        """The checklist as it is in memory, under the revision that is on disk."""
        saved = self.stored.checklist
        return replace(
            self.checklist, revision=saved.revision, parent=saved.parent, updated=saved.updated
        )

    def views(self) -> tuple[AccountView, ...]:
        """Return what follows for every account today."""
        return view_accounts(self.checklist, self.knowledge, self.place.today)

    def view(self, account_id: str) -> AccountView:
        """Return what follows for one account today."""
        account = self.find_account(account_id)
        return view_account(account, self.checklist.region, self.knowledge, self.place.today)

    def find_account(self, name: str) -> Account:
        """Return the account of that id, or ``platform:handle``, or the platform's only account.

        Raises Refusal with the nearest id.
        """
        accounts = self.checklist.accounts
        if (exact := self.checklist.account(name)) is not None:
            return exact
        fitting = [a for a in accounts if f"{a.platform}:{a.handle}" == name]
        fitting = fitting or [a for a in accounts if a.platform == name]
        if len(fitting) == 1:
            return fitting[0]
        ids = [account.id for account in fitting or accounts]
        if fitting:
            raise Refusal(f"{name} has several accounts; say which: {', '.join(ids)}")
        raise unknown("account", name, ids, f'"{self.name}" has {", ".join(ids) or "none"}')

    def resume_at(self) -> tuple[str, str] | None:
        """Return the account and the step where the person stopped, or the first open step."""
        here = self.checklist.here
        if here is not None and (account := self.checklist.account(here.account)) is not None:
            steps = [v.step for v in self.view(account.id).steps]
            for step in steps:
                if here.step == step.id or here.step in step.was:
                    return account.id, step.id
        if (upcoming := next_step(self.views())) is not None:
            return upcoming[0].account.id, upcoming[1].step.id
        accounts = self.checklist.accounts
        return (accounts[0].id, "") if accounts else None

    # -- changing --------------------------------------------------------------

    def apply(self, done: str, changed: Checklist) -> None:
        """Take *changed* as the new state; *done* says in a few words what was done."""
        if changed == self.checklist:
            return
        self._past.append(_Past(done, self.checklist))
        self.checklist = changed

    def apply_to(self, done: str, account: Account) -> None:
        """Take *account* as the new state of the account of its id."""
        self.apply(done, change.change_account(self.checklist, account.id, lambda _: account))

    @contextlib.contextmanager
    def as_one(self, done: str) -> Iterator[None]:
        """Let everything done within be one change, undone at once; all or nothing on a Refusal."""
        before, depth = self.checklist, len(self._past)
        try:
            yield
        except BaseException:
            self.checklist = before
            del self._past[depth:]
            raise
        del self._past[depth:]
        if self.checklist != before:
            self._past.append(_Past(done, before))

    def undo(self) -> str | None:
        """Go back by one change and return what it was, or None when there is none."""
        if not self._past:
            return None
        done, self.checklist = self._past.pop()
        return done

    def stop_at(self, account_id: str, step_id: str) -> None:
        """Remember where the person is; it is saved with the next save and cannot be undone."""
        if self.checklist.account(account_id) is not None:
            self.checklist = change.stop_at(self.checklist, account_id, step_id)

    # -- saving ----------------------------------------------------------------

    def save(self) -> int:
        """Put everything in memory on disk and return the revision that is there now.

        May be called from any thread. Raises NotSaved with the reason; then the file is as
        it was, the changes stay in memory, and the next call tries again.
        """
        with self._saving:
            changed = self.checklist
            if _content(changed) != _content(self.stored.checklist):
                self.stored = self.place.store.save(changed, self.stored, self.place.now())
            return self.revision


def _content(checklist: Checklist) -> Checklist:
    """Return the checklist without what every save changes."""
    return replace(checklist, revision=0, parent="", updated=checklist.created)
